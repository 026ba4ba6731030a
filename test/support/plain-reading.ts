// A second reading of the vignettes page: its sentences one after the other, by brute force, to hold the product against.

export type Answer3 = 'yes' | 'no' | 'unknown'
type Level = 'low' | 'moderate' | 'high'
type Walk = number | 'unable' | 'unknown'

/** The facts of one fall analysis as the page lists them; an absent field means unknown. */
export type PlainInput = {
  age: number
  sex: 'F' | 'M' | 'X'
  livesAtHome?: Answer3
  falls12m?: number | 'unknown'
  concern?: Answer3
  mobilityDifficulty?: Answer3
  injury?: Answer3
  couldNotGetUp?: Answer3
  lossOfConsciousness?: Answer3
  lossOfConsciousnessExplained?: Answer3
  frail?: Answer3
  walk4m?: Walk
  tug?: number | 'unknown'
  tandem?: number | 'unknown'
  chair30?: number | 'unknown'
  fesI16?: number | 'unknown'
  shortFesI?: number | 'unknown'
  avoidance?: Answer3
  groupFeasible?: Answer3
  preference?: 'group' | 'home' | 'unknown'
  walks10m?: Answer3
  carer?: Answer3
  underlying?: Answer3
  cognition?: 'ok' | 'impaired' | 'unknown'
  medicines?: number | 'unknown'
  fridClasses?: number | 'unknown'
  bpSupineStanding?: [[number, number], [number, number]] | 'unknown'
  snaq65?: 'green' | 'orange' | 'red' | 'unknown'
  vision?: Answer3
  homeSimple?: Answer3
  homeComplex?: Answer3
  fractureRisk?: Answer3
  floorRise?: Answer3
  continence?: Answer3
  wmoNeed?: Answer3
  aidNeed?: Answer3
  lonely?: Answer3
  mood?: Answer3
  redFlags?: string[]
  analysis?: 'none' | 'started' | 'complete'
}

/** What the page says must be answered. */
export type PlainAnswer = {
  risk: Level | 'undetermined' | 'outOfScope'
  reasons: string[]
  missing: string[]
  lowest: Level | null
  highest: Level | null
  concernClass: Level | 'unknown'
  balanceStrengthProblem: Answer3
  orthostaticHypotension: Answer3
  redFlags: string[]
  rule: string
  primary: string[]
  domain: string | null
  payer: string | null
  alternatives: string[]
  assumed: string[]
  notes: string[]
  next: string
  followUps: string[]
}

export function plainReading(input: PlainInput): PlainAnswer {
  const screening = screen(input)
  const derived = {
    concernClass: concernClassOf(input),
    balanceStrengthProblem: balanceStrengthProblemOf(input),
    orthostaticHypotension: orthostaticHypotensionOf(input),
    redFlags: redFlagsOf(input),
  }
  const routed = route(input, screening.risk)
  return {
    ...screening,
    reasons: reasonsOf(input, screening.risk),
    ...derived,
    ...routed,
    assumed: routed.next === 'decide' ? assumedOf(input, screening.risk) : [],
    notes:
      screening.risk === 'low' && (input.frail === 'yes' || derived.balanceStrengthProblem === 'yes') ? ['considerAnalysis'] : [],
    followUps: followUpsOf(input),
  }
}

// What "undetermined" means, exactly.

type Screened = { falls12m: number; walk4m: number | 'unable' } & Record<
  'concern' | 'mobilityDifficulty' | 'injury' | 'couldNotGetUp' | 'lossOfConsciousness' | 'frail',
  'yes' | 'no'
>

const inOrderOfAsking = [
  'falls12m',
  'concern',
  'mobilityDifficulty',
  'injury',
  'couldNotGetUp',
  'lossOfConsciousness',
  'frail',
  'walk4m',
] as const

type Asked = (typeof inOrderOfAsking)[number]

const yesAndNo = ['no', 'yes']
const everyValue: Record<Asked, readonly (string | number)[]> = {
  falls12m: [0, 1, 2, 3],
  concern: yesAndNo,
  mobilityDifficulty: yesAndNo,
  injury: yesAndNo,
  couldNotGetUp: yesAndNo,
  lossOfConsciousness: yesAndNo,
  frail: yesAndNo,
  walk4m: [3.99, 4, 'unable'],
}

