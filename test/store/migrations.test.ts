// Migrations: once, whoever asks and how often; and the tables they make, as a page to read.
import { describe, expect, test } from 'vitest'
import { migrations } from '../../db/migrations.ts'
import { schemaText } from '../../db/schema.ts'
import { databaseFor } from '../../src/store/databases.ts'
import { type Migration, migrate } from '../../src/store/migrate.ts'
import { databases } from '../support/databases.ts'

const names = migrations.map(({ name }) => name)

const schemaOf = async (url: string): Promise<string> => {
  const { store, alter } = await databaseFor(url).open(url)
  try {
    return await alter(({ db, dialect }) => schemaText(db, dialect))
  } finally {
    await store.close()
  }
}

/** Makes one table more, and takes its time. */
const another: Migration = {
  name: '9999-another',
  up: async (db) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await db.schema.createTable('another').addColumn('id', 'text').execute()
  },
}

const failing: Migration = {
  name: '9998-failing',
  up: async (db) => {
    await db.schema.createTable('half').addColumn('id', 'text').execute()
    throw new Error('half way')
  },
}

describe.each(databases)('$name', ({ name, open, emptyUrl, freshUrl }) => {
  test('are applied once', async () => {
    const url = await emptyUrl()
    expect(await migrate(url, migrations)).toEqual(names)
    const before = await schemaOf(url)
    expect(await migrate(url, migrations)).toEqual([])
    expect(await migrate(url, [...migrations, another])).toEqual([another.name])
    expect(await migrate(url, [...migrations, another])).toEqual([])
    expect(await schemaOf(url)).not.toBe(before)
  })

  test('are applied once when several ask at the same moment', async () => {
    const url = await emptyUrl()
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, [...migrations, another])))
    expect(applied.flat().sort()).toEqual([...names, another.name].sort())
  })

  test('are applied whole or not at all', async () => {
    const url = await emptyUrl()
    await expect(migrate(url, [...migrations, failing])).rejects.toThrow('half way')
    expect(await migrate(url, migrations)).toEqual(names)
    expect(await schemaOf(url)).not.toContain('half')
  })

  test('have nothing to do beside a running server, and say when it is older', async () => {
    const url = await freshUrl()
    const store = await open(url)
    expect(await migrate(url, migrations)).toEqual([])
    await store.close()
    await migrate(url, [...migrations, another])
    await expect(migrate(url, migrations)).rejects.toThrow('newer version: it knows 9999-another')
  })

  test('make the tables on the page', async () => {
    const page = name === 'SQLite' ? 'schema.sqlite.sql' : 'schema.postgres.sql'
    await expect(await schemaOf(await freshUrl())).toMatchFileSnapshot(`../../db/${page}`)
  })
})
