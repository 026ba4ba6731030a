// The static checks of a pathway: none objects to Amstelland, and each one objects to the fault it is there for.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type AnyStateMachine, createMachine } from 'xstate'
import { sources } from '../../pathways/sources.ts'
import type { Bands } from '../../src/domain/bands.ts'
import { canonicalJson } from '../../src/domain/canonical.ts'
import { checkPathway } from '../../src/domain/check/pathway.ts'
import { checkReleased } from '../../src/domain/check/released.ts'
import { checkRouting } from '../../src/domain/check/routing.ts'
import type { Pathway } from '../../src/domain/pathway.ts'
import { differences, pathwayData } from '../../src/domain/pathway-data.ts'
import { type RoutingRow, type RoutingTable, route } from '../../src/domain/routing.ts'
import { definitionsOf, type Rules } from '../../src/domain/rules.ts'
import type { ScreeningRow } from '../../src/domain/screening.ts'
import { amstelland, rules } from '../support/people.ts'

const sourceIds = new Set(sources.map(({ id }) => id))
const results = checkPathway(amstelland, sourceIds)

test.each(results)('Amstelland: $promise', ({ findings }) => expect(findings).toEqual([]))

test('both machines are among what is checked', () => {
  const promises = results.map(({ promise }) => promise)
  expect(promises.filter((promise) => /^case machine: every state/.test(promise))).toHaveLength(1)
  expect(promises.filter((promise) => /^assignment machine: every state/.test(promise))).toHaveLength(1)
})

const withRules = (change: Partial<Rules>): Pathway => ({ ...amstelland, rules: { ...rules, ...change } })
const withRouting = (change: Partial<RoutingTable>): Pathway => withRules({ routing: { ...rules.routing, ...change } })
const withScreening = (rows: readonly ScreeningRow[]): Pathway => withRules({ screening: { ...rules.screening, rows } })

/** The rows with the one called `id` changed. A planted fault may be something the types forbid. */
const changed = <Entry extends { readonly id: string }>(rows: readonly Entry[], id: string, change: object): Entry[] =>
  rows.map((row) => (row.id === id ? { ...row, ...change } : row))
const without = <Entry extends { readonly id: string }>(rows: readonly Entry[], id: string): Entry[] =>
  rows.filter((row) => row.id !== id)

const { followUps, screening, routing } = rules
const eyeTest = followUps.find(({ id }) => id === 'eyeTest')!
const lastRow = routing.rows.at(-1)!
const lastPayer = routing.payers.at(-1)!
const ruleSet = screening.id
const slow = screening.rows.find(({ id }) => id === 'A5')!

const withBands = (bands: Bands['bands']): Pathway => ({
  ...amstelland,
  bands: [
    { id: 'planted', measure: 'a score', unit: 'points', from: 0, to: 10, step: 1, bands, source: 'Valpad', status: 'memory' },
  ],
})
const withAges = (...ages: [number, number][]): Pathway => ({
  ...amstelland,
  references: [{ ...amstelland.references[0]!, bands: ages.map(([fromAge, upToAge]) => ({ fromAge, upToAge, F: 10, M: 11 })) }],
})

type Planted = { fault: string; pathway: Pathway; check: string; at: string; problem: RegExp }

describe('rows and conditions', () => {
  test.each<Planted>([
    {
      fault: 'an id that stands in a table twice',
      pathway: withRules({ followUps: [...followUps, eyeTest] }),
      check: 'rows',
      at: 'follow-ups/eyeTest',
      problem: /twice/,
    },
    {
      fault: 'a source that nobody registered',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { source: 'S03 + S99' }) }),
      check: 'rows',
      at: 'follow-ups/eyeTest',
      problem: /"S99" is not in the register/,
    },
    {
      fault: 'a row that was read nowhere',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { status: 'read' }) }),
      check: 'rows',
      at: 'follow-ups/eyeTest',
      problem: /names no source/,
    },
    {
      fault: 'a status that does not exist',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { status: 'certain' }) }),
      check: 'rows',
      at: 'follow-ups/eyeTest',
      problem: /"certain" does not exist/,
    },
    {
      fault: 'a condition on a fact there is not',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { when: { fact: 'visionn', is: 'yes' } }) }),
      check: 'conditions',
      at: 'followUps/eyeTest',
      problem: /no fact "visionn"/,
    },
    {
      fault: 'a value the fact can never have',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { when: { fact: 'vision', is: 'ja' } }) }),
      check: 'conditions',
      at: 'followUps/eyeTest',
      problem: /never be ja/,
    },
    {
      fault: 'an impossible value deep inside a condition',
      pathway: withRules({
        followUps: changed(followUps, 'eyeTest', { when: { any: [{ not: { fact: 'snaq65', in: ['red', 'purple'] } }] } }),
      }),
      check: 'conditions',
      at: 'followUps/eyeTest',
      problem: /never be purple/,
    },
    {
      fault: 'a limit outside the range',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { when: { fact: 'medicines', atLeast: 41 } }) }),
      check: 'conditions',
      at: 'followUps/eyeTest',
      problem: /41 is outside the range/,
    },
    {
      fault: 'a limit on a fact that is no number',
      pathway: withRules({ followUps: changed(followUps, 'eyeTest', { when: { fact: 'vision', atLeast: 1 } }) }),
      check: 'conditions',
      at: 'followUps/eyeTest',
      problem: /not a number/,
    },
  ])('$fault', ({ pathway, ...finding }) => expectFinding(pathway, finding))
})