/** The decision table of the Valrisicotest, all facts known. */
function levelOf(known: Screened): Level {
  if (known.falls12m >= 2) return 'high'
  if (known.falls12m === 1 && known.injury === 'yes') return 'high'
  if (known.falls12m === 1 && known.couldNotGetUp === 'yes') return 'high'
  if (known.falls12m === 1 && known.lossOfConsciousness === 'yes') return 'high'
  const anyKeyQuestion = known.falls12m >= 1 || known.concern === 'yes' || known.mobilityDifficulty === 'yes'
  if (anyKeyQuestion && known.frail === 'yes') return 'high'
  if (!anyKeyQuestion) return 'low'
  if (known.walk4m === 'unable') return 'moderate'
  return known.walk4m >= 4 ? 'moderate' : 'low'
}

/** A falls count of 0 with an injury, a long lie or a loss of consciousness is a contradiction, so nobody's completion. */
function contradicts(known: Screened): boolean {
  return known.falls12m === 0 && (known.injury === 'yes' || known.couldNotGetUp === 'yes' || known.lossOfConsciousness === 'yes')
}

function screen(input: PlainInput): Pick<PlainAnswer, 'risk' | 'missing' | 'lowest' | 'highest'> {
  if (input.age < 65 || input.livesAtHome === 'no') return { risk: 'outOfScope', missing: [], lowest: null, highest: null }

  const unknown = inOrderOfAsking.filter((fact) => (input[fact] ?? 'unknown') === 'unknown')
  let completions: Screened[] = [{ ...input } as Screened]
  for (const fact of unknown) {
    completions = completions.flatMap((each) => everyValue[fact].map((value) => ({ ...each, [fact]: value }) as Screened))
  }
  completions = completions.filter((each) => !contradicts(each))

  const levels = new Set(completions.map(levelOf))
  const inOrder = (['low', 'moderate', 'high'] as const).filter((level) => levels.has(level))
  const [lowest, highest] = [inOrder[0]!, inOrder.at(-1)!]
  if (lowest === highest) return { risk: lowest, missing: [], lowest, highest }

  const canChangeTheLevel = (fact: Asked) =>
    completions.some((each) =>
      everyValue[fact].some((value) => {
        const other = { ...each, [fact]: value } as Screened
        return !contradicts(other) && levelOf(other) !== levelOf(each)
      }),
    )
  return { risk: 'undetermined', missing: unknown.filter(canChangeTheLevel), lowest, highest }
}

// Reasons.

function reasonsOf(input: PlainInput, risk: PlainAnswer['risk']): string[] {
  if (risk === 'outOfScope') return ['outOfScope']
  if (risk === 'undetermined') return []
  if (risk === 'low') {
    const allNo = input.falls12m === 0 && input.concern === 'no' && input.mobilityDifficulty === 'no'
    return [allNo ? 'keyQuestionsNegative' : 'walkOk']
  }
  if (risk === 'moderate') return [input.walk4m === 'unable' ? 'walkUnable' : 'walkSlow']
  const reasons: string[] = []
  if (typeof input.falls12m === 'number' && input.falls12m >= 2) reasons.push('twoOrMoreFalls')
  if (input.injury === 'yes') reasons.push('injury')
  if (input.couldNotGetUp === 'yes') reasons.push('couldNotGetUp')
  if (input.lossOfConsciousness === 'yes') reasons.push('lossOfConsciousness')
  if (input.frail === 'yes') reasons.push('frail')
  return reasons
}

// The derived facts.

function concernClassOf({ fesI16, shortFesI }: PlainInput): PlainAnswer['concernClass'] {
  if (typeof fesI16 === 'number') {
    if (fesI16 <= 19) return 'low'
    return fesI16 <= 27 ? 'moderate' : 'high'
  }
  if (typeof shortFesI === 'number') {
    if (shortFesI <= 8) return 'low'
    return shortFesI <= 13 ? 'moderate' : 'high'
  }
  return 'unknown'
}

