// The coordinator's desk: the work that waits for who coordinates, gathered from everything that can get stuck, what blocks older adults first.
import type { Actor } from '../access/actor.ts'
import type { CoordinatorDesk, DeskLine, GapLook } from '../contract/coordinator-desk.ts'
import { addPeriod, dayOf, startOf } from '../domain/calendar.ts'
import { byWhatBlocks, deskKinds, type Pressing } from '../domain/desk-order.ts'
import { type NoticeKind, notices } from '../domain/notices.ts'
import { goneAtTheEnd, isGone, passedWords, replacementOf } from '../domain/responsibility.ts'
import { freshnessOf, freshnessWords, type OfferDetails } from '../domain/supply.ts'
import { type UnmetReason, unmetReasonWords } from '../domain/unmet-need.ts'
import type { PassedLine } from '../readmodels/passed-work.ts'
import { deliveriesPage } from '../store/deliveries.ts'
import { offersPage } from '../store/offers.ts'
import type { OfferRow } from '../store/tables.ts'
import { noteGapLook, openGaps } from '../store/unmet-needs.ts'
import { loadWebhook } from '../store/webhooks.ts'
import { absencesSeen } from './absence-view.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { type Looker, logLooks } from './look.ts'
import { codeName } from './offer-views.ts'
import { type Asking, once } from './once.ts'
import { isOrphan, type PassedToday, passedToday, stateWords } from './orphan-report.ts'
import { type StaffToday, staffToday } from './staff.ts'
import { municipalityName, organisationNames, peopleNamed, type Seen } from './supply-views.ts'
import { callable, nameOf } from './who.ts'

/** As many of one kind as anybody reads at once. */
const most = 100
/** Gaps met longer ago say nothing about the supply of today. */
const monthsOfGaps = 12

type Placed = { readonly line: DeskLine; readonly by: Omit<Pressing, 'kind' | 'id'> }

export async function coordinatorDesk(seen: Seen, looker: Looker): Promise<CoordinatorDesk> {
  const { engine, today } = seen
  const { actor } = looker
  const [passed, staff] = await Promise.all([passedToday(engine.store, engine.clock()), staffToday(engine)])
  const work = passed.lines.filter((line) => isOrphan(line) || line.reached.accountId === actor.id)
  const offers = await standingOffers(engine, today)
  const placed = [
    ...work.filter(isOrphan).map((line) => nobodyLine(seen, passed, line)),
    ...passedLines(
      seen,
      passed,
      work.filter((line) => !isOrphan(line)),
    ),
    ...(await givenUpLines(seen, passed)),
    ...(await handoverLines(seen, actor, staff)),
    ...leaverLines(staff, offers),
    ...(await gapLines(seen)),
    ...(await uncheckedLines(seen, offers)),
  ].sort((a, b) => byWhatBlocks({ ...a.by, ...a.line }, { ...b.by, ...b.line }))
  const ofKind = (kind: string) => placed.filter(({ line }) => line.kind === kind)
  const lines = deskKinds.flatMap((kind) => ofKind(kind).slice(0, most)).map(({ line }) => line)
  const named = new Set(
    lines.flatMap((line) => (line.kind === 'nobody' ? [line.caseId] : line.kind === 'passed' ? line.caseIds : [])),
  )
  const looks = [...new Map(work.map((line) => [line.caseId, line])).values()].filter(({ caseId }) => named.has(caseId))
  await logLooks(
    engine,
    looker,
    looks.map(({ personId, caseId }) => ({ action: 'readCoordinatorDesk', personId, caseId })),
    'seen',
  )
  return { on: today, counts: countsOf((kind) => ofKind(kind).length), items: lines }
}

const countsOf = (count: (kind: string) => number): CoordinatorDesk['counts'] => ({
  nobody: count('nobody'),
  passed: count('passed'),
  givenUp: count('givenUp'),
  handover: count('handover'),
  leaver: count('leaver'),
  gap: count('gap'),
  unchecked: count('unchecked'),
})

const dueOnOf = ({ nextDueAt }: PassedLine) => (nextDueAt === null ? null : dayOf(nextDueAt))

