// Findings and the order of questions: which answer is a finding, what follows from several, and what focus is led past.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallAnalysis } from '../../pathways/amstelland/v1/instruments/fall-analysis.ts'
import { sectionStatus } from '../../src/domain/completeness.ts'
import { computedIn, findingsIn } from '../../src/domain/findings.ts'
import { passedOver } from '../../src/domain/question-order.ts'
import { answered, anyAnswers } from '../support/answers.ts'

const sectionOf = (id: string) => fallAnalysis.sections.find((section) => section.id === id)!
const found = (id: string, values: Parameters<typeof answered>[0]) =>
  findingsIn(sectionOf(id), answered(values)).map(({ itemId }) => itemId)
const passed = (id: string, values: Parameters<typeof answered>[0], closed = false) => [
  ...passedOver(sectionOf(id), answered(values), closed),
]
const anySection = fc.constantFrom(...fallAnalysis.sections)

test.each([
  { section: 'mobility', values: { 'mobility.tug': 18.5, 'mobility.walk4m': 3.2 }, findings: ['mobility.tug'] },
  { section: 'mobility', values: { 'mobility.risesFromFloor': 'no' }, findings: ['mobility.risesFromFloor'] },
  { section: 'medication', values: { 'medication.fridClasses': ['opioids'] }, findings: ['medication.fridClasses'] },
  { section: 'nutrition', values: { 'nutrition.poorAppetite': 'yes' }, findings: [] },
  {
    section: 'nutrition',
    values: { 'nutrition.poorAppetite': 'yes', 'nutrition.stairsDifficulty': 'yes' },
    findings: ['nutrition.poorAppetite', 'nutrition.stairsDifficulty'],
  },
  { section: 'concern', values: { 'concern.fesI': Array.from({ length: 16 }, () => 2) }, findings: ['concern.fesI'] },
])('$section with $values: $findings', ({ section, values, findings }) => expect(found(section, values)).toEqual(findings))

test('a drop in pressure stands at the last standing value, below and above its limit', () => {
  const lying = { systolic: 150, diastolic: 84 }
  const of = (systolic: number) =>
    computedIn(
      sectionOf('orthostasis'),
      answered({ 'orthostasis.lying': lying, 'orthostasis.standing1': { systolic, diastolic: 80 } }),
    )
  expect(of(131)).toMatchObject([{ itemId: 'orthostasis.standing1', drop: { systolic: 19, diastolic: 4 }, tooFar: false }])
  expect(of(130)).toMatchObject([{ itemId: 'orthostasis.standing1', drop: { systolic: 20, diastolic: 4 }, tooFar: true }])
})

test('a section has findings exactly where its status says that there is a problem', () => {
  fc.assert(
    fc.property(anySection, anyAnswers(fallAnalysis), (section, answers) => {
      const status = sectionStatus(section, answers)
      if (status === 'problem') expect(findingsIn(section, answers)).not.toEqual([])
      if (status === 'noProblem') expect(findingsIn(section, answers)).toEqual([])
    }),
  )
})

test.each([
  { section: 'mood', values: { 'mood.down': 'no', 'mood.lessPleasure': 'no' }, past: ['mood.gds15'] },
  { section: 'mood', values: { 'mood.down': 'yes', 'mood.lessPleasure': 'no' }, past: [] },
  {
    section: 'orthostasis',
    values: { 'orthostasis.lying': { systolic: 150, diastolic: 84 } },
    past: ['orthostasis.sitting', 'orthostasis.standingAfterSitting'],
  },
  { section: 'nutrition', values: { 'nutrition.weightLoss': 0 }, past: ['nutrition.arm'] },
  {
    section: 'mobility',
    values: { 'mobility.walk4m': 6.1 },
    past: ['mobility.sideBySide', 'mobility.semiTandem', 'mobility.oneLeg', 'mobility.gait'],
  },
  { section: 'mobility', values: { 'mobility.sideBySide': 10 }, past: ['mobility.oneLeg', 'mobility.gait'] },
  { section: 'wishes', values: { 'wishes.goal': 'weer dansen' }, past: [] },
])('$section with $values: focus goes past $past', ({ section, values, past }) => expect(passed(section, values)).toEqual(past))

test('nobody is led past a red flag, past what must be known, or past what a section still needs', () => {
  fc.assert(
    fc.property(anySection, anyAnswers(fallAnalysis), fc.boolean(), (section, answers, closed) => {
      const past = passedOver(section, answers, closed)
      for (const item of section.items) {
        if (!past.has(item.id)) continue
        expect([item.redFlag, item.mustBeKnown, answers[item.id]]).toEqual([undefined, undefined, undefined])
      }
      // Whoever goes from question to question until none is expected has handled the section.
      const left = section.items.filter(({ id }) => past.has(id) || answers[id] !== undefined)
      if (
        left.length === section.items.length &&
        section.core.flat().every((id) => answers[id] === undefined || answers[id].is === 'given')
      )
        expect(sectionStatus(section, answers)).not.toBe('notDone')
    }),
  )
})
