// A process of its own that opens a store, writes so many changes one after the other, says so, and stays until it is killed or left alone.
import { migrations } from '../../db/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { insertPerson } from '../../src/store/persons.ts'
import { statement } from '../../src/store/store.ts'
import { aPerson, aPractice } from './rows.ts'

const [path = '', count = '0'] = process.argv.slice(2)
const store = await openStore(path, { migrations })
const { build } = store
await store.commit([statement(build.insertInto('organisation').values({ ...aPractice, id: `practice ${process.pid}` }), 1)])
for (let n = 0; n < Number(count); n += 1) {
  await store.commit([insertPerson(build, { ...aPerson, id: `${process.pid} ${n}`, practice_id: `practice ${process.pid}` })])
}
console.log('written')
process.stdin.resume()
process.stdin.on('end', () => process.exit())
