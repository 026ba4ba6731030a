// Cut-offs: every table that turns a score or a measurement of the fall analysis into a class, as data with its source.
import type { Bands, Reference } from '../../../src/domain/bands.ts'
import type { Row } from '../../../src/domain/provenance.ts'
import type { QuestionnaireRule } from '../../../src/domain/scoring/questionnaire-total.ts'
import type { SnaqLimits } from '../../../src/domain/scoring/snaq65.ts'

// A row whose parts differ in status carries the weakest, so that nothing half verified is shown as verified.
// Times are whole hundredths of a second, exactly as typed: the tables touch without rounding.

const points = (id: string, measure: string, source: string) => ({ id, measure, unit: 'points', source, step: 1 }) as const
const time = (id: string, measure: string, source: string) => ({ id, measure, unit: 's/100', source, step: 1 }) as const

export type ConcernClass = 'low' | 'moderate' | 'high'

export const concernBands16: Bands<ConcernClass> = {
  ...points('concern.fesI16', 'FES-I, 16 items', 'S36'),
  status: 'secondary',
  from: 16,
  to: 64,
  bands: [
    { from: 16, upTo: 19, is: 'low' },
    { from: 20, upTo: 27, is: 'moderate' },
    { from: 28, upTo: 64, is: 'high' },
  ],
}

export const concernBands7: Bands<ConcernClass> = {
  ...points('concern.shortFesI', 'Short FES-I, 7 items', 'S37'), // the range was read there, the classes were not
  status: 'memory',
  from: 7,
  to: 28,
  bands: [
    { from: 7, upTo: 8, is: 'low' },
    { from: 9, upTo: 13, is: 'moderate' },
    { from: 14, upTo: 28, is: 'high' },
  ],
}

/** With more items missing there is no total; with fewer their mean stands in, rounded up. */
export const fesIRule: QuestionnaireRule = {
  id: 'concern.fesI.missing',
  source: 'Valpad',
  status: 'memory',
  items: 16,
  mostMissing: 4,
}
export const shortFesIRule: QuestionnaireRule = {
  id: 'concern.shortFesI.missing',
  source: 'Valpad',
  status: 'memory',
  items: 7,
  mostMissing: 2,
}

/** Fewer stands than the value is below the reference. The values come from S30, the direction "fewer than" from memory. */
export const chairStandReference: Reference = {
  id: 'mobility.chair30',
  measure: 'chair stands in 30 seconds',
  unit: 'stands',
  source: 'S30',
  status: 'memory',
  bands: [
    { fromAge: 60, upToAge: 64, M: 14, F: 12 },
    { fromAge: 65, upToAge: 69, M: 12, F: 11 },
    { fromAge: 70, upToAge: 74, M: 12, F: 10 },
    { fromAge: 75, upToAge: 79, M: 11, F: 10 },
    { fromAge: 80, upToAge: 84, M: 10, F: 9 },
    { fromAge: 85, upToAge: 89, M: 8, F: 8 },
    { fromAge: 90, upToAge: 94, M: 7, F: 4 },
  ],
}

type Pace = 'normal' | 'slow'

/** The value the fall analysis uses (STEADI): 11.99 s is normal, 12.00 s is slow. */
export const tugBands: Bands<Pace> = {
  ...time('mobility.tug', 'Timed Up and Go', 'S31'),
  status: 'read',
  from: 300,
  to: 30000,
  bands: [
    { from: 300, upTo: 1199, is: 'normal' },
    { from: 1200, upTo: 30000, is: 'slow' },
  ],
}

/** The value of the World Falls Guidelines: over 15 s. */
export const tugBandsWorldGuideline: Bands<Pace> = {
  ...time('mobility.tug.worldGuideline', 'Timed Up and Go', 'S26'),
  status: 'secondary',
  from: 300,
  to: 30000,
  bands: [
    { from: 300, upTo: 1500, is: 'normal' },
    { from: 1501, upTo: 30000, is: 'slow' },
  ],
}

/** 0.8 m/s or slower over 4 metres is 5.00 s or more; compared as time, never as speed. */
export const walk4mBands: Bands<Pace> = {
  ...time('mobility.walk4m', '4 metre walk', 'S26'),
  status: 'secondary',
  from: 100,
  to: 12000,
  bands: [
    { from: 100, upTo: 499, is: 'normal' },
    { from: 500, upTo: 12000, is: 'slow' },
  ],
}

export const tandemBands: Bands<'short' | 'held'> = {
  ...time('mobility.tandem', 'tandem stance', 'Valpad'),
  status: 'memory',
  from: 0,
  to: 1000,
  bands: [
    { from: 0, upTo: 999, is: 'short' },
    { from: 1000, upTo: 1000, is: 'held' },
  ],
}

