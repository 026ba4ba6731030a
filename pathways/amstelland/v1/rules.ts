// The rules of Amstelland version 1, brought together for one set of coalition settings.
import type { Urgency } from '../../../src/domain/red-flags.ts'
import type { Note, Rules } from '../../../src/domain/rules.ts'
import { answerWords } from './answer-words.ts'
import { assumptions } from './assumptions.ts'
import { assessedFacts, derivedFacts } from './derived-facts.ts'
import { byDefinition, facts, shadowFacts } from './facts.ts'
import { followUps } from './follow-ups.ts'
import { interventions } from './interventions.ts'
import { payers } from './payers.ts'
import { redFlags } from './red-flags.ts'
import { forms, routingRows } from './routing-rules.ts'
import { screeningRules } from './screening-rules.ts'
import type { Settings } from './settings.ts'
import { fms, worldFallsGuidelines } from './shadow-rules.ts'

const notes: readonly Note[] = [
  {
    id: 'considerAnalysis',
    when: {
      all: [
        { fact: 'level', is: 'low' },
        {
          any: [
            { fact: 'frail', is: 'yes' },
            { fact: 'balanceStrengthProblem', is: 'yes' },
          ],
        },
      ],
    },
    words: {
      nl: 'Het valrisico is laag, maar deze persoon is kwetsbaar of heeft een balans- of krachtprobleem: overweeg een valanalyse.',
      en: 'The fall risk is low, but this person is frail or has a balance or strength problem: consider a fall analysis.',
    },
    source: 'Valpad',
    status: 'local default',
  },
]

const shadowSets = { wfg2022: worldFallsGuidelines, fms } as const

const urgencyOf = (flag: string, { redFlagUrgency }: Settings): Urgency | undefined =>
  (redFlagUrgency as { readonly [flag: string]: Urgency | undefined })[flag]

export function rules(settings: Settings): Rules {
  return {
    facts,
    byDefinition,
    derivedFacts,
    assessedFacts,
    shadowFacts,
    screening: screeningRules(settings),
    shadows: settings.shadowRuleSets.map((name) => shadowSets[name]),
    upgrade: { ruleSet: fms.id, outcome: 'assess', at: 'moderate' },
    redFlags: redFlags.map((flag) => ({ ...flag, urgency: urgencyOf(flag.id, settings) ?? flag.urgency })),
    routing: { rows: routingRows, assumptions, forms, interventions, payers },
    followUps,
    notes,
    findings: ['concernClass', 'balanceStrengthProblem', 'orthostaticHypotension'],
    answerWords,
  }
}
