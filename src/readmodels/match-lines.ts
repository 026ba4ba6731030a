// Matches as they are shown: every code with its words, and what goes into the decision when one is chosen.
import type { OfferMatch } from '../contract/matching.ts'
import type { SupplyPerson } from '../contract/supply.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Match, Reason } from '../domain/matching.ts'
import { fitsWords, nearnessWords } from '../domain/matching-words.ts'
import { freshnessWords } from '../domain/supply.ts'
import { accessWords, costWords, formWords, weekdayWords } from '../domain/supply-words.ts'
import type { Language, Words } from '../domain/words.ts'

export type Shown = {
  readonly language: Language
  readonly today: IsoDate
  readonly person: (accountId: string | null) => SupplyPerson | null
  /** Who has the work of an offer today. */
  readonly landsWith: (match: Match) => OfferMatch['landsWith']
}

export function matchLine(match: Match, { language, today, person, landsWith }: Shown): OfferMatch {
  const { offer, start, waitDays, payment } = match
  const { details, location } = offer
  const named = (code: string, words: Words) => ({ code, words: words[language] })
  const said = (reasons: readonly Reason[]) => reasons.map(({ code, words }) => named(code, words))
  const access = [...new Set([...details.access, ...(location?.access ?? [])])]
  return {
    offerId: offer.offerId,
    name: details.name,
    organisation: { organisationId: offer.organisation.id, name: offer.organisation.name },
    form: named(details.form, formWords[details.form]),
    fits: named(match.fits, fitsWords[match.fits]),
    why: said(match.why),
    whyNot: said(match.whyNot),
    toCheck: said(match.toCheck),
    nearness: named(match.nearness, nearnessWords[match.nearness]),
    location: location === null ? null : locationOf(location),
    start: { is: start.is, on: start.on, runId: start.runId, free: start.free, waiting: start.waiting },
    wait: { days: waitDays, weeks: waitDays === null ? null : Math.ceil(waitDays / 7), withinNorm: match.withinNorm },
    runs: offer.runs.map(({ runId, startsOn, endsOn, open, places, taken, waiting }) => ({
      runId,
      startsOn,
      endsOn,
      open,
      free: open ? Math.max(0, places - taken) : 0,
      waiting,
    })),
    days: details.days.map((day) => named(day, weekdayWords[day])),
    time: details.time,
    languages: details.languages,
    access: access.map((feature) =>
      named(feature, accessWords[feature as keyof typeof accessWords] ?? { nl: feature, en: feature }),
    ),
    check: {
      lastCheckedOn: offer.lastCheckedOn,
      nextCheckOn: offer.nextCheckOn,
      freshness: named(match.freshness, freshnessWords[match.freshness]),
    },
    certificate: certificateOf(match, today),
    cost: { ...details.cost, words: costWords({ cost: details.cost, funding: [] }, today)[language] },
    payment: {
      expected: payment.expected,
      by: payment.by,
      agreed: payment.agreed,
      deductible: payment.deductible,
      words: payment.words[language],
    },
    contact: person(offer.contactId),
    deputy: person(offer.deputyId),
    landsWith: landsWith(match),
    choose: {
      providerId: offer.organisation.id,
      offerId: offer.offerId,
      // Nobody is put on a run that is full or has begun: that is for the provider to say.
      ...(start.is === 'free' && start.runId !== null ? { runId: start.runId } : {}),
    },
  }
}

const locationOf = ({ id, name, address, postcode, municipality }: NonNullable<Match['offer']['location']>) => ({
  locationId: id,
  name,
  address,
  postcode,
  municipality,
})

function certificateOf({ offer: { details, certificateUntil } }: Match, today: IsoDate): OfferMatch['certificate'] {
  const name = details.certificate?.name ?? null
  if (certificateUntil !== null) return { name, until: certificateUntil, valid: certificateUntil >= today ? 'yes' : 'no' }
  return { name, until: null, valid: name === null ? 'notAsked' : 'unknown' }
}
