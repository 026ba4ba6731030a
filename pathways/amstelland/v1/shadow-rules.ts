// Rule sets that run beside the deciding one: World Falls Guidelines 2022 and the FMS guideline. Stored and shown, never deciding.
import type { Condition } from '../../../src/domain/condition.ts'
import type { ScreeningRuleSet } from '../../../src/domain/screening.ts'
import { outOfScope } from './screening-rules.ts'

const worldGuideline = { source: 'S26', status: 'secondary' } as const
const fmsGuideline = { source: 'S22', status: 'read' } as const

const anyKeyQuestion: Condition = {
  any: [
    { fact: 'falls12m', atLeast: 1 },
    { fact: 'concern', is: 'yes' },
    { fact: 'mobilityDifficulty', is: 'yes' },
  ],
}
const severe = (fact: string): Condition => ({ all: [anyKeyQuestion, { fact, is: 'yes' }] })

/** Walking speed and Timed Up and Go come in as one fact, `gaitImpaired`: either impaired is impaired, one done and normal is enough. */
export const worldFallsGuidelines: ScreeningRuleSet = {
  id: 'wfg-2022@public-implementation',
  title: { nl: 'World Falls Guidelines 2022', en: 'World Falls Guidelines 2022' },
  ...worldGuideline,
  levels: ['low', 'intermediate', 'high'],
  allReasonsAt: ['high'],
  asks: ['falls12m', 'concern', 'mobilityDifficulty', 'injury', 'couldNotGetUp', 'lossOfConsciousness', 'frail', 'gaitImpaired'],
  outOfScope,
  rows: [
    {
      id: 'B1',
      when: {
        all: [
          { fact: 'falls12m', is: 0 },
          { fact: 'concern', is: 'no' },
          { fact: 'mobilityDifficulty', is: 'no' },
        ],
      },
      level: 'low',
      reason: 'keyQuestionsNegative',
      ...worldGuideline,
    },
    {
      id: 'B2-twoOrMoreFalls',
      when: { fact: 'falls12m', atLeast: 2 },
      level: 'high',
      reason: 'twoOrMoreFalls',
      ...worldGuideline,
    },
    { id: 'B2-injury', when: severe('injury'), level: 'high', reason: 'injury', ...worldGuideline },
    { id: 'B2-couldNotGetUp', when: severe('couldNotGetUp'), level: 'high', reason: 'couldNotGetUp', ...worldGuideline },
    {
      id: 'B2-lossOfConsciousness',
      when: severe('lossOfConsciousness'),
      level: 'high',
      reason: 'lossOfConsciousness',
      ...worldGuideline,
    },
    { id: 'B2-frail', when: severe('frail'), level: 'high', reason: 'frail', ...worldGuideline },
    { id: 'B3', when: { fact: 'gaitImpaired', is: 'yes' }, level: 'intermediate', reason: 'gaitImpaired', ...worldGuideline },
    { id: 'B4', when: { fact: 'gaitImpaired', is: 'no' }, level: 'low', reason: 'gaitNormal', ...worldGuideline },
  ],
}

/** The FMS rule knows two outcomes: assess (do a multifactorial assessment), or nothing by this rule. */
export const fms: ScreeningRuleSet = {
  id: 'fms-2022@recommendations',
  title: { nl: 'FMS-richtlijn Preventie van valincidenten', en: 'FMS guideline on fall prevention' },
  ...fmsGuideline,
  levels: ['noAssessment', 'assess'],
  allReasonsAt: ['assess'],
  asks: ['falls12m', 'mobilityDifficulty', 'lossOfConsciousness', 'fractureRisk', 'presentsWithFall'],
  outOfScope,
  rows: [
    {
      id: 'D1',
      when: { fact: 'presentsWithFall', is: 'yes' },
      level: 'assess',
      reason: 'presentsWithFall',
      ...fmsGuideline,
    },
    { id: 'D2', when: { fact: 'falls12m', atLeast: 2 }, level: 'assess', reason: 'twoOrMoreFalls', ...fmsGuideline },
    {
      id: 'D3',
      when: {
        all: [
          { fact: 'falls12m', is: 1 },
          { fact: 'fractureRisk', is: 'yes' },
        ],
      },
      level: 'assess',
      reason: 'fallAndFractureRisk',
      ...fmsGuideline,
    },
    {
      id: 'D4',
      when: {
        all: [
          { fact: 'falls12m', is: 1 },
          { fact: 'lossOfConsciousness', is: 'yes' },
        ],
      },
      level: 'assess',
      reason: 'fallWithLossOfConsciousness',
      ...fmsGuideline,
    },
    {
      id: 'D5',
      when: {
        all: [
          { fact: 'falls12m', is: 1 },
          { fact: 'mobilityDifficulty', is: 'yes' },
        ],
      },
      level: 'assess',
      reason: 'fallAndMobility',
      ...fmsGuideline,
    },
    { id: 'D6', when: { all: [] }, level: 'noAssessment', reason: 'noCriterion', ...fmsGuideline },
  ],
}
