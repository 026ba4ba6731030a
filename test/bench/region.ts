// A whole region for measuring: real cases, walked through the one door, copied with other names until there are as many assignments as asked.
import { pathwayVersions } from '../../pathways/versions.ts'
import { addPeriod } from '../../src/domain/calendar.ts'
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { insertRows } from '../../src/store/row-statements.ts'
import { type Statement, type Store, statement } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { screeningOf } from '../support/given-case.ts'
import { someSupply } from '../support/some-supply.ts'
import { type TestApp, testApp } from '../support/test-app.ts'
import { done } from '../support/test-engine.ts'

export const municipalities = ['GM0358', 'GM0362', 'GM0384', 'GM0437', 'GM0451'] as const
const organisations = 60
const offers = 400
const practices = 20
const perCase = 4

const { routing, followUps } = pathwayVersions.at(-1)!.rules
/** Three in four are for interventions. */
const codes = [...routing.interventions, ...routing.interventions, ...routing.interventions, ...followUps].map(({ id }) => id)

export type Region = { readonly app: TestApp; readonly cases: number }

/** 5 municipalities, 60 organisations with 400 offers, and `assignments` open ones, four to a case. */
export async function buildRegion(store: Store, assignments: number): Promise<Region> {
  const app = await testApp(store)
  await insertSupply(store)
  const templates = await walkTemplates(app)
  const cases = Math.ceil(assignments / perCase)
  const together = 250
  for (let from = 0; from < cases; from += together) {
    const numbers = Array.from({ length: Math.min(together, cases - from) }, (_, index) => from + index)
    await write(store, copies(store, templates, numbers))
  }
  await write(
    store,
    templates.flatMap(({ id }) => clear(store, id)),
  )
  await write(store, [statement(store.build.deleteFrom('delivery')), statement(store.build.deleteFrom('outbox'))])
  return { app, cases }
}

export const providerOf = (number: number): string => `provider-${number % organisations}`
export const contactOf = (provider: string): string => `${provider}-contact`
export const caseOf = (number: number): string => `case-${number}`

async function write(store: Store, change: readonly Statement[]): Promise<void> {
  const committed = await store.commit(change)
  if (!committed.ok) throw new Error(`Statement ${committed.statement} of the region met ${committed.rows} rows`)
}

const postcodeIn = (number: number): string => `${1180 + (number % 40)}${'ABCDEFGH'[number % 8]}A`

async function insertSupply(store: Store): Promise<void> {
  const supply = someSupply(store)
  for (let number = 0; number < practices; number++)
    await write(store, [
      insertRows(store.build, 'organisation', [
        {
          id: `practice-of-${number}`,
          kind: 'practice',
          municipality: municipalities[number % 5]!,
          details: bytes({ name: `Praktijk ${number} (verzonnen)` }),
          version: 1,
          coordinator_id: null,
        },
      ]),
    ])
  for (let number = 0; number < organisations; number++) {
    const id = providerOf(number)
    const municipality = municipalities[number % 5]!
    await supply.provider(id, municipality)
    await supply.account(contactOf(id), id)
    await supply.account(`${id}-deputy`, id)
    await supply.location(`${id}-place`, id, postcodeIn(number), municipality)
  }
  for (let number = 0; number < offers; number++) {
    const provider = providerOf(number)
    const municipality = municipalities[number % 5]!
    const id = `offer-${number}`
    await supply.offer(id, {
      organisation_id: provider,
      code: codes[number % codes.length]!,
      municipality,
      areas: number % 3 === 0 ? [municipality, municipalities[(number + 1) % 5]!] : [municipality],
      contact_id: contactOf(provider),
      deputy_id: `${provider}-deputy`,
      location_id: `${provider}-place`,
      details: { name: `Aanbod ${number} (verzonnen)`, waitWeeks: number % 2 === 0 ? null : number % 12 },
    })
    if (number % 2 !== 0) continue
    for (const run of [0, 1])
      await supply.run(`${id}-run-${run}`, id, 12, {
        taken: run === 0 ? 12 : number % 12,
        starts_on: addPeriod('2026-01-12', run * 8, 'weeks'),
        ends_on: addPeriod('2026-04-20', run * 8, 'weeks'),
      })
  }
}

type Rows = { readonly [Name in keyof Tables]?: readonly Tables[Name][] }
type Template = { readonly id: string; readonly rows: Rows }

/** What is read for lists and for matching, in the order in which rows refer to each other. */
const copied = ['person', 'care_case', 'deadline', 'assignment', 'worklist', 'shared_view', 'feedback'] as const
type Copied = (typeof copied)[number]