const chairStandTable = [
  { from: 60, to: 64, M: 14, F: 12 },
  { from: 65, to: 69, M: 12, F: 11 },
  { from: 70, to: 74, M: 12, F: 10 },
  { from: 75, to: 79, M: 11, F: 10 },
  { from: 80, to: 84, M: 10, F: 9 },
  { from: 85, to: 89, M: 8, F: 8 },
  { from: 90, to: 94, M: 7, F: 4 },
]

function chairStandOf({ age, sex, chair30 }: PlainInput): 'below' | 'normal' | 'classifiesNothing' {
  const row = chairStandTable.find(({ from, to }) => age >= from && age <= to)
  if (typeof chair30 !== 'number' || row === undefined || sex === 'X') return 'classifiesNothing'
  return chair30 < row[sex] ? 'below' : 'normal'
}

function balanceStrengthProblemOf(input: PlainInput): Answer3 {
  const { walk4m, tug, tandem } = input
  const chair = chairStandOf(input)
  if (walk4m === 'unable' || (typeof walk4m === 'number' && walk4m >= 5)) return 'yes'
  if (typeof tug === 'number' && tug >= 12) return 'yes'
  if (typeof tandem === 'number' && tandem < 10) return 'yes'
  if (chair === 'below') return 'yes'
  // Whatever was done is normal from here on.
  const another = typeof walk4m === 'number' || typeof tug === 'number' || chair === 'normal'
  return typeof tandem === 'number' && another ? 'no' : 'unknown'
}

function pressuresOf({ bpSupineStanding }: PlainInput) {
  if (bpSupineStanding === undefined || bpSupineStanding === 'unknown') return null
  const [[systolicLying, diastolicLying], [systolicStanding, diastolicStanding]] = bpSupineStanding
  return {
    systolicStanding,
    systolicDrop: systolicLying - systolicStanding,
    diastolicDrop: diastolicLying - diastolicStanding,
  }
}

function orthostaticHypotensionOf(input: PlainInput): Answer3 {
  const pressures = pressuresOf(input)
  if (pressures === null) return 'unknown'
  return pressures.systolicDrop >= 20 || pressures.diastolicDrop >= 10 ? 'yes' : 'no'
}

function redFlagsOf(input: PlainInput): string[] {
  const flags = new Set(input.redFlags ?? [])
  const pressures = pressuresOf(input)
  const lostConsciousness = input.lossOfConsciousness === 'yes'
  if (lostConsciousness && input.lossOfConsciousnessExplained !== 'yes') flags.add('RF04')
  if (pressures !== null && pressures.systolicStanding < 90) flags.add('RF10')
  if (pressures !== null && pressures.systolicDrop >= 30 && lostConsciousness) flags.add('RF10')
  return [...flags].sort()
}

// Routing.

type Row = Pick<PlainAnswer, 'rule' | 'primary' | 'domain' | 'payer' | 'alternatives' | 'next'>

const needAGroup = ['inBalans', 'inBalansWithCarer', 'vallenVerledenTijd', 'otagoGroup', 'zichtOpEvenwichtGroup']
const needACarer = ['inBalansWithCarer', 'otagoHomeWithCarer']

function route(input: PlainInput, risk: PlainAnswer['risk']): Row {
  const row = rowsBeforeTheChoice(input, risk) ?? rowsOfTheChoice(input, risk as Level)
  const possible = (code: string) =>
    !(input.groupFeasible === 'no' && needAGroup.includes(code)) && !(input.carer === 'no' && needACarer.includes(code))
  return { ...row, alternatives: row.alternatives.filter(possible) }
}

