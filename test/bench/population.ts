// An invented population in the vignette format: the mix a region would hand in, with few unknowns. The same seed gives the same people.

/** A small pseudo-random generator (mulberry32): numbers from 0 up to 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function dice(seed: number) {
  const random = generator(seed)
  const chance = (share: number) => random() < share
  return {
    chance,
    yesNo: (share: number) => (chance(share) ? 'yes' : 'no'),
    between: (from: number, to: number) => from + Math.floor(random() * (to - from + 1)),
    seconds: (from: number, to: number) => Math.round((from + random() * (to - from)) * 100) / 100,
    oneOf: <Value>(common: Value, share: number, rare: Value) => (chance(share) ? common : rare),
  }
}

type Dice = ReturnType<typeof dice>
type Person = Record<string, unknown>

function screened({ chance, yesNo, between, seconds, oneOf }: Dice): Person {
  const falls = oneOf(0, 0.67, oneOf(1, 0.6, between(2, 6)))
  const afterFall = (share: number) => (falls > 0 ? yesNo(share) : 'no')
  return {
    age: between(63, 97),
    sex: oneOf('F', 0.58, oneOf('M', 0.99, 'X')),
    livesAtHome: yesNo(0.98),
    falls12m: falls,
    concern: yesNo(0.35),
    mobilityDifficulty: yesNo(0.3),
    injury: afterFall(0.2),
    couldNotGetUp: afterFall(0.1),
    lossOfConsciousness: afterFall(0.04),
    frail: yesNo(0.15),
    walk4m: chance(0.02) ? 'unable' : seconds(2.2, 8),
  }
}

function analysed({ yesNo, between, seconds, oneOf }: Dice): Person {
  return {
    tug: seconds(7, 25),
    tandem: oneOf(10, 0.6, seconds(0, 9.9)),
    chair30: between(3, 18),
    shortFesI: between(7, 24),
    avoidance: yesNo(0.25),
    groupFeasible: yesNo(0.75),
    preference: oneOf('group', 0.6, 'home'),
    cognition: oneOf('ok', 0.9, 'impaired'),
    walks10m: yesNo(0.95),
    carer: yesNo(0.5),
    underlying: yesNo(0.5),
    medicines: between(0, 12),
    fridClasses: between(0, 3),
    bpSupineStanding: [
      [between(110, 165), between(65, 95)],
      [between(95, 160), between(60, 92)],
    ],
    snaq65: oneOf('green', 0.85, oneOf('orange', 0.6, 'red')),
    vision: yesNo(0.3),
    homeSimple: yesNo(0.3),
    fractureRisk: yesNo(0.2),
    analysis: oneOf('complete', 0.8, 'started'),
  }
}

/** Half of them screened only, half analysed too; two in a hundred facts are left out. */
export function* people(count: number, seed: number): Generator<Person> {
  const rolled = dice(seed)
  for (let i = 0; i < count; i++) {
    const person = { ...screened(rolled), ...(rolled.chance(0.5) ? analysed(rolled) : {}) }
    if (rolled.chance(0.03)) person['redFlags'] = [rolled.oneOf('RF13', 0.5, 'RF05')]
    for (const name of Object.keys(person)) if (name !== 'age' && name !== 'sex' && rolled.chance(0.02)) delete person[name]
    yield person
  }
}

/** Everything the format knows, each of it unknown. */
export function* unknownPeople(count: number, names: readonly string[]): Generator<Person> {
  for (let i = 0; i < count; i++) {
    yield { age: 65 + (i % 40), sex: i % 2 === 0 ? 'F' : 'M', ...Object.fromEntries(names.map((name) => [name, 'unknown'])) }
  }
}