/** Over 12 s: the value that told people with several falls apart. */
export const ftstsBands: Bands<Pace> = {
  ...time('mobility.ftsts', 'five times sit to stand', 'S73'), // the study was read without the number
  status: 'memory',
  from: 300,
  to: 12000,
  bands: [
    { from: 300, upTo: 1200, is: 'normal' },
    { from: 1201, upTo: 12000, is: 'slow' },
  ],
}

/** Over 15 s: low performance of the muscles. */
export const ftstsBandsMuscle: Bands<Pace> = {
  ...time('mobility.ftsts.muscle', 'five times sit to stand', 'Valpad'),
  status: 'memory',
  from: 300,
  to: 12000,
  bands: [
    { from: 300, upTo: 1500, is: 'normal' },
    { from: 1501, upTo: 12000, is: 'slow' },
  ],
}

/** The points of the Short Physical Performance Battery, component by component; a class is a number of points. */
export const sppbTables = {
  sideBySide: {
    ...time('sppb.sideBySide', 'feet side by side', 'Valpad'),
    status: 'memory',
    from: 0,
    to: 1000,
    bands: [
      { from: 0, upTo: 999, is: '0' },
      { from: 1000, upTo: 1000, is: '1' },
    ],
  },
  semiTandem: {
    ...time('sppb.semiTandem', 'semi-tandem stance', 'Valpad'),
    status: 'memory',
    from: 0,
    to: 1000,
    bands: [
      { from: 0, upTo: 999, is: '0' },
      { from: 1000, upTo: 1000, is: '1' },
    ],
  },
  tandem: {
    ...time('sppb.tandem', 'tandem stance', 'Valpad'),
    status: 'memory',
    from: 0,
    to: 1000,
    bands: [
      { from: 0, upTo: 299, is: '0' },
      { from: 300, upTo: 999, is: '1' },
      { from: 1000, upTo: 1000, is: '2' },
    ],
  },
  walk4m: {
    ...time('sppb.walk4m', '4 metre walk', 'Valpad'),
    status: 'memory',
    from: 100,
    to: 12000,
    bands: [
      { from: 100, upTo: 481, is: '4' },
      { from: 482, upTo: 620, is: '3' },
      { from: 621, upTo: 870, is: '2' },
      { from: 871, upTo: 12000, is: '1' },
    ],
  },
  ftsts: {
    ...time('sppb.ftsts', 'five times sit to stand', 'Valpad'),
    status: 'memory',
    from: 300,
    to: 12000,
    bands: [
      { from: 300, upTo: 1119, is: '4' },
      { from: 1120, upTo: 1369, is: '3' },
      { from: 1370, upTo: 1669, is: '2' },
      { from: 1670, upTo: 6000, is: '1' },
      { from: 6001, upTo: 12000, is: '0' },
    ],
  },
} as const satisfies Record<string, Bands>

export const sppbTotalBands: Bands<'low' | 'atRisk' | 'normal'> = {
  ...points('sppb.total', 'Short Physical Performance Battery', 'Valpad'),
  status: 'memory',
  from: 0,
  to: 12,
  bands: [
    { from: 0, upTo: 8, is: 'low' },
    { from: 9, upTo: 9, is: 'atRisk' },
    { from: 10, upTo: 12, is: 'normal' },
  ],
}

type Screen = 'positive' | 'negative'

export const miniCogBands: Bands<Screen> = {
  ...points('cognition.miniCog', 'Mini-Cog', 'Valpad'),
  status: 'memory',
  from: 0,
  to: 5,
  bands: [
    { from: 0, upTo: 2, is: 'positive' },
    { from: 3, upTo: 5, is: 'negative' },
  ],
}

export const mocaBands: Bands<Screen> = {
  ...points('cognition.moca', 'MoCA', 'S26'),
  status: 'secondary',
  from: 0,
  to: 30,
  bands: [
    { from: 0, upTo: 25, is: 'positive' },
    { from: 26, upTo: 30, is: 'negative' },
  ],
}

export const mmseBands: Bands<Screen> = {
  ...points('cognition.mmse', 'MMSE', 'S26'),
  status: 'secondary',
  from: 0,
  to: 30,
  bands: [
    { from: 0, upTo: 24, is: 'positive' },
    { from: 25, upTo: 30, is: 'negative' },
  ],
}

/** 6 or more, the Dutch practice; elsewhere 5 or more is used. */
export const gds15Bands: Bands<Screen> = {
  ...points('mood.gds15', 'GDS-15', 'Valpad'),
  status: 'memory',
  from: 0,
  to: 15,
  bands: [
    { from: 0, upTo: 5, is: 'negative' },
    { from: 6, upTo: 15, is: 'positive' },
  ],
}