function ownerOf({ people }: PassedToday, { reached }: PassedLine, { language }: Seen) {
  const [first] = reached.passed
  if (first === undefined) return null
  const { accountId, why } = first
  return {
    accountId,
    name: nameOf(people, accountId),
    whyWords: passedWords[why][language],
    present: !isGone(first) && why !== 'unknown',
    gone: goneFrom(people, accountId),
  }
}

function goneFrom(people: PassedToday['people'], from: string) {
  const id = goneAtTheEnd(people, from, people.today)
  const contact = id === null ? undefined : people.contacts.get(id)
  return contact === undefined
    ? null
    : { accountId: contact.id, name: nameOf(people, contact.id), organisationId: contact.organisationId }
}

function nobodyLine(seen: Seen, passed: PassedToday, line: PassedLine): Placed {
  const { kind, id, caseId, state } = line
  const words = stateWords(seen.engine.newest, kind, state)[seen.language]
  const nextDueOn = dueOnOf(line)
  const owner = ownerOf(passed, line, seen)
  return {
    line: { kind: 'nobody', id, work: kind, caseId, state: { code: state, words }, owner, nextDueOn },
    by: { pressing: nextDueOn, many: 1 },
  }
}

/** Mended by the person, not by the piece: one line for everybody who cannot be reached. */
function passedLines(seen: Seen, passed: PassedToday, lines: readonly PassedLine[]): Placed[] {
  const byOwner = Map.groupBy(lines, ({ reached }) => reached.passed[0]?.accountId ?? '')
  return [...byOwner].map(([accountId, own]) => {
    const due = own.toSorted((a, b) => ((a.nextDueAt ?? '9') < (b.nextDueAt ?? '9') ? -1 : 1))
    const nextDueOn = dueOnOf(due[0]!)
    return {
      line: {
        kind: 'passed',
        id: accountId === '' ? 'nobody-named' : accountId,
        owner: ownerOf(passed, own[0]!, seen),
        assignments: own.filter(({ kind }) => kind === 'assignment').length,
        cases: own.filter(({ kind }) => kind === 'case').length,
        caseIds: [...new Set(due.map(({ caseId }) => caseId))].slice(0, 5),
        nextDueOn,
      },
      by: { pressing: nextDueOn, many: own.length },
    }
  })
}

async function givenUpLines({ engine, language }: Seen, { people }: PassedToday): Promise<Placed[]> {
  const rows = await deliveriesPage(engine.store, { state: 'dead', organisationId: null }, null, most)
  const names = await organisationNames(engine, [...people.organisations.keys()])
  return Promise.all(
    rows.map(async ({ id, kind, channel, target_id, last_fault, created_at }): Promise<Placed> => {
      const hook = channel === 'webhook' ? await loadWebhook(engine.store, target_id) : null
      const to = hook === null ? nameOf(people, target_id) : (names.get(hook.organisation_id) ?? hook.organisation_id)
      const createdOn = dayOf(created_at)
      const about = notices[kind as NoticeKind].words[language] // written by us
      return {
        line: { kind: 'givenUp', id, about, channel, to, lastFault: last_fault, createdOn },
        by: { pressing: createdOn, many: 1 },
      }
    }),
  )
}

/** To be read by whoever asks; and of everybody else what began without being read. */
async function handoverLines({ engine, today }: Seen, actor: Actor, { people, rows }: StaffToday): Promise<Placed[]> {
  const open = rows.filter(
    ({ acknowledged_at, replacement_id, from_on }) =>
      acknowledged_at === null && (replacement_id === actor.id || from_on <= today),
  )
  return (await absencesSeen(engine, actor, open)).map(({ absenceId, replacementId, replacementName, ...one }) => ({
    line: {
      kind: 'handover',
      id: absenceId,
      etag: one.etag,
      name: one.name,
      replacement: { accountId: replacementId, ...callable(people, { accountId: replacementId, name: replacementName }) },
      fromOn: one.fromOn,
      untilOn: one.untilOn,
      note: one.note,
      mayAcknowledge: one.allowed.includes('acknowledge'),
    },
    by: { pressing: one.fromOn, many: 1 },
  }))
}

async function standingOffers({ store }: Engine, on: string): Promise<OfferRow[]> {
  const all: OfferRow[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await offersPage(store, { on }, last === undefined ? null : { code: last.code, id: last.id }, 500)
    all.push(...page)
    if (page.length < 500) return all
  }
}