describe('screening', () => {
  test.each<Planted>([
    {
      fault: 'a row that nobody reaches',
      pathway: withScreening([...screening.rows, { ...slow, id: 'A9', when: { fact: 'frail', is: 'yes' } }]),
      check: 'screeningReachable',
      at: `${ruleSet}/A9`,
      problem: /No person/,
    },
    {
      fault: 'a gap at the walk limit: nobody has 3.9 up to 4.0 s',
      pathway: withScreening(changed(screening.rows, 'A6', { when: { fact: 'walk4m', below: 3.9 } })),
      check: 'screeningNeighbours',
      at: `${ruleSet}/walk4m`,
      problem: /^3.9 is in no row: a gap/,
    },
    {
      fault: 'the same gap leaves people without a level',
      pathway: withScreening(changed(screening.rows, 'A6', { when: { fact: 'walk4m', below: 3.9 } })),
      check: 'screeningTotal',
      at: ruleSet,
      problem: /No row for .*"walk4m":3.9/,
    },
    {
      fault: 'an overlap at the walk limit: 4.0 s is slow and quick enough',
      pathway: withScreening(changed(screening.rows, 'A6', { when: { fact: 'walk4m', below: 4.1 } })),
      check: 'screeningNeighbours',
      at: `${ruleSet}/walk4m`,
      problem: /^4 is in A5 and A6: an overlap/,
    },
    {
      fault: 'no row for who cannot walk',
      pathway: withScreening(without(screening.rows, 'A7')),
      check: 'screeningTotal',
      at: ruleSet,
      problem: /"walk4m":"unable"/,
    },
    {
      fault: 'a level that the set does not have',
      pathway: withScreening(changed(screening.rows, 'A5', { level: 'medium' })),
      check: 'screeningLevels',
      at: `${ruleSet}/A5`,
      problem: /"medium"/,
    },
  ])('$fault', ({ pathway, ...finding }) => expectFinding(pathway, finding))

  test('a shadow rule set is checked like the deciding one', () => {
    const [wfg, ...others] = rules.shadows
    const pathway = withRules({ shadows: [{ ...wfg!, rows: without(wfg!.rows, 'B4') }, ...others] })
    expectFinding(pathway, { check: 'screeningTotal', at: wfg!.id, problem: /"gaitImpaired":"no"/ })
  })
})

