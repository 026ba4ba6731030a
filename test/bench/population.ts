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

export function* people(count: number, seed: number): Generator<Record<string, unknown>> {
  const random = generator(seed)
  const chance = (share: number) => random() < share
  const yesNo = (share: number) => (chance(share) ? 'yes' : 'no')
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const seconds = (from: number, to: number) => Math.round((from + random() * (to - from)) * 100) / 100

  for (let i = 0; i < count; i++) {
    const falls = chance(0.67) ? 0 : chance(0.6) ? 1 : between(2, 6)
    const fell = falls > 0
    const person: Record<string, unknown> = {
      age: between(63, 97),
      sex: chance(0.58) ? 'F' : chance(0.99) ? 'M' : 'X',
      livesAtHome: yesNo(0.98),
      falls12m: falls,
      concern: yesNo(0.35),
      mobilityDifficulty: yesNo(0.3),
      injury: fell ? yesNo(0.2) : 'no',
      couldNotGetUp: fell ? yesNo(0.1) : 'no',
      lossOfConsciousness: fell ? yesNo(0.04) : 'no',
      frail: yesNo(0.15),
      walk4m: chance(0.02) ? 'unable' : seconds(2.2, 8),
    }
    if (chance(0.5)) {
      Object.assign(person, {
        tug: seconds(7, 25),
        tandem: chance(0.6) ? 10 : seconds(0, 9.9),
        chair30: between(3, 18),
        shortFesI: between(7, 24),
        avoidance: yesNo(0.25),
        groupFeasible: yesNo(0.75),
        preference: chance(0.6) ? 'group' : 'home',
        cognition: chance(0.9) ? 'ok' : 'impaired',
        walks10m: yesNo(0.95),
        carer: yesNo(0.5),
        underlying: yesNo(0.5),
        medicines: between(0, 12),
        fridClasses: between(0, 3),
        bpSupineStanding: [
          [between(110, 165), between(65, 95)],
          [between(95, 160), between(60, 92)],
        ],
        snaq65: chance(0.85) ? 'green' : chance(0.6) ? 'orange' : 'red',
        vision: yesNo(0.3),
        homeSimple: yesNo(0.3),
        fractureRisk: yesNo(0.2),
        analysis: chance(0.8) ? 'complete' : 'started',
      })
    }
    if (chance(0.03)) person['redFlags'] = [chance(0.5) ? 'RF13' : 'RF05']
    for (const name of Object.keys(person)) if (name !== 'age' && name !== 'sex' && chance(0.02)) delete person[name]
    // Leaving out the number of falls leaves it unknown, and an injury may stand beside it; nothing else can become a contradiction.
    yield person
  }
}

/** Everything the format knows, each of it unknown. */
export function* unknownPeople(count: number, names: readonly string[]): Generator<Record<string, unknown>> {
  for (let i = 0; i < count; i++) {
    yield { age: 65 + (i % 40), sex: i % 2 === 0 ? 'F' : 'M', ...Object.fromEntries(names.map((name) => [name, 'unknown'])) }
  }
}
