// Who pays: a table of its own, evaluated after the clinical choice and never changing it. `interventionKind` is what is paid for.
import type { PayerRow } from '../../../src/domain/routing.ts'

export const payers: readonly PayerRow[] = [
  {
    id: 'P-individual',
    when: { fact: 'interventionKind', is: 'individual' },
    payer: 'ownRules',
    words: {
      nl: 'betaald volgens de regels van die zorg zelf; na te gaan, en let op het eigen risico',
      en: 'paid by the rules of that care itself; to be checked, mind the deductible',
    },
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'P-concern',
    when: { fact: 'interventionKind', is: 'concern' },
    payer: 'municipalityOrSupplementary',
    words: {
      nl: 'de gemeente of een aanvullende verzekering; lokaal af te spreken',
      en: 'the municipality or a supplementary insurance; by local agreement',
    },
    source: 'S08',
    status: 'local default',
  },
  {
    id: 'P1',
    when: {
      any: [
        { fact: 'interventionKind', is: 'regular' },
        { fact: 'level', is: 'low' },
      ],
    },
    payer: 'ownOrMunicipal',
    words: {
      nl: 'eigen bijdrage of gemeente: het gewone beweegaanbod',
      en: 'own contribution or municipality: the regular exercise offer',
    },
    source: 'S05',
    status: 'read',
  },
  {
    id: 'P2',
    when: { fact: 'level', is: 'moderate' },
    payer: 'municipality',
    words: { nl: 'de gemeente (matig valrisico)', en: 'the municipality (moderate fall risk)' },
    source: 'S07 + S08',
    status: 'read',
  },
  {
    id: 'P3',
    when: {
      all: [
        { fact: 'level', is: 'high' },
        { fact: 'underlying', is: 'no' },
      ],
    },
    payer: 'municipality',
    words: {
      nl: 'de gemeente (hoog valrisico zonder onderliggend probleem)',
      en: 'the municipality (high fall risk without an underlying problem)',
    },
    source: 'S07 + S08',
    status: 'read',
  },
  {
    id: 'P4',
    when: {
      all: [
        { fact: 'level', is: 'high' },
        { fact: 'underlying', is: 'yes' },
      ],
    },
    payer: 'zvw',
    words: {
      nl: 'de basisverzekering (Zvw), hooguit één programma per 12 maanden; het eigen risico geldt',
      en: 'the basic health insurance (Zvw), at most one programme per 12 months; the deductible applies',
    },
    source: 'S06 + S07 + S13',
    status: 'read',
  },
  {
    id: 'P5',
    when: { all: [] },
    payer: 'undetermined',
    words: {
      nl: 'nog niet te zeggen: vul in of er een onderliggend probleem is',
      en: 'not to be said yet: fill in whether there is an underlying problem',
    },
    source: 'Valpad',
    status: 'local default',
  },
]