/** Rows R1 to R4: where no intervention is proposed yet. */
function rowsBeforeTheChoice(input: PlainInput, risk: PlainAnswer['risk']): Row | null {
  const flags = redFlagsOf(input)
  const nothing = { primary: [], domain: null, payer: null, alternatives: [] }
  if (flags.some((flag) => flag >= 'RF01' && flag <= 'RF12')) {
    return { ...nothing, rule: 'R1', domain: 'care', next: 'medicalHold' }
  }
  if (input.age < 65 || input.livesAtHome === 'no') return { ...nothing, rule: 'R-', next: 'outOfScope' }
  if (risk === 'undetermined') return { ...nothing, rule: 'R2', next: 'completeScreening' }
  if (risk === 'high' && input.analysis !== 'complete') return { ...nothing, rule: 'R6', next: 'completeAnalysis' }
  if (flags.includes('RF13')) {
    const atHome = input.avoidance === 'yes' && input.cognition !== 'impaired'
    const alternatives = atHome ? ['zichtOpEvenwichtHome'] : []
    return { ...nothing, rule: 'R4', domain: 'care', alternatives, next: 'awaitClearance' }
  }
  return null
}

/** Rows R4b to R7g, in the order of the page. */
function rowsOfTheChoice(input: PlainInput, risk: Level): Row {
  const terms = termsOf(input)
  const ownRules = { primary: ['individualTherapy'], domain: 'care', payer: 'ownRules', next: 'decide' }
  if (terms.cannotWalk) return { ...ownRules, rule: risk === 'high' ? 'R7a' : 'R4b', alternatives: terms.plus }
  switch (risk) {
    case 'low':
      return rowsAtLow(terms)
    case 'moderate':
      return rowsAtModerate(terms)
    case 'high':
      return rowsAtHigh(terms)
  }
}

/** The words that the rows are written in; what is unknown counts as the page says. */
function termsOf(input: PlainInput) {
  const cannotWalk = input.walks10m === 'no' || input.walk4m === 'unable'
  const groupFeasible = input.groupFeasible !== 'no'
  const homePreferred = input.preference === 'home'
  const concernClass = concernClassOf(input)
  const zoeInAGroup = groupFeasible && !homePreferred && !cannotWalk
  const zoe = zoeInAGroup ? 'zichtOpEvenwichtGroup' : 'zichtOpEvenwichtHome'
  const impaired = input.cognition === 'impaired'
  const avoidance = input.avoidance === 'yes'
  return {
    cannotWalk,
    groupFeasible,
    homePreferred,
    impaired,
    avoidance,
    concernClass,
    frail: input.frail === 'yes',
    underlying: input.underlying ?? 'unknown',
    problem: balanceStrengthProblemOf(input),
    zoeRow: {
      primary: [zoe],
      domain: zoeInAGroup ? 'social' : 'care',
      payer: 'municipalityOrSupplementary',
      next: 'decide',
    },
    plus: !impaired && (avoidance || concernClass === 'high') ? [zoe] : [],
  }
}

type Terms = ReturnType<typeof termsOf>

function rowsAtLow(terms: Terms): Row {
  const inBalans = terms.problem === 'yes' ? ['inBalans'] : []
  const concerned = terms.concernClass === 'moderate' || terms.concernClass === 'high'
  if (terms.avoidance && concerned && !terms.impaired) {
    return { ...terms.zoeRow, rule: 'R3a', alternatives: [...inBalans, 'regularExercise'] }
  }
  return {
    rule: 'R3b',
    primary: ['regularExercise'],
    domain: 'social',
    payer: 'ownOrMunicipal',
    alternatives: inBalans,
    next: 'decide',
  }
}

function rowsAtModerate(terms: Terms): Row {
  const social = { domain: 'social', payer: 'municipality', next: 'decide' }
  if (terms.impaired) {
    return {
      rule: 'R5a',
      primary: ['individualTherapy'],
      domain: 'care',
      payer: 'ownRules',
      alternatives: ['inBalansWithCarer', 'otagoHomeWithCarer'],
      next: 'decide',
    }
  }
  if (terms.avoidance && terms.concernClass === 'high' && terms.problem === 'no') {
    return { ...terms.zoeRow, rule: 'R5b', alternatives: ['inBalans', 'vallenVerledenTijd', 'otagoHome'] }
  }
  if (!terms.groupFeasible || terms.homePreferred) {
    return { ...social, rule: 'R5c', primary: ['otagoHome'], alternatives: ['homeExerciseWithCoach', ...terms.plus] }
  }
  return { ...social, rule: 'R5d', primary: ['inBalans'], alternatives: ['vallenVerledenTijd', ...terms.plus] }
}

