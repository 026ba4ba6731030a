// The fall analysis of Amstelland: its sections, and the domains of the FMS guideline that say when it is complete.
import type { Domain, Instrument } from '../../../../src/domain/instrument.ts'
import type { Words } from '../../../../src/domain/words.ts'
import { type AnalysisSettings, defaultAnalysisSettings, snaqLimits } from '../cut-offs.ts'
import { alcohol, bones, continence, feet, nutrition, vitaminD } from './fall-analysis/body.ts'
import { concern } from './fall-analysis/concern.ts'
import { adl, comorbidity, frailty, home } from './fall-analysis/daily-life.ts'
import { fallHistory } from './fall-analysis/fall-history.ts'
import { cardiovascular, dizziness, orthostasis } from './fall-analysis/heart-and-dizziness.ts'
import { read } from './fall-analysis/items.ts'
import { medication } from './fall-analysis/medication.ts'
import { mobility } from './fall-analysis/mobility.ts'
import { social, wishes } from './fall-analysis/person-and-wishes.ts'
import { redFlags } from './fall-analysis/red-flags.ts'
import { cognition, hearing, mood, vision } from './fall-analysis/senses-and-mind.ts'

const domain = (id: string, words: Words, sections: readonly string[] = [id]): Domain => ({ id, words, sections, ...read('S23') })

/** The minimum set of the guideline: eight domains. */
const minimum: readonly Domain[] = [
  domain('mobility', { nl: 'Mobiliteit', en: 'Mobility' }),
  domain('medication', { nl: 'Medicatie', en: 'Medication' }),
  domain('vitaminD', { nl: 'Vitamine D', en: 'Vitamin D' }),
  domain('concern', { nl: 'Bezorgdheid om te vallen', en: 'Concern about falling' }),
  domain('cognition', { nl: 'Cognitie', en: 'Cognition' }),
  domain('vision', { nl: 'Zien', en: 'Vision' }),
  domain('cardiovascular', { nl: 'Hart en vaten, met orthostase', en: 'Cardiovascular disease, with orthostasis' }, [
    'cardiovascular',
    'orthostasis',
  ]),
  domain('environment', { nl: 'Omgeving', en: 'Environment' }, ['home']),
]

/** Preferably also: eight more, and always the wishes of the person; seventeen in all. */
const preferred: readonly Domain[] = [
  domain('mood', { nl: 'Stemming', en: 'Mood' }),
  domain('continence', { nl: 'Incontinentie', en: 'Incontinence' }),
  domain('hearing', { nl: 'Horen', en: 'Hearing' }),
  domain('adl', { nl: 'ADL en IADL', en: 'ADL and IADL' }),
  domain('feet', { nl: 'Voeten en schoeisel', en: 'Feet and footwear' }),
  domain('comorbidity', { nl: 'Comorbiditeit', en: 'Comorbidity' }),
  domain('alcohol', { nl: 'Alcohol', en: 'Alcohol' }),
  domain('nutrition', { nl: 'Voeding', en: 'Nutrition' }),
  domain('wishes', { nl: 'Wensen', en: 'Wishes' }),
]

export const fallAnalysisWith = (settings: AnalysisSettings): Instrument => ({
  id: 'fallAnalysis',
  words: { nl: 'Valanalyse', en: 'Fall analysis', b1: 'Gesprek over stevig staan en lopen' },
  sections: [
    redFlags,
    fallHistory,
    dizziness,
    orthostasis,
    cardiovascular,
    mobility,
    feet,
    concern,
    bones,
    cognition,
    mood,
    vision,
    hearing,
    nutrition(snaqLimits(settings)),
    vitaminD,
    alcohol,
    continence,
    medication,
    adl,
    home,
    social,
    frailty(settings),
    comorbidity,
    wishes,
  ],
  domains: { minimum, preferred },
})

export const fallAnalysis = fallAnalysisWith(defaultAnalysisSettings)