describe('routing', () => {
  const everybody: RoutingRow = { ...lastRow, id: 'R9', when: { all: [] } }

  test.each<Planted>([
    {
      fault: 'the last row removed: not everybody has a row',
      pathway: withRouting({ rows: without(routing.rows, lastRow.id) }),
      check: 'routingTotal',
      at: 'routing',
      problem: /Nothing for .*"level":"high"/,
    },
    {
      fault: 'a row after one that catches everybody',
      pathway: withRouting({ rows: [...routing.rows.slice(0, -1), everybody, lastRow] }),
      check: 'routingReachable',
      at: `routing/${lastRow.id}`,
      problem: /No person/,
    },
    {
      fault: 'a group proposed to people who cannot take part in one',
      pathway: withRouting({ rows: changed(routing.rows, 'R5c', { primary: ['inBalans'] }) }),
      check: 'routingFeasible',
      at: 'routing/R5c',
      problem: /"inBalans" is offered to somebody for whom it cannot be done: .*"groupFeasible":"no"/,
    },
    {
      fault: 'a carer asked of people who have none',
      pathway: withRouting({ rows: changed(routing.rows, 'R7b', { primary: ['otagoHomeWithCarer'] }) }),
      check: 'routingFeasible',
      at: 'routing/R7b',
      problem: /"carer":"no"/,
    },
    {
      fault: 'an alternative that is not in the catalogue',
      pathway: withRouting({ rows: changed(routing.rows, 'R5d', { alternatives: [{ intervention: 'taiChi' }] }) }),
      check: 'routingCatalogue',
      at: 'routing/R5d',
      problem: /"taiChi" is not in the catalogue/,
    },
    {
      fault: 'a form that is not in the catalogue',
      pathway: withRouting({ forms: { zichtOpEvenwicht: [{ is: 'zichtOpEvenwichtOnline' }] } }),
      check: 'routingCatalogue',
      at: 'routing/zichtOpEvenwicht',
      problem: /"zichtOpEvenwichtOnline"/,
    },
    {
      fault: 'a payer who never pays',
      pathway: withRouting({ payers: [...routing.payers, { ...lastPayer, id: 'P6' }] }),
      check: 'payersReachable',
      at: 'payers/P6',
      problem: /Nothing is ever paid/,
    },
    {
      fault: 'no domain for some of the people of a row',
      pathway: withRouting({
        rows: changed(routing.rows, 'R7d', { domain: [{ when: { fact: 'underlying', is: 'yes' }, is: 'care' }] }),
      }),
      check: 'routingTotal',
      at: 'routing/R7d/domain',
      problem: /Nothing for/,
    },
    {
      fault: 'nobody pays when the underlying problem is not known',
      pathway: withRouting({ payers: without(routing.payers, lastPayer.id) }),
      check: 'payersTotal',
      at: 'payers/otagoHome',
      problem: /Nobody pays/,
    },
  ])('$fault', ({ pathway, ...finding }) => expectFinding(pathway, finding))

  test('an alternative that routing forgets to drop', () => {
    const everythingFeasible = routing.interventions.map((intervention) => ({ ...intervention, notFeasible: null }))
    const careless: typeof route = (table, facts) => route({ ...table, interventions: everythingFeasible }, facts)
    const assessed = new Set(rules.assessedFacts.map(({ id }) => id))
    expect(checkRouting(routing, definitionsOf(rules), assessed, route)).toEqual([])
    const findings = checkRouting(routing, definitionsOf(rules), assessed, careless)
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['routingFeasible']))
    expect(findings.map(({ at }) => at)).toContain('routing/R5b')
  })
})

describe('cut-offs', () => {
  test.each<Planted>([
    {
      fault: 'a score that is in no class',
      pathway: withBands([
        { from: 0, upTo: 4, is: 'low' },
        { from: 6, upTo: 10, is: 'high' },
      ]),
      check: 'bands',
      at: 'planted',
      problem: /A gap before 6 to 10/,
    },
    {
      fault: 'a score that is in two classes',
      pathway: withBands([
        { from: 0, upTo: 5, is: 'low' },
        { from: 5, upTo: 10, is: 'high' },
      ]),
      check: 'bands',
      at: 'planted',
      problem: /5 to 10 overlaps/,
    },
    {
      fault: 'classes that end before the score does',
      pathway: withBands([{ from: 0, upTo: 9, is: 'low' }]),
      check: 'bands',
      at: 'planted',
      problem: /ends before or after/,
    },
    {
      fault: 'classes that begin after the score does',
      pathway: withBands([{ from: 1, upTo: 10, is: 'low' }]),
      check: 'bands',
      at: 'planted',
      problem: /A gap before 1 to 10/,
    },
    {
      fault: 'a class that runs backwards',
      pathway: withBands([
        { from: 0, upTo: -1, is: 'none' },
        { from: 0, upTo: 10, is: 'low' },
      ]),
      check: 'bands',
      at: 'planted',
      problem: /runs backwards/,
    },
    {
      fault: 'an age without a reference value',
      pathway: withAges([60, 64], [66, 69]),
      check: 'references',
      at: 'mobility.chair30',
      problem: /A gap before 66 to 69/,
    },
  ])('$fault', ({ pathway, ...finding }) => expectFinding(pathway, finding))
})

