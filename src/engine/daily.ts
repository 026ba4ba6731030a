// Daily work: who answers by link gets one when a meeting was held, when an offer is to be checked, and when an earlier one is of no use.
import { isFilledIn, unfilledMeetings } from '../domain/attendance-gaps.ts'
import { addPeriod, dayOf, daysBetween, type IsoDate, instantAt } from '../domain/calendar.ts'
import { answerLinkExpires, linkExpires } from '../domain/links.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { RunDetails } from '../domain/supply.ts'
import { type HeldMeeting, heldMeetings, offersToCheck, openAnswerLinks, unansweredAssignments } from '../store/daily-work.ts'
import { keysThere } from '../store/deliveries.ts'
import type { WhoIsWho } from '../store/directory.ts'
import { insertLink, linksAbout } from '../store/links.ts'
import type { LinkRow, OfferRow } from '../store/tables.ts'
import { absencesToday } from './absences-today.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { newLink } from './links.ts'
import { notify } from './notify.ts'
import { eventsOfRuns } from './unfilled.ts'
import { holderToday, peopleToday, toldOf } from './who.ts'

/** How many notices went out. */
export type Daily = { readonly attendance: number; readonly offerChecks: number; readonly answers: number }

/** Days. Source: Valpad; status: local default. */
const afterFirstQuestion = { reminder: 14, coordinator: 30 } as const
/** As far back as a link for attendance can be used: what fell in a time that the server did not run is asked too. */
const daysBack = 14

/** May be done as often as one likes, and by two at once: each notice goes out once. */
export async function daily(engine: Engine): Promise<Daily> {
  const people = await peopleToday(engine)
  return {
    attendance: await askAttendance(engine, people),
    offerChecks: await askAboutOffers(engine, people),
    answers: await askAnswersAgain(engine, people),
  }
}

type News = {
  readonly kind: NoticeKind
  readonly accountId: string
  readonly dedupeKey: string
  readonly link: LinkRow | null
  /** The link is new: stored with the notice. */
  readonly fresh: boolean
  readonly caseId?: string
}

/** One commit each: a twin at work takes one of them and not the rest. */
async function send(engine: Engine, news: readonly News[]): Promise<number> {
  const { build } = engine.store
  const known = await keysThere(
    engine.store,
    news.map(({ dedupeKey }) => dedupeKey),
  )
  let sent = 0
  for (const { kind, accountId, dedupeKey, link, fresh, caseId } of news) {
    if (known.has(dedupeKey)) continue
    const along = { ...(link === null ? {} : { linkId: link.id }), ...(caseId === undefined ? {} : { caseId }) }
    const notice = notify(build, { kind, accountId, dedupeKey, at: engine.clock(), ...along })
    const { ok } = await engine.store.commit([...(link !== null && fresh ? [insertLink(build, link)] : []), notice])
    sent += ok ? 1 : 0
  }
  return sent
}

const nobodyElse = { practiceId: '', holderId: null, referrerId: null } as const

/** By link once for each who has to; who logs in is told once when it stands open for some days. */
async function askAttendance(engine: Engine, people: WhoIsWho): Promise<number> {
  const now = engine.clock()
  const today = dayOf(now)
  const held = await heldMeetings(engine.store, addPeriod(today, -daysBack, 'days'), today)
  const [links, events] = await Promise.all([
    linksAbout(
      engine.store,
      'attendance',
      held.map(({ id }) => id),
    ),
    eventsOfRuns(
      engine,
      held.map(({ run_id }) => run_id),
    ),
  ])
  const news = held.flatMap((row): News[] => {
    const meeting = { id: row.id, heldOn: row.held_on }
    const logged = events.get(row.run_id) ?? []
    if (Date.parse(now) < Date.parse(filledInFrom(row)) || isFilledIn(meeting, logged)) return []
    const work = { ...nobodyElse, providerId: row.organisation_id, offerId: row.offer_id }
    const { accountId, login } = toldOf(people, 'provider', work)
    if (accountId === null) return []
    const about = { kind: 'attendance', accountId } as const
    if (login) {
      if (unfilledMeetings([meeting], logged, today).length === 0) return []
      return [{ ...about, dedupeKey: `attendance:${row.id}:open`, link: null, fresh: false }]
    }
    const before = links.filter(({ subject_id }) => subject_id === row.id)
    if (before.some(({ used_at, account_id }) => used_at !== null || account_id === accountId)) return []
    const link = newLink(engine, {
      purpose: 'attendance',
      subjectId: row.id,
      caseId: null,
      accountId,
      expiresAt: linkExpires('attendance', today),
    })
    // Who stands in since the first link was sent gets one of their own.
    const dedupeKey = before.length === 0 ? `attendance:${row.id}` : `attendance:${row.id}:${accountId}`
    return [{ ...about, dedupeKey, link, fresh: true }]
  })
  return send(engine, news)
}