const nameIn = ({ details, id }: OfferRow): string => parsedFrom<Partial<OfferDetails>>(details).name ?? id

function leaverLines({ people, today, nameOf: called }: StaffToday, offers: readonly OfferRow[]): Placed[] {
  const named = offers.flatMap((offer) =>
    [offer.contact_id, offer.deputy_id, offer.owner_id].flatMap((id) => (id === null ? [] : [{ id, offer }])),
  )
  const byPerson = Map.groupBy(named, ({ id }) => id)
  return [...byPerson].flatMap(([id, places]): Placed[] => {
    const contact = people.contacts.get(id)
    const gone = contact === undefined || !contact.active || (contact.leftOn !== null && contact.leftOn <= today)
    if (!gone || replacementOf(people, id, today) !== null) return []
    const its = [...new Map(places.map(({ offer }) => [offer.id, offer])).values()]
    return [
      {
        line: {
          kind: 'leaver',
          id,
          name: called(id),
          gone: goneFrom(people, id),
          offers: its.map((offer) => ({ offerId: offer.id, name: nameIn(offer) })),
        },
        by: { pressing: contact?.leftOn ?? null, many: its.length },
      },
    ]
  })
}

async function gapLines({ engine, language, today }: Seen): Promise<Placed[]> {
  const rows = await openGaps(engine.store, startOf(addPeriod(today, -monthsOfGaps, 'months')))
  return [...Map.groupBy(rows, ({ code, municipality }) => `${code}.${municipality}`)].map(([id, [first, ...more]]) => {
    const all = [first!, ...more]
    const { code, municipality } = first!
    const lastAt = all
      .map(({ last_at }) => last_at)
      .sort()
      .at(-1)!
    const count = all.reduce((sum, one) => sum + one.count, 0)
    return {
      line: {
        kind: 'gap',
        id,
        code: { code, words: codeName(engine, code, language) },
        municipality: { code: municipality, words: municipalityName(engine, municipality) },
        count,
        // Written by us from the one list of reasons.
        reasons: all.map(({ reason }) => unmetReasonWords[reason as UnmetReason][language]),
        lastAt,
        lastOn: dayOf(lastAt),
      },
      // Most often first, whenever that was.
      by: { pressing: null, many: count },
    }
  })
}

/** The provider is asked by itself when a check is due; what it does not answer lands here. */
async function uncheckedLines(seen: Seen, offers: readonly OfferRow[]): Promise<Placed[]> {
  const { engine, language, today } = seen
  const old = offers.flatMap((row) => {
    const freshness = freshnessOf(row.last_checked_on, row.next_check_on, today)
    return freshness === 'stale' || freshness === 'neverChecked' ? [{ row, freshness }] : []
  })
  const [names, people] = await Promise.all([
    organisationNames(
      engine,
      old.map(({ row }) => row.organisation_id),
    ),
    peopleNamed(
      seen,
      old.map(({ row }) => row.owner_id),
    ),
  ])
  return old.map(({ row, freshness }) => {
    const owner = people.get(row.owner_id ?? '')
    return {
      line: {
        kind: 'unchecked',
        id: row.id,
        name: nameIn(row),
        organisationName: names.get(row.organisation_id) ?? row.organisation_id,
        municipalityName: municipalityName(engine, row.municipality),
        lastCheckedOn: row.last_checked_on,
        freshnessWords: freshnessWords[freshness][language],
        owner: owner === undefined ? null : { name: owner.name, phone: owner.phone },
      },
      // What was never checked is the oldest of all.
      by: { pressing: row.last_checked_on ?? '0000-01-01', many: 1 },
    }
  })
}

/** Looked at up to the latest that was in sight, and never ahead: what is met from now on stays. */
export const lookAtGaps = (engine: Engine, asking: Asking, look: GapLook): Promise<Handled> =>
  once<never>(engine, asking, { lookAtGaps: look }, async () => {
    const { code, municipality } = look
    const at = engine.clock()
    const upTo = look.upTo < at ? look.upTo : at
    const row = { code, municipality, up_to: upTo, actor_id: asking.actor.id, at }
    return { is: 'ready', change: [noteGapLook(engine.store.build, row)], answer: { ...look, upTo } }
  })
