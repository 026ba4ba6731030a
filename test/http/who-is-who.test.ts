// Who is who over HTTP: phone numbers and working days of colleagues are for colleagues, not for the older adult or an informal carer.
import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { testApp } from '../support/test-app.ts'

describe.each(databases)('$name', (database) => {
  test('everybody in the chain reads it; the older adult and the informal carer do not', async () => {
    const app = await testApp(await database.open())
    for (const path of ['/v1/contacts', '/v1/contacts/some-practiceNurse']) {
      for (const role of ['practiceNurse', 'socialProvider', 'coordinator', 'signaller'] as const)
        expect((await app.ask('GET', path, { role })).status).toBe(200)
      for (const role of ['person', 'informalCarer'] as const)
        expect(await app.ask('GET', path, { role })).toMatchObject({ status: 403, json: { code: 'forColleagues' } })
    }
  })
})
