// The Valrisicotest of VeiligheidNL as the Dutch chain uses it, reconstructed from its protocol page: the set that decides.
import type { Condition } from '../../../src/domain/condition.ts'
import type { ScreeningRuleSet } from '../../../src/domain/screening.ts'
import type { Settings } from './settings.ts'

const anyKeyQuestion: Condition = {
  any: [
    { fact: 'falls12m', atLeast: 1 },
    { fact: 'concern', is: 'yes' },
    { fact: 'mobilityDifficulty', is: 'yes' },
  ],
}
const afterAFall = (fact: string): Condition => ({
  all: [
    { fact: 'falls12m', atLeast: 1 },
    { fact, is: 'yes' },
  ],
})

const worldGuideline = { source: 'S26', status: 'secondary' } as const

/** 65 and over, living at home: the chain and its payment are for them (S04, S05). */
export const outOfScope = {
  id: 'A0',
  when: {
    any: [
      { fact: 'age', below: 65 },
      { fact: 'livesAtHome', is: 'no' },
    ],
  },
  source: 'S04 + S05',
  status: 'read',
} as const

export function screeningRules(settings: Pick<Settings, 'walkCutOffSeconds' | 'walkInequality'>): ScreeningRuleSet {
  const cutOff = settings.walkCutOffSeconds
  // Times are compared as typed, in seconds with two decimals: 3.99 is below 4.00. Nothing is divided.
  const slow: Condition =
    settings.walkInequality === 'atLeast' ? { fact: 'walk4m', atLeast: cutOff } : { fact: 'walk4m', over: cutOff }
  return {
    id: 'nl-valrisicotest@reconstructed-1',
    title: { nl: 'Valrisicotest (VeiligheidNL)', en: 'Valrisicotest (VeiligheidNL fall-risk test)' },
    source: 'S03',
    status: 'secondary',
    levels: ['low', 'moderate', 'high'],
    allReasonsAt: ['high'],
    asks: ['falls12m', 'concern', 'mobilityDifficulty', 'injury', 'couldNotGetUp', 'lossOfConsciousness', 'frail', 'walk4m'],
    outOfScope,
    rows: [
      { id: 'A1', when: { fact: 'falls12m', atLeast: 2 }, level: 'high', reason: 'twoOrMoreFalls', ...worldGuideline },
      { id: 'A2-injury', when: afterAFall('injury'), level: 'high', reason: 'injury', ...worldGuideline },
      { id: 'A2-couldNotGetUp', when: afterAFall('couldNotGetUp'), level: 'high', reason: 'couldNotGetUp', ...worldGuideline },
      {
        id: 'A2-lossOfConsciousness',
        when: afterAFall('lossOfConsciousness'),
        level: 'high',
        reason: 'lossOfConsciousness',
        ...worldGuideline,
      },
      {
        id: 'A3',
        when: { all: [{ fact: 'frail', is: 'yes' }, anyKeyQuestion] },
        level: 'high',
        reason: 'frail',
        ...worldGuideline,
      },
      {
        id: 'A4',
        when: {
          all: [
            { fact: 'falls12m', is: 0 },
            { fact: 'concern', is: 'no' },
            { fact: 'mobilityDifficulty', is: 'no' },
          ],
        },
        level: 'low',
        reason: 'keyQuestionsNegative',
        source: 'S26 + S04',
        status: 'secondary',
      },
      // The 4 seconds were read (S03); that exactly 4.0 counts as slow is our reading, and a setting.
      { id: 'A5', when: slow, level: 'moderate', reason: 'walkSlow', source: 'S03 + Valpad', status: 'local default' },
      {
        id: 'A7',
        when: { fact: 'walk4m', is: 'unable' },
        level: 'moderate',
        reason: 'walkUnable',
        source: 'Valpad',
        status: 'local default',
      },
      {
        id: 'A6',
        when: { all: [{ not: slow }, { not: { fact: 'walk4m', is: 'unable' } }] },
        level: 'low',
        reason: 'walkOk',
        source: 'S03',
        status: 'read',
      },
    ],
  }
}
