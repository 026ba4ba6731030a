// A club with a contact, a deputy and an offer, made over HTTP by the coordinator.
import { expect } from 'vitest'
import * as contacts from '../../src/contract/contacts.ts'
import * as locations from '../../src/contract/locations.ts'
import * as offers from '../../src/contract/offers.ts'
import type { TestDatabase } from './databases.ts'
import { must, testApp } from './test-app.ts'

export type Body = { readonly [field: string]: unknown }

/** `right` is an offer that is right; `faultsOf` gives where each fault is, and its code. */
export async function withClub(database: TestDatabase) {
  const app = await testApp(await database.open())
  const add = async (path: string, body: unknown, role: 'coordinator' | 'socialProvider' = 'coordinator') =>
    must(await app.ask('POST', path, { body, role }), 201).json.id as string
  const person = (name: string, more: Body = {}) =>
    add('/v1/contacts', { ...(contacts.addContact.example as Body), name, ...more })
  const contactId = await person('Pip Sprong')
  const deputyId = await person('Dop Sprong', { login: false, email: 'dop@desprong.example' })
  const locationId = await add('/v1/locations', locations.addLocation.example)
  const right = { ...(offers.addOffer.example as Body), contactId, deputyId, ownerId: contactId, locationId }
  const offer = (more: Body = {}) => add('/v1/offers', { ...right, ...more })
  const faultsOf = async (path: string, body: unknown) => {
    const answer = await app.ask('POST', path, { body, role: 'coordinator' })
    expect(answer.status).toBe(400)
    return answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
  }
  const read = async (path: string) => must(await app.ask('GET', path), 200).json
  return { app, add, person, right, offer, faultsOf, read, contactId, deputyId, locationId }
}
