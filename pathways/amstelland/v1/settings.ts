// What a coalition may set in this pathway, with bounds, defaults and sources. Everything else is the same for everybody.
import * as z from 'zod'
import type { DeadlineRule, TermOverrides } from '../../../src/domain/deadline.ts'
import type { Checked } from '../../../src/domain/fault.ts'
import { Role } from '../../../src/domain/role.ts'
import { listOf, parseWith, rowsOf, schemaOf, setting } from '../../../src/domain/settings-table.ts'
import { assignmentDeadlines, caseDeadlines } from './deadlines.ts'
import { declineReasons } from './decline-reasons.ts'

const localDefault = { source: 'Valpad', status: 'local default' } as const
const fromMemory = { source: 'Valpad', status: 'memory' } as const

const hundredths = z.number().multipleOf(0.01)
const day = z.iso.date()
const text = z.string().trim().min(1).max(4000)
const words = z.strictObject({ nl: text, en: text })
const plainWords = z.strictObject({ nl: text, en: text, b1: text })
const amongRoles = (roles: readonly [Role, ...Role[]]) => listOf(Role.extract(roles), 1, roles.length)

const InterventionCode = z.enum([
  'regularExercise',
  'inBalans',
  'inBalansWithCarer',
  'vallenVerledenTijd',
  'otagoHome',
  'otagoHomeWithCarer',
  'otagoGroup',
  'zichtOpEvenwichtGroup',
  'zichtOpEvenwichtHome',
  'individualTherapy',
  'homeExerciseWithCoach',
])

