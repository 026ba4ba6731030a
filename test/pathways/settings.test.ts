// Settings of the Amstelland pathway: defaults, bounds at their edges, and every fault named with its place.
import { expect, test } from 'vitest'
import { assignmentDeadlines, caseDeadlines } from '../../pathways/amstelland/v1/deadlines.ts'
import {
  defaultSettings,
  parseSettings,
  settingRows,
  settingsSchema,
  termOverrides,
} from '../../pathways/amstelland/v1/settings.ts'
import { type DeadlineRule, dueOn } from '../../src/domain/deadline.ts'
import { ruleById } from '../../src/domain/deadline-book.ts'

test('an empty file gives the defaults', () => {
  expect(parseSettings({})).toEqual({ ok: true, value: defaultSettings })
  expect(defaultSettings).toMatchObject({
    walkCutOffSeconds: 4,
    walkInequality: 'atLeast',
    frailFromCfs: 5,
    snaqWeightLossKg: 4,
    completionPercent: 75,
    suppressionK: 10,
    socialPartnersSeeLevel: false,
    shadowRuleSets: ['wfg2022', 'fms'],
    screeningValidMonths: 12,
  })
  expect(defaultSettings.municipalities.map(({ code }) => code)).toEqual(['GM0358', 'GM0362', 'GM0384', 'GM0437', 'GM0451'])
})

test('every setting has a row with words, source and status; the municipalities are from memory', () => {
  expect(settingRows.map(({ id }) => id)).toEqual(Object.keys(settingsSchema.shape))
  for (const { words, source } of settingRows) expect([words.nl, words.en, source]).not.toContain('')
  expect(settingRows.find(({ id }) => id === 'municipalities')?.status).toBe('memory')
})

const twice = { code: 'GM0358', name: 'Aalsmeer' }
test.each([
  { given: { walkCutOffSeconds: 3 }, at: null },
  { given: { walkCutOffSeconds: 2.99 }, at: '/walkCutOffSeconds' },
  { given: { walkCutOffSeconds: 6 }, at: null },
  { given: { walkCutOffSeconds: 6.01 }, at: '/walkCutOffSeconds' },
  { given: { walkCutOffSeconds: 4.005 }, at: '/walkCutOffSeconds' },
  { given: { walkCutOffSeconds: '4' }, at: '/walkCutOffSeconds' },
  { given: { walkInequality: 'over' }, at: null },
  { given: { walkInequality: 'above' }, at: '/walkInequality' },
  { given: { frailFromCfs: 4 }, at: null },
  { given: { frailFromCfs: 3 }, at: '/frailFromCfs' },
  { given: { frailFromCfs: 7 }, at: null },
  { given: { frailFromCfs: 8 }, at: '/frailFromCfs' },
  { given: { frailFromCfs: 5.5 }, at: '/frailFromCfs' },
  { given: { snaqWeightLossKg: 4.1 }, at: null },
  { given: { snaqWeightLossKg: 10 }, at: '/snaqWeightLossKg' },
  { given: { completionPercent: 49 }, at: '/completionPercent' },
  { given: { completionPercent: 100 }, at: null },
  { given: { suppressionK: 9 }, at: '/suppressionK' },
  { given: { redFlagUrgency: { RF02: 'U1' } }, at: null },
  { given: { redFlagUrgency: { RF02: 'U3' } }, at: '/redFlagUrgency/RF02' },
  { given: { redFlagUrgency: { RF13: 'U2' } }, at: '/redFlagUrgency/RF13' },
  { given: { declineReasonsInUse: ['doesNotWant', 'other'] }, at: null },
  { given: { declineReasonsInUse: ['full', 'other'] }, at: '/declineReasonsInUse' },
  { given: { declineReasonsInUse: ['doesNotWant', 'full'] }, at: '/declineReasonsInUse' },
  { given: { declineReasonsInUse: ['doesNotWant', 'other', 'other'] }, at: '/declineReasonsInUse' },
  { given: { declineReasonsInUse: ['doesNotWant', 'other', 'rain'] }, at: '/declineReasonsInUse/2' },
  { given: { deadlines: { TM6: 3 } }, at: null },
  { given: { deadlines: { TM6: 2 } }, at: '/deadlines/TM6' },
  { given: { deadlines: { TM14: 29 } }, at: '/deadlines/TM14' },
  { given: { deadlines: { 'TM9.inBalans': 16 } }, at: null },
  { given: { deadlines: { 'TM4.U2': 1 } }, at: '/deadlines/TM4.U2' },
  { given: { deadlines: { TM99: 1 } }, at: '/deadlines/TM99' },
  { given: { mayScreen: [] }, at: '/mayScreen' },
  { given: { mayScreen: ['person'] }, at: '/mayScreen/0' },
  { given: { mayAnalyse: ['physiotherapist'] }, at: null },
  { given: { mayAnalyse: ['welfareWorker'] }, at: '/mayAnalyse/0' },
  { given: { shadowRuleSets: ['fms', 'fms'] }, at: '/shadowRuleSets' },
  { given: { municipalities: [twice, twice] }, at: '/municipalities' },
  { given: { municipalities: [{ code: '0358', name: 'Aalsmeer' }] }, at: '/municipalities/0/code' },
  { given: { payers: [{ payer: 'zvw', validFrom: '2026-02-29', validUntil: null }] }, at: '/payers/0/validFrom' },
  { given: { payers: [{ payer: 'zvw', validFrom: '2026-02-02', validUntil: '2026-02-01' }] }, at: '/payers/0/validUntil' },
  { given: { texts: { 'advice.walk': { nl: 'Loop', en: 'Walk' } } }, at: null },
  { given: { texts: { 'advice.walk': { nl: ' ', en: 'Walk' } } }, at: '/texts/advice.walk/nl' },
  { given: { ruleSet: 'wfg2022' }, at: '/ruleSet' },
  { given: { colour: 'green' }, at: '/colour' },
  { given: { 'a/b~c': 1 }, at: '/a~1b~0c' },
  { given: null, at: '' },
  { given: [], at: '' },
])('$given: fault at $at', ({ given, at }) => {
  const parsed = parseSettings(given)
  expect(parsed.ok ? null : parsed.faults.map((fault) => fault.at)).toEqual(at === null ? null : [at])
  if (!parsed.ok) for (const { words } of parsed.faults) expect([words.nl, words.en]).not.toContain('')
})

