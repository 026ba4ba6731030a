// What a link asks: of an assignment, of a meeting or of an offer. Looking uses nothing up, and leaves a line in the access log.
import type { AnswerQuestion, AttendanceQuestion, CheckQuestion, LinkQuestion, SeenByLink } from '../contract/links.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import { declineReasonsOf } from '../domain/decline-reason.ts'
import type { ReceiverView } from '../domain/minimisation.ts'
import type { OrganisationDetails } from '../domain/supply.ts'
import type { Language } from '../domain/words.ts'
import { attendedAt, comesNow } from '../readmodels/group.ts'
import { loadAssignment } from '../store/assignments.ts'
import { loadCase } from '../store/cases.ts'
import { loadMeeting } from '../store/groups.ts'
import { loadOffer } from '../store/offers.ts'
import { loadOrganisation } from '../store/organisations.ts'
import { lastSharedView } from '../store/shared-views.ts'
import type { AssignmentRow } from '../store/tables.ts'
import { answerDeadline } from './answer-link.ts'
import { parsedFrom } from './bytes.ts'
import { type Engine, pathwayOf } from './engine.ts'
import { loadGroup } from './group.ts'
import { type Held, visitOf } from './links.ts'
import { logLooks } from './look.ts'
import { offersSeen } from './offer-views.ts'
import type { SharedView } from './shared-views.ts'
import { seenBy } from './supply-views.ts'
import { peopleToday, referrerToday } from './who.ts'

/** Null: it was settled in another way. */
export function questionOf(engine: Engine, held: Held, language: Language): Promise<LinkQuestion | null> {
  switch (held.link.purpose) {
    case 'answer':
      return answerQuestion(engine, held, language)
    case 'attendance':
      return attendanceQuestion(engine, held, language)
    case 'offerCheck':
      return checkQuestion(engine, held, language)
  }
}

async function answerQuestion(engine: Engine, held: Held, language: Language): Promise<AnswerQuestion | null> {
  const { store } = engine
  const { link } = held
  const found = await loadCase(store, link.case_id ?? '')
  const row = await loadAssignment(store, link.subject_id)
  const shared = await lastSharedView(store, link.subject_id)
  if (found === null || row === null || shared === null) return null
  const state = parsedFrom<CaseState>(found.state)
  const one = state.assignments[link.subject_id]
  if (one === undefined || !awaitsAnswer.has(String(one.position.value))) return null
  await logLook(engine, held, [{ personId: found.person_id, caseId: found.id }])
  const due = one.book.find(({ deadline }) => deadline === answerDeadline)?.due.on
  return {
    purpose: 'answer',
    expiresAt: link.expires_at,
    asker: await askerOf(engine, row),
    answerBy: due ?? dayOf(link.expires_at),
    view: seen(parsedFrom<SharedView>(shared.view).before, language),
    // What an older adult wants is not known to somebody who may not know yet who it is.
    reasons: declineReasonsOf(pathwayOf(engine, state.pathway))
      .filter(({ side }) => side === 'provider')
      .map(({ id, words, note }) => ({ code: id, words: words[language], noteNeeded: note === 'required' })),
  }
}

export const awaitsAnswer: ReadonlySet<string> = new Set(['sent', 'waitlisted'])

/** Whom to phone at the practice today, when something is not clear. */
async function askerOf(engine: Engine, row: AssignmentRow): Promise<AnswerQuestion['asker']> {
  const people = await peopleToday(engine)
  const { accountId, name, organisationId } = referrerToday(people, row)
  const organisation = organisationId === null ? null : await loadOrganisation(engine.store, organisationId)
  const details = organisation === null ? {} : parsedFrom<Partial<OrganisationDetails>>(organisation.details)
  const account = people.accounts.get(accountId ?? '')
  const own = account === undefined ? undefined : parsedFrom<{ phone?: string }>(account.details).phone
  return { name, organisation: details.name ?? organisationId ?? '', phone: own ?? details.phone ?? null }
}

export const seen = ({ summary, shown, notShown }: ReceiverView, language: Language): SeenByLink => ({
  summary: summary[language],
  shown: shown.map(({ label, lines }) => ({ label: label[language], lines: lines.map((line) => line[language]) })),
  notShown: notShown.map(({ label, why }) => ({ label: label[language], lines: [why[language]] })),
})