/** Only flags that stop the pathway have an urgency to choose; none can be made slower than the same day. */
const StoppingFlag = z.enum(['RF01', 'RF02', 'RF03', 'RF04', 'RF05', 'RF06', 'RF07', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12'])

const declineReasonIds = declineReasons.map(({ id }) => id)
/** Without these two nobody could say that the person does not want it, or what the table does not name. */
const DeclineReasonsInUse = listOf(z.enum(declineReasonIds), 2, declineReasonIds.length).refine(
  (ids) => ids.includes('doesNotWant') && ids.includes('other'),
  { params: { nl: 'doesNotWant en other horen er altijd bij', en: 'doesNotWant and other always belong to it' } },
)

const Municipality = z.strictObject({ code: z.string().regex(/^GM\d{4}$/), name: z.string().trim().min(1).max(80) })

const PayerTerm = z
  .strictObject({
    payer: z.enum(['zvw', 'municipality', 'municipalityOrSupplementary', 'ownOrMunicipal', 'ownRules']),
    validFrom: day,
    validUntil: day.nullable(),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    path: ['validUntil'],
    params: { nl: 'Het einde ligt voor het begin', en: 'The end lies before the start' },
  })

const ConsentText = z.strictObject({ version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/), validFrom: day, words: plainWords })

const mayScreenRoles = [
  'practiceAssistant',
  'practiceNurse',
  'generalPractitioner',
  'geriatricSpecialist',
  'districtNurse',
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'communitySportCoach',
  'welfareWorker',
] as const
/** Whom a coalition can let do the fall analysis at all. */
export const mayEverAnalyse = [
  'practiceNurse',
  'generalPractitioner',
  'geriatricSpecialist',
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
] as const

/** Every term that may be set: by rule id, or `rule.word` where it varies (`TM9.inBalans`); in the unit of the rule. */
const deadlineAmounts = z.strictObject(Object.fromEntries([...caseDeadlines, ...assignmentDeadlines].flatMap(amountsOf)))

function amountsOf(rule: DeadlineRule): [string, z.ZodOptional<z.ZodNumber>][] {
  if (rule.bounds === undefined) return []
  const amount = z.int().min(rule.bounds.least).max(rule.bounds.most).optional()
  const ids = rule.varies === undefined ? [rule.id] : Object.keys(rule.varies.terms).map((word) => `${rule.id}.${word}`)
  return ids.map((id) => [id, amount])
}

const table = {
  ruleSet: setting(
    z.literal('nl-valrisicotest@reconstructed-1'),
    'nl-valrisicotest@reconstructed-1',
    { source: 'S03 + S26', status: 'secondary' },
    {
      nl: 'Regels die het niveau bepalen',
      en: 'Rules that decide the level',
    },
  ),
  shadowRuleSets: setting(listOf(z.enum(['wfg2022', 'fms']), 0, 2), ['wfg2022', 'fms'], localDefault, {
    nl: 'Regels die meelopen en worden bewaard, maar niets beslissen',
    en: 'Rules that run beside and are kept, but decide nothing',
  }),
  walkCutOffSeconds: setting(
    hundredths.min(3).max(6),
    4,
    { source: 'S03', status: 'read' },
    {
      nl: 'Grens van de looptest over 4 meter, in seconden (3,0 tot 6,0)',
      en: 'Cut-off of the 4-metre walk, in seconds (3.0 to 6.0)',
    },
  ),
  walkInequality: setting(z.enum(['atLeast', 'over']), 'atLeast', localDefault, {
    nl: 'Vanaf wanneer lopen als langzaam telt: precies op de grens of pas daarboven',
    en: 'From when walking counts as slow: exactly at the cut-off or only above it',
  }),
  frailFromCfs: setting(z.int().min(4).max(7), 5, localDefault, {
    nl: 'Kwetsbaar vanaf deze score op de Clinical Frailty Scale (4 tot 7)',
    en: 'Frail from this score on the Clinical Frailty Scale (4 to 7)',
  }),
  snaqWeightLossKg: setting(z.number().multipleOf(0.1).min(3).max(6), 4, localDefault, {
    nl: 'Ongewenst gewichtsverlies in 6 maanden dat als ondervoed telt, in kg (3,0 tot 6,0)',
    en: 'Unintended weight loss in 6 months that counts as undernourished, in kg (3.0 to 6.0)',
  }),
  redFlagUrgency: setting(z.partialRecord(StoppingFlag, z.enum(['U1', 'U2'])), {}, localDefault, {
    nl: 'Afwijkende urgentie van een rode vlag die het traject stopt: nu (U1) of dezelfde dag (U2)',
    en: 'Another urgency for a red flag that stops the pathway: now (U1) or the same day (U2)',
  }),
  deadlines: setting(deadlineAmounts, {}, localDefault, {
    nl: 'Andere termijnen, per termijn, in de eenheid van die termijn en binnen haar grenzen',
    en: 'Other terms, per deadline, in the unit of that deadline and within its bounds',
  }),
  declineReasonsInUse: setting(DeclineReasonsInUse, declineReasonIds, localDefault, {
    nl: 'Redenen die gekozen kunnen worden als iets niet doorgaat',
    en: 'Reasons that can be chosen when something does not go ahead',
  }),
  completionPercent: setting(z.int().min(50).max(100), 75, localDefault, {
    nl: 'Genoeg gevolgd vanaf dit deel van de bijeenkomsten, in procenten (50 tot 100)',
    en: 'Dose reached from this share of the sessions, in percent (50 to 100)',
  }),
  plannedSessions: setting(z.partialRecord(InterventionCode, z.int().min(1).max(150)), {}, localDefault, {
    nl: 'Ander aantal bijeenkomsten, per interventie (1 tot 150)',
    en: 'Another number of sessions, per intervention (1 to 150)',
  }),
  screeningValidMonths: setting(
    z.int().min(6).max(12),
    12,
    { source: 'S22', status: 'read' },
    {
      nl: 'Een valrisicotest geldt zo veel maanden (6 tot 12)',
      en: 'A screening is valid for so many months (6 to 12)',
    },
  ),
  consentMonthsAfterEnd: setting(z.int().min(0).max(6), 3, localDefault, {
    nl: 'Toestemming loopt door na het einde van waar zij voor gegeven is, in maanden (0 tot 6)',
    en: 'Consent goes on after the end of what it was given for, in months (0 to 6)',
  }),
  consentMonthsAtMost: setting(z.int().min(6).max(24), 24, localDefault, {
    nl: 'Toestemming geldt nooit langer dan zo veel maanden (6 tot 24)',
    en: 'Consent never lasts longer than so many months (6 to 24)',
  }),
  consentTexts: setting(
    listOf(ConsentText, 1, 20),
    [
      {
        version: '2026-11',
        validFrom: '2026-11-01',
        words: {
          nl: 'Ik vind het goed dat mijn praktijk de gegevens die hier staan deelt met deze aanbieder, zodat die mij kan helpen.',
          en: 'I agree that my practice shares the data listed here with this provider, so that they can help me.',
          b1: 'U vindt het goed dat wij deze gegevens delen met wie u gaat helpen. U kunt dit later altijd weer stoppen.',
        },
      },
    ],
    localDefault,
    { nl: 'Toestemmingsteksten met versie en begindatum', en: 'Consent texts with version and start date' },
  ),
  mayScreen: setting(
    amongRoles(mayScreenRoles),
    [...mayScreenRoles],
    { source: 'S04', status: 'read' },
    {
      nl: 'Wie de valrisicotest mag afnemen (na scholing)',
      en: 'Who may do the screening (after training)',
    },
  ),
  mayAnalyse: setting(
    amongRoles(mayEverAnalyse),
    ['practiceNurse', 'generalPractitioner', 'geriatricSpecialist'],
    { source: 'S01 + S07', status: 'read' },
    {
      nl: 'Wie de valanalyse mag doen',
      en: 'Who may do the fall analysis',
    },
  ),
  socialPartnersSeeLevel: setting(z.boolean(), false, localDefault, {
    nl: 'Zien partners in het sociaal domein het risiconiveau',
    en: 'Whether partners in the social domain see the risk level',
  }),
  suppressionK: setting(
    z.int().min(10).max(50),
    10,
    { source: 'S68 + Valpad', status: 'local default' },
    {
      nl: 'Aantallen van 1 tot onder dit getal worden niet getoond (10 tot 50)',
      en: 'Counts from 1 to below this number are not shown (10 to 50)',
    },
  ),
  municipalities: setting(
    listOf(Municipality, 1, 50),
    [
      { code: 'GM0358', name: 'Aalsmeer' },
      { code: 'GM0362', name: 'Amstelveen' },
      { code: 'GM0384', name: 'Diemen' },
      { code: 'GM0437', name: 'Ouder-Amstel' },
      { code: 'GM0451', name: 'Uithoorn' },
    ],
    fromMemory,
    { nl: 'Gemeenten van de coalitie met hun CBS-code', en: 'Municipalities of the coalition with their CBS code' },
  ),
  payers: setting(
    listOf(PayerTerm, 1, 50),
    [
      { payer: 'zvw', validFrom: '2024-01-01', validUntil: null },
      { payer: 'municipality', validFrom: '2023-01-01', validUntil: '2026-12-31' },
      { payer: 'municipalityOrSupplementary', validFrom: '2023-01-01', validUntil: '2026-12-31' },
      { payer: 'ownOrMunicipal', validFrom: '2023-01-01', validUntil: null },
      { payer: 'ownRules', validFrom: '2023-01-01', validUntil: null },
    ],
    { source: 'S06 + S15', status: 'memory' },
    {
      nl: 'Wie betaalt, van wanneer tot wanneer (na 2026 nog niet bekend)',
      en: 'Who pays, from when until when (not yet known after 2026)',
    },
  ),
  interventionsOffered: setting(
    listOf(InterventionCode, 1, InterventionCode.options.length),
    [...InterventionCode.options],
    localDefault,
    {
      nl: 'Erkende interventies die in de regio worden aangeboden; het voorstel blijft wat het beste past, de sociale kaart zegt wat er is',
      en: 'Recognised interventions offered in the region; the proposal stays what fits best, the service directory says what there is',
    },
  ),
  texts: setting(z.record(z.string().regex(/^[a-z][A-Za-z0-9.]{0,99}$/), words), {}, localDefault, {
    nl: 'Eigen bewoordingen, per tekst in het Nederlands en Engels',
    en: 'Own wording, per text in Dutch and English',
  }),
}

export const settingsSchema = schemaOf(table)
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = settingsSchema.parse({})
export const settingRows = rowsOf(table)

/** The settings in a coalition's file; what it leaves out takes the default. Every fault is named with its place. */
export const parseSettings = (given: unknown): Checked<Settings> => parseWith(settingsSchema, given)

/** The terms that this coalition has chosen, for reckoning with deadlines. */
export const termOverrides = (settings: Settings): TermOverrides => ({
  ...settings.deadlines,
  TM12: settings.screeningValidMonths,
  TM13: settings.consentMonthsAtMost,
  'TM13.end': settings.consentMonthsAfterEnd,
})