const columnOfCase: { readonly [table in Copied]: string } = {
  person: 'id',
  care_case: 'id',
  deadline: 'case_id',
  assignment: 'case_id',
  worklist: 'case_id',
  shared_view: 'case_id',
  feedback: 'case_id',
}

const asked = ['eyeTest', 'homeCheck', 'welfareCoach'] as const

/** Four cases, each with a primary and three follow-ups that are at different points. */
async function walkTemplates(app: TestApp): Promise<Template[]> {
  const store = app.engine.store
  const supply = someSupply(store)
  await supply.account('template-contact', 'club')
  for (const code of ['inBalans', ...asked])
    await supply.offer(`template-offer-${code}`, { code, contact_id: 'template-contact' })
  const templates: Template[] = []
  for (const depth of [0, 1, 2, 3]) {
    const id = `template-${depth}`
    done(await app.open(id))
    const send = async (command: Command, role: Role = 'practiceNurse') => done(await app.send(id, command, { role }))
    await send({ type: 'startScreening', payload: { personAgrees: true } })
    await send({ type: 'recordScreening', payload: { facts: { ...screeningOf.moderate, walks10m: 'yes' } } })
    await send({
      type: 'recordDecision',
      payload: {
        way: 'assignment',
        assignmentId: `${id}-a`,
        intervention: 'inBalans',
        domain: 'social',
        providerId: 'club',
        offerId: 'template-offer-inBalans',
        goal: 'weer dansen',
        consentGiven: true,
        redFlagsChecked: true,
      },
    })
    for (const code of asked) {
      const offerId = `template-offer-${code}`
      await send({ type: 'proposeFollowUp', payload: { assignmentId: `${id}-${code}`, code, providerId: 'club', offerId } })
    }
    const all = ['a', ...asked].map((one) => ({ assignmentId: `${id}-${one}` }))
    for (const payload of all) await send({ type: 'sendAssignment', payload })
    for (const payload of all.slice(0, depth))
      await send({ type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } }, 'socialProvider')
    for (const payload of all.slice(0, Math.max(0, depth - 1))) await send({ type: 'startAssignment', payload }, 'socialProvider')
    templates.push({ id, rows: await rowsOf(store, id) })
  }
  return templates
}

async function rowsOf(store: Store, id: string): Promise<Rows> {
  const found = await Promise.all(
    copied.map(async (table) => [
      table,
      await store.read(
        store.build
          .selectFrom(table)
          .selectAll()
          .where(columnOfCase[table] as 'id', '=', table === 'person' ? `person-of-${id}` : id)
          .compile(),
      ),
    ]),
  )
  return Object.fromEntries(found) as Rows
}

/** The cases that were copied are no part of the region; what cannot be deleted (the log) is not read here. */
const clear = (store: Store, id: string): Statement[] =>
  (['deadline', 'assignment', 'worklist', 'shared_view', 'feedback'] as const).map((table) =>
    statement(store.build.deleteFrom(table).where('case_id', '=', id)),
  )

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const bytes = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value))

function copies(store: Store, templates: readonly Template[], numbers: readonly number[]): Statement[] {
  return copied.flatMap((table) => {
    const rows = numbers.flatMap((number) => {
      const template = templates[number % templates.length]!
      return (template.rows[table] ?? []).map((row) => copyOf(row, template.id, number))
    })
    // As many as fit into one statement.
    const size = 16
    return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
      insertRows(store.build, table, rows.slice(index * size, (index + 1) * size) as never),
    )
  })
}

/** Other names, another provider, practice and municipality, and deadlines on other days. */
function copyOf(row: object, templateId: string, number: number): object {
  const provider = providerOf(Math.floor(number / 4))
  const days = (number * 7) % 41
  const renamed = (text: string): string =>
    text
      .replaceAll(templateId, caseOf(number))
      .replaceAll(/template-offer-\w+/g, `offer-${(Math.floor(number / 4) % organisations) + organisations * (number % 6)}`)
      .replaceAll('template-contact', contactOf(provider))
      .replaceAll('"club"', `"${provider}"`)
  const other = ([column, value]: [string, unknown]): unknown => {
    if (value instanceof Uint8Array) return column === 'head_hash' ? value : encoder.encode(renamed(decoder.decode(value)))
    if (typeof value !== 'string') return value
    if (value === 'club') return provider
    if (value === 'GM0362') return municipalities[number % 5]
    if (value === 'practice-1') return `practice-of-${number % practices}`
    if (column === 'due_on') return addPeriod(value, days, 'days')
    if (column === 'due_at' || column === 'next_due_at') return `${addPeriod(value.slice(0, 10), days, 'days')}${value.slice(10)}`
    return renamed(value)
  }
  return Object.fromEntries(Object.entries(row).map((entry) => [entry[0], other(entry)]))
}
