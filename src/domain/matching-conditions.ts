// The conditions of a match, one by one: whether each holds for this person, and what is said about it.
import type { IsoDate } from './calendar.ts'
import type { OfferToMatch, Seeker, Start, WaitNorm } from './matching.ts'
import type { Payment } from './matching-payment.ts'
import { say } from './matching-words.ts'
import { areasOf } from './supply.ts'
import { type Tri, triOf } from './tri.ts'
import type { Words } from './words.ts'

/**
 * `must`: without it the offer does not fit, unknown is to be checked; `ask`: where it does not hold it is to be checked; `norm`: said, and
 * counted in the order; `wish`: said, and counted in the order, nothing else.
 */
export type MatchCondition = {
  readonly code: string
  readonly weighs: 'must' | 'ask' | 'norm' | 'wish'
  readonly holds: Tri
  /** Null: holds, and nobody has to hear so. */
  readonly words: Words | null
}

export type Situation = {
  readonly today: IsoDate
  readonly start: Start
  readonly payment: Payment
  readonly withinNorm: Tri
  readonly waitDays: number | null
  readonly norm: WaitNorm
}

export function conditionsOf(seeker: Seeker, offer: OfferToMatch, situation: Situation): MatchCondition[] {
  return [
    ...standing(offer, situation),
    ...certified(offer, situation),
    served(seeker, offer),
    ...forWhom(seeker, offer),
    place(situation),
    wait(situation),
    { code: 'payment', weighs: 'ask', holds: situation.payment.agreed, words: situation.payment.words },
    ...wished(seeker, offer),
  ]
}

function standing({ validFrom, validUntil }: OfferToMatch, { today, start }: Situation): MatchCondition[] {
  if (validFrom > today) return [{ code: 'notYetValid', weighs: 'must', holds: 'no', words: say.notYetValid(validFrom) }]
  if (validUntil === null) return []
  if (validUntil < today) return [{ code: 'noLongerValid', weighs: 'must', holds: 'no', words: say.noLongerValid(validUntil) }]
  return start.on !== null && start.on > validUntil
    ? [{ code: 'endsBeforeStart', weighs: 'must', holds: 'unknown', words: say.endsBeforeStart(validUntil) }]
    : []
}

function certified({ details, certificateUntil }: OfferToMatch, { today, start }: Situation): MatchCondition[] {
  if (certificateUntil === null)
    return details.certificate === null
      ? []
      : [{ code: 'certificateUndated', weighs: 'must', holds: 'unknown', words: say.certificateUndated }]
  if (certificateUntil < today)
    return [{ code: 'certificateLapsed', weighs: 'must', holds: 'no', words: say.certificateLapsed(certificateUntil) }]
  return start.on !== null && start.on > certificateUntil
    ? [{ code: 'certificateEnds', weighs: 'must', holds: 'unknown', words: say.certificateEnds(certificateUntil) }]
    : [{ code: 'certificate', weighs: 'must', holds: 'yes', words: say.certificate(certificateUntil) }]
}

function served(seeker: Seeker, { areas, municipality }: OfferToMatch): MatchCondition {
  const list = areas.length === 0 ? [municipality] : areas
  const known = areasOf({
    municipality: seeker.municipality,
    postcode: seeker.postcode ?? undefined,
    neighbourhood: seeker.neighbourhood ?? undefined,
  })
  if (list.some((area) => known.includes(area))) return { code: 'area', weighs: 'must', holds: 'yes', words: say.areaServed }
  // A part of the person's own municipality, and where in it this person lives is not known.
  const inside = list.some((area) =>
    /^\d/.test(area)
      ? seeker.postcode === null && municipality === seeker.municipality
      : seeker.neighbourhood === null && /^(?:WK|BU)/.test(area) && area.slice(2, 6) === seeker.municipality.slice(2),
  )
  return inside
    ? { code: 'area', weighs: 'must', holds: 'unknown', words: say.areaUnknown }
    : { code: 'area', weighs: 'must', holds: 'no', words: say.areaNotServed }
}

function forWhom({ age, sex, level, walksAlone }: Seeker, { details }: OfferToMatch): MatchCondition[] {
  const { minimumAge, maximumAge, sex: forSex, levels, walksAlone: mustWalk, note } = details.forWhom
  const must = (code: string, holds: Tri, words: { readonly [is in Tri]: Words }): MatchCondition => ({
    code,
    weighs: 'must',
    holds,
    words: words[holds],
  })
  const inAge = (age ?? 0) >= (minimumAge ?? 0) && (age ?? 0) <= (maximumAge ?? 200)
  return [
    ...(minimumAge === undefined && maximumAge === undefined
      ? []
      : [must('age', age === null ? 'unknown' : triOf(inAge), say.age(minimumAge, maximumAge))]),
    ...(forSex === undefined
      ? []
      : [must('sex', sex === null || sex === 'X' ? 'unknown' : triOf(sex === forSex), say.sex(forSex))]),
    ...(levels === undefined || levels.length === 0
      ? []
      : [must('level', level === null ? 'unknown' : triOf(levels.includes(level)), say.level(levels))]),
    ...(mustWalk === true ? [must('walksAlone', walksAlone, say.walksAlone)] : []),
    // What stands in words only can be read by a person only.
    ...(note === undefined ? [] : [{ code: 'note', weighs: 'wish', holds: 'unknown', words: say.note(note) } as const]),
  ]
}

function place({ start }: Situation): MatchCondition {
  const about = (holds: Tri, words: Words): MatchCondition => ({ code: codes[start.is], weighs: 'must', holds, words })
  switch (start.is) {
    case 'free':
      return about('yes', start.runId === null ? say.appointment(start.on!) : say.free(start.free!, start.on!))
    case 'full':
      return about('no', say.full(start.waiting))
    case 'begun':
      return about('unknown', say.begun(start.free!))
    case 'unknown':
      return about('unknown', say.startUnknown)
  }
}

const codes = { free: 'place', full: 'full', begun: 'begun', unknown: 'startUnknown' } as const

/** An unknown wait is said with the place already. */
const wait = ({ withinNorm, waitDays, norm }: Situation): MatchCondition => ({
  code: 'wait',
  weighs: 'norm',
  holds: withinNorm === 'unknown' ? 'yes' : withinNorm,
  words: waitDays === null ? null : say.wait(waitDays, norm.days),
})

function wished({ prefers, wishes: { language, access, days } }: Seeker, { details, location }: OfferToMatch): MatchCondition[] {
  const wish = (code: string, holds: Tri, words: Words): MatchCondition => ({ code, weighs: 'wish', holds, words })
  const there = [...details.access, ...(location?.access ?? [])]
  const missing = access.filter((feature) => !there.includes(feature))
  const atHome = details.form === 'home' || details.form === 'online'
  return [
    ...(prefers === null ? [] : [wish('prefers', triOf((prefers === 'home') === atHome), say.prefers(prefers))]),
    ...(days.length === 0 || details.days.length === 0
      ? []
      : [wish('days', triOf(details.days.some((day) => days.includes(day))), say.days(details.days))]),
    ...(language === null
      ? []
      : [
          {
            code: 'language',
            weighs: 'ask',
            holds: triOf(details.languages.includes(language)),
            words: say.language(language, details.languages),
          } as const,
        ]),
    // What is not listed may be there all the same.
    ...(access.length === 0
      ? []
      : [
          {
            code: 'access',
            weighs: 'ask',
            holds: missing.length === 0 ? 'yes' : 'unknown',
            words: missing.length === 0 ? say.accessible : say.accessUnknown(missing),
          } as const,
        ]),
  ]
}