describe('words', () => {
  const named = (name: object) => withRules({ followUps: changed(followUps, 'eyeTest', { name }) })

  test.each<Planted>([
    {
      fault: 'no Dutch',
      pathway: named({ en: 'Eye test', b1: 'U laat uw ogen meten.' }),
      check: 'words',
      at: 'amstelland/rules/followUps/eyeTest/name',
      problem: /No text in nl/,
    },
    {
      fault: 'an English text of blanks',
      pathway: named({ ...eyeTest.name, en: '  ' }),
      check: 'words',
      at: 'amstelland/rules/followUps/eyeTest/name',
      problem: /No text in en/,
    },
    {
      fault: 'an empty text in plain Dutch',
      pathway: named({ ...eyeTest.name, b1: '' }),
      check: 'words',
      at: 'amstelland/rules/followUps/eyeTest/name',
      problem: /No text in b1/,
    },
    {
      fault: 'no plain Dutch where the older adult reads it',
      pathway: named({ nl: 'Oogmeting', en: 'Eye test' }),
      check: 'words',
      at: 'followUps/eyeTest',
      problem: /No text in b1/,
    },
    {
      fault: 'a question of the fall analysis without plain Dutch',
      pathway: {
        ...amstelland,
        instrument: {
          ...amstelland.instrument,
          sections: amstelland.instrument.sections.map((section, index) =>
            index > 0
              ? section
              : {
                  ...section,
                  items: section.items.map((item) => ({ ...item, words: { nl: 'Vraag', en: 'Question' } as never })),
                },
          ),
        },
      },
      check: 'words',
      at: `instrument/${amstelland.instrument.sections[0]!.items[0]!.id}`,
      problem: /No text in b1/,
    },
  ])('$fault', ({ pathway, ...finding }) => expectFinding(pathway, finding))
})

/** The planted fault is found, and nothing that has no part in it is called wrong. */
function expectFinding(pathway: Pathway, { check, at, problem }: Pick<Planted, 'check' | 'at' | 'problem'>): void {
  const findings = checkPathway(pathway, sourceIds).flatMap((result) => result.findings)
  expect(findings).toContainEqual({ check, at, problem: expect.stringMatching(problem) })
}

const tinyMachine = (id: string): AnyStateMachine => createMachine({ id, initial: 'open', states: { open: {} } })