/** An hour after it began; at the end of the day when nobody said at what time that is. */
function filledInFrom({ held_on, details }: HeldMeeting): string {
  const { time = null } = parsedFrom<Partial<RunDetails>>(details)
  const began = instantAt(held_on, time ?? '17:00')
  return new Date(Date.parse(began) + 3_600_000).toISOString()
}

async function askAboutOffers(engine: Engine, people: WhoIsWho): Promise<number> {
  const today = dayOf(engine.clock())
  const offers = await offersToCheck(engine.store, today)
  const links = await linksAbout(
    engine.store,
    'offerCheck',
    offers.map(({ id }) => id),
  )
  const ofOffer = Map.groupBy(links, ({ subject_id }) => subject_id)
  return send(
    engine,
    offers.flatMap((offer) => aboutOffer(engine, people, offer, ofOffer.get(offer.id) ?? [], today)),
  )
}

/** First whoever keeps the data right, then the same person again, in the end the coordinator of the coalition as well. */
function aboutOffer(engine: Engine, people: WhoIsWho, offer: OfferRow, links: readonly LinkRow[], today: IsoDate): News[] {
  const checkOn = offer.next_check_on!
  const work = { ...nobodyElse, holderId: offer.owner_id, providerId: offer.organisation_id, offerId: offer.id }
  const { accountId } = toldOf(people, 'provider', work)
  const forThis = links.filter(({ created_at }) => dayOf(created_at) >= checkOn)
  const key = `offerCheck:${offer.id}:${checkOn}`
  const asked = (dedupeKey: string): News[] => {
    if (accountId === null) return []
    const open = forThis.find(
      (link) => link.account_id === accountId && link.used_at === null && link.expires_at > engine.clock(),
    )
    const link =
      open ??
      newLink(engine, {
        purpose: 'offerCheck',
        subjectId: offer.id,
        caseId: null,
        accountId,
        expiresAt: linkExpires('offerCheck', today),
      })
    return [{ kind: 'offerCheck', accountId, dedupeKey, link, fresh: open === undefined }]
  }
  const first = forThis.at(-1)
  if (first === undefined) return asked(key)
  const days = daysBetween(dayOf(first.created_at), today)
  // Who asked for a change has answered; it is the coordinator's since then.
  const answered = forThis.some(({ used_at }) => used_at !== null)
  const coordinator = toldOf(people, 'coordinator', work).accountId
  return [
    ...(days >= afterFirstQuestion.reminder && !answered ? asked(`${key}:reminder`) : []),
    ...(days >= afterFirstQuestion.coordinator && coordinator !== null
      ? [{ kind: 'offerCheck', accountId: coordinator, dedupeKey: `${key}:coordinator`, link: null, fresh: false } as const]
      : []),
  ]
}

/** The contact is another one since it was sent, or its clock stood still until the link was over. */
async function askAnswersAgain(engine: Engine, people: WhoIsWho): Promise<number> {
  const now = engine.clock()
  const waiting = (await unansweredAssignments(engine.store)).flatMap((row) => {
    const { accountId, login } = holderToday(people, row)
    return accountId === null || login ? [] : [{ row, accountId }]
  })
  const open = new Set((await openAnswerLinks(engine.store, now)).map((link) => `${link.subject_id} ${link.account_id}`))
  const news = waiting.flatMap(({ row, accountId }): News[] => {
    if (open.has(`${row.id} ${accountId}`)) return []
    const link = newLink(engine, {
      purpose: 'answer',
      subjectId: row.id,
      caseId: row.case_id,
      accountId,
      expiresAt: answerLinkExpires(row.next_due_at ?? now),
    })
    const dedupeKey = `answerLink:${row.id}:${accountId}:${dayOf(now)}`
    return [{ kind: 'newAssignment', accountId, dedupeKey, link, fresh: true, caseId: row.case_id }]
  })
  return send(engine, news)
}

/** Does the daily work when an hour began in which it was not done yet; a round that failed is done again. */
export function hourly(engine: Engine): () => Promise<void> {
  let done = ''
  return async () => {
    const hour = engine.clock().slice(0, 13)
    if (hour === done) return
    await absencesToday(engine)
    await daily(engine)
    done = hour
  }
}
