// What an unknown fact counts as in routing. It is never silent: what matters is listed in the answer.
import type { Assumption } from '../../../src/domain/routing.ts'

const ours = { source: 'vignettes, routing', status: 'local default' } as const

export const assumptions: readonly Assumption[] = [
  {
    id: 'U-groupFeasible',
    fact: 'groupFeasible',
    as: 'yes',
    otherwise: ['no'],
    listed: true,
    words: { nl: 'dat meedoen in een groep kan', en: 'that taking part in a group is feasible' },
    ...ours,
  },
  {
    id: 'U-preference',
    fact: 'preference',
    as: 'none',
    otherwise: ['group', 'home'],
    listed: true,
    words: { nl: 'dat er geen voorkeur is voor groep of thuis', en: 'that there is no preference for a group or home' },
    ...ours,
  },
  {
    id: 'U-walks10m',
    fact: 'walks10m',
    as: 'yes',
    otherwise: ['no'],
    listed: true,
    unless: { all: [{ fact: 'walk4m', known: true }, { not: { fact: 'walk4m', is: 'unable' } }] },
    words: { nl: 'dat deze persoon 10 meter zelf loopt', en: 'that this person walks 10 metres unaided' },
    ...ours,
  },
  {
    id: 'U-cognition',
    fact: 'cognition',
    as: 'ok',
    otherwise: ['impaired'],
    listed: true,
    words: { nl: 'dat er geen cognitieve beperking is', en: 'that there is no cognitive impairment' },
    ...ours,
  },
  {
    id: 'U-avoidance',
    fact: 'avoidance',
    as: 'no',
    otherwise: ['yes'],
    listed: true,
    words: { nl: 'dat geen activiteiten worden vermeden', en: 'that no activities are avoided' },
    ...ours,
  },
  {
    id: 'U-frail',
    fact: 'frail',
    as: 'no',
    otherwise: ['yes'],
    listed: true,
    words: { nl: 'dat deze persoon niet kwetsbaar is', en: 'that this person is not frail' },
    ...ours,
  },
  {
    id: 'U-analysis',
    fact: 'analysis',
    as: 'none',
    otherwise: ['started', 'complete'],
    listed: false,
    words: { nl: 'dat er nog geen valanalyse is', en: 'that there is no fall analysis yet' },
    ...ours,
  },
]
