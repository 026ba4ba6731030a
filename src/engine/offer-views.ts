// Offers and course runs as they are shown: with names, freshness, what it costs today and the places that are left.
import type { Run } from '../contract/course-runs.ts'
import type { Offer } from '../contract/offers.ts'
import { capitalised } from '../domain/capitalised.ts'
import { dayWords } from '../domain/day-words.ts'
import { type Freshness, freshnessOf, freshnessWords, type LocationDetails, type OfferDetails } from '../domain/supply.ts'
import { costWords, formWords, fundingOn, payerWords, weekdayWords } from '../domain/supply-words.ts'
import { meetingsOfRuns, runsOfOffers } from '../store/course-runs.ts'
import { locationsByIds } from '../store/locations.ts'
import { areasOfOffers, type OfferCursor, type OfferFilter, offersPage } from '../store/offers.ts'
import type { CourseRunRow, LocationRow, OfferRow } from '../store/tables.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { offerBodyOf } from './supply-offer.ts'
import { runBodyOf } from './supply-run.ts'
import { accessOf, municipalityName, organisationNames, peopleNamed, type Seen } from './supply-views.ts'

/** What of a code the pathway says, or the code itself. */
export function codeName({ newest }: Engine, code: string, language: Seen['language']): string {
  const { routing, followUps } = newest.rules
  const known = routing.interventions.find(({ id }) => id === code) ?? followUps.find(({ id }) => id === code)
  return capitalised(known?.name[language] ?? code)
}

export async function offersSeen(seen: Seen, rows: readonly OfferRow[]): Promise<Offer[]> {
  const { engine, language, today } = seen
  const ids = rows.map(({ id }) => id)
  const [areas, runs, locations, organisations, people] = await Promise.all([
    areasOfOffers(engine.store, ids),
    runsOfOffers(engine.store, ids),
    locationsByIds(engine.store, [...new Set(rows.flatMap(({ location_id }) => location_id ?? []))]),
    organisationNames(
      engine,
      rows.map(({ organisation_id }) => organisation_id),
    ),
    peopleNamed(
      seen,
      rows.flatMap(({ contact_id, deputy_id, owner_id }) => [contact_id, deputy_id, owner_id]),
    ),
  ])
  const runsOf = Map.groupBy(runs, ({ offer_id }) => offer_id)
  const locationOf = new Map(locations.map((row) => [row.id, row]))
  const named = (id: string | null) => people.get(id ?? '') ?? null
  return rows.map((row) => {
    const details = parsedFrom<OfferDetails>(row.details)
    const location = locationOf.get(row.location_id ?? '')
    return {
      offerId: row.id,
      version: row.version,
      offer: offerBodyOf(row, areas.get(row.id) ?? []),
      stands: row.valid_from <= today && (row.valid_until === null || row.valid_until >= today),
      codeWords: codeName(engine, row.code, language),
      formWords: formWords[details.form][language],
      organisationName: organisations.get(row.organisation_id) ?? row.organisation_id,
      municipalityName: municipalityName(engine, row.municipality),
      location: location === undefined ? null : placeSeen(location, language),
      contact: named(row.contact_id),
      deputy: named(row.deputy_id),
      owner: named(row.owner_id),
      check: checkSeen(row, seen),
      certificateLapsed: row.certificate_until !== null && row.certificate_until < today,
      costWords: costWords(details, today)[language],
      fundingToday: fundingOn(details.funding, today).map((one) => ({ ...one, payerWords: payerWords[one.payer][language] })),
      places: placesSeen(runsOf.get(row.id) ?? [], today),
    }
  })
}

function placeSeen(row: LocationRow, language: Seen['language']): NonNullable<Offer['location']> {
  const details = parsedFrom<LocationDetails>(row.details)
  const { name, street, houseNumber, city } = details
  const address = `${street} ${houseNumber}, ${city}`
  return { locationId: row.id, name, address, postcode: row.postcode, accessWords: accessOf(details, language) }
}

function checkSeen(row: OfferRow, { language, today }: Seen): Offer['check'] {
  const freshness = freshnessOf(row.last_checked_on, row.next_check_on, today)
  const on = row.last_checked_on
  const since = { nl: on === null ? '' : ` (laatst op ${on})`, en: on === null ? '' : ` (last on ${on})` }
  return {
    lastCheckedOn: on,
    nextCheckOn: row.next_check_on,
    freshness,
    words: capitalised(`${freshnessWords[freshness][language]}${since[language]}.`),
  }
}