test('every fault of a file is named, not only the first', () => {
  const parsed = parseSettings({ walkCutOffSeconds: 9, frailFromCfs: 'five', deadlines: { TM6: 99 }, x: 1 })
  expect(parsed.ok ? [] : parsed.faults.map(({ at, words }) => [at, words.nl])).toEqual([
    ['/walkCutOffSeconds', 'Dit moet hoogstens 6 zijn'],
    ['/frailFromCfs', 'Hier hoort een getal te staan'],
    ['/deadlines/TM6', 'Dit moet hoogstens 20 zijn'],
    ['/x', '"x" is geen bekende instelling'],
  ])
})

test('a forged prototype is a fault wherever it stands, and changes nothing', () => {
  const parsed = parseSettings(JSON.parse('{"__proto__": {"suppressionK": 10}, "texts": {"__proto__": {"nl": "a", "en": "b"}}}'))
  expect(parsed.ok ? [] : parsed.faults.map(({ at }) => at)).toEqual(['/__proto__', '/texts/__proto__'])
})

test('chosen terms reach the deadlines, the validities among them', () => {
  const parsed = parseSettings({
    deadlines: { TM6: 5 },
    consentMonthsAtMost: 12,
    consentMonthsAfterEnd: 1,
    screeningValidMonths: 6,
  })
  if (!parsed.ok) throw new Error('The settings are right')
  const rules: readonly DeadlineRule[] = [...caseDeadlines, ...assignmentDeadlines]
  const due = (id: string) => dueOn(ruleById(rules, id), '2026-03-02', {}, termOverrides(parsed.value)).on
  expect([due('TM6'), due('TM13'), due('TM13.end'), due('TM12'), due('TM5')]).toEqual([
    '2026-03-09',
    '2027-03-02',
    '2026-04-02',
    '2026-09-02',
    '2026-03-16',
  ])
})