export const katz15Bands: Bands<'independent' | 'dependent'> = {
  ...points('adl.katz15', 'KATZ-15', 'Valpad'),
  status: 'memory',
  from: 0,
  to: 15,
  bands: [
    { from: 0, upTo: 0, is: 'independent' },
    { from: 1, upTo: 15, is: 'dependent' },
  ],
}

/** What a coalition may set: from which Clinical Frailty Scale value a person counts as frail, and from how many kilos SNAQ65+ is red. */
export type AnalysisSettings = { readonly frailFromCfs: number; readonly snaqWeightLossKg: number }
export const defaultAnalysisSettings: AnalysisSettings = { frailFromCfs: 5, snaqWeightLossKg: 4.0 }

/** `frailFrom` from 2 to 9, so that both classes exist. */
export const frailtyBands = (frailFrom: number): Bands<'notFrail' | 'frail'> => ({
  ...points('frailty.cfs', 'Clinical Frailty Scale', 'Valpad'),
  status: 'local default',
  from: 1,
  to: 9,
  bands: [
    { from: 1, upTo: frailFrom - 1, is: 'notFrail' },
    { from: frailFrom, upTo: 9, is: 'frail' },
  ],
})

/** A drop is lying minus the lowest standing value, in mmHg; either limit reached is enough. */
export const orthostaticLimits = {
  /** Lying to standing, within three minutes. */
  supine: { id: 'orthostasis.supine', source: 'S38', status: 'read', systolic: 20, diastolic: 10 },
  /** Only when the person cannot lie down: sitting to standing. */
  sitting: { id: 'orthostasis.sitting', source: 'S38', status: 'read', systolic: 15, diastolic: 7 },
  /** With a raised pressure lying down a systolic drop from here is considered; a note, not a class. */
  supineHypertension: { id: 'orthostasis.supineHypertension', source: 'S38', status: 'read', systolic: 30 },
  /** From which systolic pressure lying down counts as raised: no source read gives the number. */
  raisedSupine: { id: 'orthostasis.raisedSupine', source: 'Valpad', status: 'memory', systolic: 140 },
  /** RF10: this low while standing, or this much of a drop together with loss of consciousness. */
  redFlagStanding: { id: 'redFlags.RF10.standing', source: 'Valpad', status: 'local default', systolicBelow: 90 },
  redFlagDrop: { id: 'redFlags.RF10.drop', source: 'Valpad', status: 'local default', systolic: 30 },
} as const satisfies Record<string, Row & Record<string, unknown>>

/** Arm circumference under 25 cm was read; from 4.0 kg (not over 4) is our reading of the Dutch form. */
export const snaqLimits = (settings: AnalysisSettings): SnaqLimits => ({
  armBelowCm: { id: 'nutrition.snaq65.arm', source: 'S39', status: 'read', value: 25 },
  weightLossFromKg: { id: 'nutrition.snaq65.weight', source: 'S39', status: 'local default', value: settings.snaqWeightLossKg },
})

/** The eyes need attention under this visual acuity, and vitamin D under this level in nmol/L. */
export const otherLimits = {
  acuityBelow: { id: 'vision.acuity', source: 'Valpad', status: 'memory', value: 0.5 },
  vitaminDBelow: { id: 'vitaminD.level', source: 'S26', status: 'memory', value: 50 },
  alcoholGlassesOver: { id: 'alcohol.glassesPerWeek', source: 'Valpad', status: 'memory', value: 7 },
  polypharmacyFrom: { id: 'medication.number', source: 'Valpad', status: 'memory', value: 5 },
  longLieMinutesFrom: { id: 'falls.minutesOnFloor', source: 'S28', status: 'memory', value: 60 },
} as const satisfies Record<string, Row & { readonly value: number }>

/** The lowest score of a class, in the unit of the table; throws for a class that the table does not have. */
export function lowestOf<Class extends string>(table: Bands<Class>, is: Class): number {
  const scores = table.bands.filter((band) => band.is === is).map((band) => band.from)
  if (scores.length === 0) throw new Error(`${table.id} has no class ${is}`)
  return Math.min(...scores)
}

/** The shortest time of a class in seconds, for a table in hundredths. */
export const secondsFrom = <Class extends string>(table: Bands<Class>, is: Class): number => lowestOf(table, is) / 100

/** Every table of bands, for the checks on gaps and overlaps. */
export const bandTables: readonly Bands[] = [
  concernBands16,
  concernBands7,
  tugBands,
  tugBandsWorldGuideline,
  walk4mBands,
  tandemBands,
  ftstsBands,
  ftstsBandsMuscle,
  ...Object.values(sppbTables),
  sppbTotalBands,
  miniCogBands,
  mocaBands,
  mmseBands,
  gds15Bands,
  katz15Bands,
  frailtyBands(defaultAnalysisSettings.frailFromCfs),
]