async function attendanceQuestion(engine: Engine, held: Held, language: Language): Promise<AttendanceQuestion | null> {
  const meeting = await loadMeeting(engine.store, held.link.subject_id)
  const group = meeting === null ? null : await loadGroup(engine, meeting.run_id)
  if (meeting === null || group === null) return null
  const told = group.members.map((member) => ({
    member,
    state: String(member.assignment.position.value),
    was: attendedAt(member.assignment, meeting),
  }))
  const asked = told.filter(({ state, was }) => was === null && comesNow.has(state))
  const others = told.filter(({ state, was }) => was !== null || state === 'paused')
  if (asked.length === 0) return null
  await logLook(
    engine,
    held,
    [...asked, ...others].map(({ member: { personId, caseId } }) => ({ personId, caseId })),
  )
  return {
    purpose: 'attendance',
    expiresAt: held.link.expires_at,
    name: group.name,
    number: meeting.number,
    heldOn: meeting.held_on,
    people: asked.map(({ member, state }) => ({
      assignmentId: member.assignmentId,
      name: member.name,
      first: state !== 'started',
      missedInARow: Number(member.assignment.position.context['missedInARow']),
    })),
    others: others.map(({ member, was }) => ({ name: member.name, why: whyNotAsked(was)[language] })),
  }
}

const whyNotAsked = (was: boolean | null) => {
  if (was === null) return { nl: 'doet nu even niet mee', en: 'does not take part at the moment' }
  return was
    ? { nl: 'al ingevuld: was er', en: 'filled in before: was there' }
    : { nl: 'al ingevuld: was er niet', en: 'filled in before: was not there' }
}

async function checkQuestion(engine: Engine, { link }: Held, language: Language): Promise<CheckQuestion | null> {
  const row = await loadOffer(engine.store, link.subject_id)
  const [offer] = row === null ? [] : await offersSeen(seenBy(engine, language), [row])
  if (offer === undefined || !offer.stands) return null
  const say = (nl: string, en: string): string => ({ nl, en })[language]
  const person = (one: typeof offer.contact): string[] =>
    one === null ? [] : [[one.name, one.phone, one.email].filter((part) => part !== null).join(', ')]
  const { description, forWhom, website, validUntil } = offer.offer
  const lines: CheckQuestion['lines'] = [
    { label: say('Wat', 'What'), lines: [`${offer.codeWords}, ${offer.formWords}`, ...some(description)] },
    {
      label: say('Waar', 'Where'),
      lines: [offer.location === null ? offer.municipalityName : `${offer.location.name}, ${offer.location.address}`],
    },
    { label: say('Voor wie', 'For whom'), lines: some(forWhom.note) },
    { label: say('Kosten', 'Costs'), lines: [offer.costWords] },
    { label: say('Vrije plaatsen', 'Free places'), lines: offer.places === null ? [] : [String(offer.places.free)] },
    { label: say('Contactpersoon', 'Contact'), lines: person(offer.contact) },
    { label: say('Vervanger', 'Deputy'), lines: person(offer.deputy) },
    { label: say('Website', 'Website'), lines: some(website) },
    { label: say('Geldig tot en met', 'Valid until'), lines: some(validUntil ?? undefined) },
  ]
  return {
    purpose: 'offerCheck',
    expiresAt: link.expires_at,
    name: offer.offer.name,
    organisation: offer.organisationName,
    lastCheckedOn: offer.check.lastCheckedOn,
    lines: lines.filter((line) => line.lines.length > 0),
  }
}

const some = (text: string | undefined): string[] => (text === undefined ? [] : [text])

const looks = { answer: 'readAssignment', attendance: 'readGroup', offerCheck: 'readOffer' } as const

export const logLook = (
  engine: Engine,
  held: Held,
  people: readonly { readonly personId: string; readonly caseId: string }[],
): Promise<void> =>
  logLooks(
    engine,
    { actor: held.actor, requestId: visitOf(held) },
    people.map((one) => ({ action: looks[held.link.purpose], ...one })),
    'seen',
  )