describe('released versions', () => {
  const ours = { source: 'Valpad', status: 'local default' } as const
  /** A pathway of one follow-up: its data is frozen in a fixture, as if it had been signed long ago. */
  const tiny: Pathway = {
    id: 'tiny',
    version: 'v1',
    settings: {},
    status: 'released',
    title: { nl: 'Klein', en: 'Tiny' },
    settingRows: [],
    rules: {
      facts: [
        {
          id: 'vision',
          kind: 'yesNo',
          name: { nl: 'Zien', en: 'Vision' },
          says: { yes: { nl: 'ziet slecht', en: 'sees badly' }, no: { nl: 'ziet goed', en: 'sees well' } },
          ...ours,
        },
      ],
      byDefinition: [],
      derivedFacts: [],
      findings: [],
      assessedFacts: [],
      shadowFacts: [],
      shadows: [],
      screening: {
        id: 'test@1',
        title: { nl: 'Test', en: 'Test' },
        levels: [],
        allReasonsAt: [],
        asks: [],
        outOfScope: { id: 'A0', when: { fact: 'vision', is: 'no' }, ...ours },
        rows: [],
        ...ours,
      },
      upgrade: { ruleSet: 'test@1', outcome: 'none', at: 'none' },
      redFlags: [],
      routing: { rows: [], assumptions: [], forms: {}, interventions: [], payers: [] },
      followUps: [
        {
          id: 'eyeTest',
          when: { fact: 'vision', is: 'yes' },
          name: { nl: 'Oogmeting', en: 'Eye test', b1: 'U laat uw ogen meten.' },
          who: { nl: 'opticien', en: 'optician' },
          domain: 'careOrSocial',
          within: { amount: 30, unit: 'days', ...ours },
          ...ours,
        },
      ],
      notes: [],
      answerWords: { risk: {}, reasons: {}, next: {}, domain: {} },
    },
    instrument: {
      id: 'none',
      words: { nl: 'Geen', en: 'None', b1: 'Geen' },
      sections: [],
      domains: { minimum: [], preferred: [] },
    },
    factsFromAnswers: [],
    bands: [],
    references: [],
    minimisation: { kinds: [], categories: [], shares: [], lines: [], receivers: [] },
    declineReasons: [],
    situations: { progress: {}, held: { nl: 'Eerst de huisarts.', en: 'The GP first.' }, assignment: {} },
    machines: { case: tinyMachine('case'), assignment: tinyMachine('assignment') },
    succeeds: null,
  }
  const frozen: unknown = JSON.parse(readFileSync(new URL('../fixtures/frozen-pathway.json', import.meta.url), 'utf8'))
  /** No fingerprint at all: the text itself, so that a failing test shows what changed. */
  const asIs = (text: string) => text
  const released = { 'tiny@v1': canonicalJson(frozen) }

  test('unchanged since it was frozen', () => {
    expect(differences(frozen, JSON.parse(canonicalJson(pathwayData(tiny))))).toEqual([])
    expect(checkReleased([tiny], released, asIs)).toEqual([])
  })

  test('the settings of one coalition are no change of the pathway', () =>
    expect(checkReleased([{ ...tiny, settings: { walkCutOffSeconds: 5 } }], released, asIs)).toEqual([]))

  test('the fingerprint is asked of the whole data', () => {
    const lengths = { 'tiny@v1': String(canonicalJson(frozen).length) }
    expect(checkReleased([tiny], lengths, (text) => String(text.length))).toEqual([])
  })

  const eyeTestLater = {
    ...tiny,
    rules: { ...tiny.rules, followUps: tiny.rules.followUps.map((row) => ({ ...row, domain: 'care' as const })) },
  }
  const draft: Pathway = { ...tiny, status: 'draft' }
  test.each([
    { who: 'one word changed', loaded: [eyeTestLater], register: released, problem: /Was changed after its release/ },
    {
      who: 'a machine changed',
      loaded: [{ ...tiny, machines: { ...tiny.machines, case: tinyMachine('other') } }],
      register: released,
      problem: /Was changed/,
    },
    { who: 'called released, never signed', loaded: [tiny], register: {}, problem: /no fingerprint in the register/ },
    { who: 'signed, called a draft', loaded: [draft], register: released, problem: /called a draft/ },
    { who: 'signed and gone', loaded: [], register: released, problem: /not loaded any more/ },
  ])('$who', ({ loaded, register, problem }) =>
    expect(checkReleased(loaded, register, asIs)).toEqual([
      { check: 'released', at: 'tiny@v1', problem: expect.stringMatching(problem) },
    ]),
  )

  test('a draft that nobody signed may change', () =>
    expect(checkReleased([{ ...eyeTestLater, status: 'draft' }], {}, asIs)).toEqual([]))
})

describe('differences', () => {
  const rowsOf = (...ids: string[]) => ids.map((id) => ({ id, level: 1 }))

  test.each([
    { what: 'nothing', before: { a: [1, { b: 2 }] }, after: { a: [1, { b: 2 }] }, found: [] },
    { what: 'a value', before: { a: { b: 1 } }, after: { a: { b: 2 } }, found: [{ at: '/a/b', before: 1, after: 2 }] },
    { what: 'a field added', before: {}, after: { a: null }, found: [{ at: '/a', before: undefined, after: null }] },
    { what: 'a list that became an object', before: [1], after: { 0: 1 }, found: [{ at: '', before: [1], after: { 0: 1 } }] },
    {
      what: 'a row inserted in front: the others are recognised by their id',
      before: { rows: rowsOf('R1', 'R2') },
      after: { rows: rowsOf('R0', 'R1', 'R2') },
      found: [{ at: '/rows/R0', before: undefined, after: { id: 'R0', level: 1 } }],
    },
    {
      what: 'a row removed',
      before: { rows: rowsOf('R1', 'R2') },
      after: { rows: rowsOf('R2') },
      found: [{ at: '/rows/R1', before: { id: 'R1', level: 1 }, after: undefined }],
    },
    {
      what: 'a row changed, far down',
      before: { rows: rowsOf('R1', 'R2') },
      after: {
        rows: [
          { id: 'R1', level: 1 },
          { id: 'R2', level: 9 },
        ],
      },
      found: [{ at: '/rows/R2/level', before: 1, after: 9 }],
    },
    {
      what: 'a list without ids, place by place',
      before: { when: ['a', 'b'] },
      after: { when: ['b', 'b', 'c'] },
      found: [
        { at: '/when/0', before: 'a', after: 'b' },
        { at: '/when/2', before: undefined, after: 'c' },
      ],
    },
  ])('$what', ({ before, after, found }) => expect(differences(before, after)).toEqual(found))
})