/** Nothing of a closed run can be given away. */
export const freeOf = ({ open, places, taken }: CourseRunRow): number => (open === 1 ? Math.max(0, places - taken) : 0)

function placesSeen(runs: readonly CourseRunRow[], today: string): Offer['places'] {
  if (runs.length === 0) return null
  const coming = runs.filter(({ open, starts_on }) => open === 1 && starts_on >= today)
  const [next] = coming
  return {
    free: coming.reduce((sum, run) => sum + freeOf(run), 0),
    waiting: coming.reduce((sum, run) => sum + run.waiting, 0),
    next:
      next === undefined
        ? null
        : {
            runId: next.id,
            startsOn: next.starts_on,
            places: next.places,
            taken: next.taken,
            free: freeOf(next),
            waiting: next.waiting,
          },
  }
}

export type OfferSearch = {
  readonly filter: OfferFilter
  readonly freshness?: Freshness | undefined
  /** Any part of the name of the offer, of its provider or of what it offers. */
  readonly q?: string | undefined
}

/** As many offers as one request looks through: a region has some hundreds. */
const mostRead = 5_000
const readAtOnce = 250

/** At most `limit` offers, and where the next page begins; null at the end. */
export async function searchOffers(
  seen: Seen,
  { filter, freshness, q }: OfferSearch,
  after: OfferCursor | null,
  limit: number,
): Promise<{ readonly rows: OfferRow[]; readonly next: OfferCursor | null }> {
  const { engine, today } = seen
  const found: OfferRow[] = []
  let from = after
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const page = await offersPage(engine.store, filter, from, readAtOnce)
    const names =
      q === undefined
        ? new Map<string, string>()
        : await organisationNames(
            engine,
            page.map((row) => row.organisation_id),
          )
    for (const row of page) {
      const fresh = freshness === undefined || freshnessOf(row.last_checked_on, row.next_check_on, today) === freshness
      if (fresh && (q === undefined || textOf(seen, row, names).includes(folded(q)))) found.push(row)
      from = { code: row.code, id: row.id }
      if (found.length === limit) return { rows: found, next: from }
    }
    if (page.length < readAtOnce) return { rows: found, next: null }
  }
  return { rows: found, next: from }
}

const textOf = ({ engine, language }: Seen, row: OfferRow, names: ReadonlyMap<string, string>): string =>
  folded(
    [
      parsedFrom<Partial<OfferDetails>>(row.details).name ?? '',
      names.get(row.organisation_id) ?? '',
      row.code,
      codeName(engine, row.code, language),
    ].join('\n'),
  )

/** Without capitals and accents: nobody types those when looking for something. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export async function runsSeen({ engine, language }: Seen, rows: readonly CourseRunRow[]): Promise<Run[]> {
  const meetings = await meetingsOfRuns(
    engine.store,
    rows.map(({ id }) => id),
  )
  const meetingsOf = Map.groupBy(meetings, ({ run_id }) => run_id)
  return rows.map((row) => {
    const run = runBodyOf(row)
    const held = meetingsOf.get(row.id) ?? []
    return {
      runId: row.id,
      version: row.version,
      run,
      taken: row.taken,
      free: freeOf(row),
      waiting: row.waiting,
      meetings: held.map(({ id, number, held_on }) => ({ meetingId: id, number, heldOn: held_on })),
      words: runWords(row, run, held.length)[language],
    }
  })
}

function runWords({ starts_on, ends_on }: CourseRunRow, { days, time }: Run['run'], count: number) {
  const on = (language: 'nl' | 'en') => days.map((day) => weekdayWords[day][language]).join(language === 'nl' ? ' en ' : ' and ')
  const at = (word: string) => (time === null ? '' : ` ${word} ${time}`)
  const dutch = days.length === 0 ? '' : ` op ${on('nl')}${at('om')}`
  const english = days.length === 0 ? '' : ` on ${on('en')}${at('at')}`
  return {
    nl: `Van ${dayWords(starts_on, 'nl')} tot en met ${dayWords(ends_on, 'nl')}${dutch}: ${count === 1 ? '1 bijeenkomst' : `${count} bijeenkomsten`}.`,
    en: `From ${dayWords(starts_on, 'en')} up to and including ${dayWords(ends_on, 'en')}${english}: ${count === 1 ? '1 meeting' : `${count} meetings`}.`,
  }
}