function rowsAtHigh(terms: Terms): Row {
  const { plus, underlying } = terms
  const next = 'decide'
  const paid = {
    yes: { domain: 'care', payer: 'zvw' },
    no: { domain: 'social', payer: 'municipality' },
    unknown: { domain: 'undetermined', payer: 'undetermined' },
  }[underlying]
  if (terms.impaired) {
    return {
      rule: 'R7b',
      primary: ['individualTherapy'],
      domain: 'care',
      payer: 'ownRules',
      alternatives: ['otagoHomeWithCarer'],
      next,
    }
  }
  if (terms.avoidance && terms.concernClass === 'high' && terms.problem === 'no') {
    return { ...terms.zoeRow, rule: 'R7c', alternatives: ['inBalans', 'otagoHome'] }
  }
  if (!terms.groupFeasible || terms.frail || terms.homePreferred) {
    return { ...paid, rule: 'R7d', primary: ['otagoHome'], alternatives: ['otagoGroup', ...plus], next }
  }
  if (underlying === 'yes') {
    return { ...paid, rule: 'R7e', primary: ['otagoHome'], alternatives: ['otagoGroup', 'inBalans', ...plus], next }
  }
  if (underlying === 'no') {
    return { ...paid, rule: 'R7f', primary: ['inBalans'], alternatives: ['vallenVerledenTijd', 'otagoGroup', ...plus], next }
  }
  return { ...paid, rule: 'R7g', primary: ['otagoHome', 'inBalans'], alternatives: plus, next }
}

// Unknown facts in routing.

/** The facts whose assumed value must never be silent, in the order of the page, with every value each can have. */
export const assumable = {
  groupFeasible: ['yes', 'no'],
  preference: ['group', 'home'],
  walks10m: ['yes', 'no'],
  cognition: ['ok', 'impaired'],
  avoidance: ['yes', 'no'],
  frail: ['yes', 'no'],
} as const

function assumedOf(input: PlainInput, risk: PlainAnswer['risk']): string[] {
  const now = route(input, risk)
  const assumed: string[] = []
  for (const [fact, values] of Object.entries(assumable)) {
    if ((input[fact as keyof typeof assumable] ?? 'unknown') !== 'unknown') continue
    if (fact === 'walks10m' && typeof input.walk4m === 'number') continue
    const changes = values.some((value) => {
      const then = route({ ...input, [fact]: value }, risk)
      return then.rule !== now.rule || then.primary.join() !== now.primary.join()
    })
    if (changes) assumed.push(fact)
  }
  return assumed
}

// Follow-ups.

function followUpsOf(input: PlainInput): string[] {
  if (input.analysis !== 'started' && input.analysis !== 'complete') return []
  const atLeast = (count: number | 'unknown' | undefined, limit: number) => typeof count === 'number' && count >= limit
  const found: Record<string, boolean> = {
    medicationReview: atLeast(input.fridClasses, 1) || atLeast(input.medicines, 5),
    orthostaticHypotensionConsult: orthostaticHypotensionOf(input) === 'yes',
    eyeTest: input.vision === 'yes',
    homeCheck: input.homeSimple === 'yes',
    occupationalTherapyHomeVisit: input.homeComplex === 'yes',
    fractureRiskAssessment: input.fractureRisk === 'yes',
    floorRiseTraining: input.floorRise === 'yes',
    nutritionAdvice: input.snaq65 === 'orange',
    dietitian: input.snaq65 === 'red',
    continenceAssessment: input.continence === 'yes',
    homeAdaptation: input.wmoNeed === 'yes',
    walkingAidAssessment: input.aidNeed === 'yes',
    welfareCoach: input.lonely === 'yes',
    moodConsult: input.mood === 'yes',
    cognitionConsult: input.cognition === 'impaired',
  }
  return Object.keys(found)
    .filter((code) => found[code])
    .sort()
}
