// Acting by a link: the same doors as everybody, in the name of the account it was made for; the act and the use of the link are one change.
import type { AttendanceRecorded } from '../contract/groups.ts'
import type { LinkAct, LinkDone, SeenByLink } from '../contract/links.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import { dayWords } from '../domain/day-words.ts'
import { type LinkPurpose, linkForOther, linkOvertaken, linkUsed } from '../domain/links.ts'
import type { Language, Words } from '../domain/words.ts'
import { loadAssignment } from '../store/assignments.ts'
import { loadCase } from '../store/cases.ts'
import { findCommand } from '../store/commands.ts'
import { meetingsOfRun } from '../store/course-runs.ts'
import { loadMeeting } from '../store/groups.ts'
import { markLinkUsed } from '../store/links.ts'
import { lastSharedView } from '../store/shared-views.ts'
import { type AttendanceHandled, recordAttendance } from './attendance.ts'
import { parsedFrom } from './bytes.ts'
import type { Engine } from './engine.ts'
import { type Handled, handleCommand } from './handle-command.ts'
import { awaitsAnswer, logLook, seen } from './link-questions.ts'
import { type Held, heldLink, visitOf } from './links.ts'
import { sayOfOffer } from './offer-check.ts'
import type { SharedView } from './shared-views.ts'

export type ByLink = { readonly act: LinkAct; readonly key: string; readonly language: Language }
/** `unknownCase`: the token was never given out. */
export type LinkHandled =
  | { readonly is: 'acted'; readonly done: LinkDone; readonly repeated: boolean }
  | Exclude<AttendanceHandled, { is: 'done' }>

const purposeOf: { readonly [act in LinkAct['act']]: LinkPurpose } = {
  accept: 'answer',
  decline: 'answer',
  attendance: 'attendance',
  confirm: 'offerCheck',
  askChange: 'offerCheck',
}

export async function actByLink(engine: Engine, token: string, by: ByLink): Promise<LinkHandled> {
  const held = await heldLink(engine, token)
  if (held === null) return { is: 'unknownCase' }
  if (purposeOf[by.act.act] !== held.link.purpose) return { is: 'refused', refusal: linkForOther }
  // The same request sent twice finds its link used by itself, and gets its answer again.
  const before = held.closed === null ? null : await findCommand(engine.store, held.actor.id, by.key)
  if (held.closed !== null && before === null) return { is: 'refused', refusal: held.closed }
  const handled = await act(engine, held, by)
  if (handled.is === 'done')
    return { is: 'acted', done: await doneOf(engine, held, by, handled.answer), repeated: handled.repeated }
  // Whoever used it a moment earlier moved the case too: that is why it was refused.
  const used = (await heldLink(engine, token))?.closed === linkUsed && handled.is !== 'keyReused'
  return used ? { is: 'refused', refusal: linkUsed } : handled
}

async function act(engine: Engine, held: Held, { act, key }: ByLink): Promise<AttendanceHandled> {
  const { link, actor } = held
  const asking = { actor, key, requestId: visitOf(held) }
  const byLink = markLinkUsed(engine.store.build, link.token_hash, engine.clock())
  switch (act.act) {
    case 'accept':
    case 'decline':
      return answer(engine, held, key, act)
    case 'attendance': {
      const meeting = await loadMeeting(engine.store, link.subject_id)
      if (meeting === null) return { is: 'refused', refusal: linkOvertaken }
      const { present, absent } = act
      return recordAttendance(engine, { ...asking, runId: meeting.run_id, number: meeting.number, present, absent, byLink })
    }
    case 'confirm':
      return sayOfOffer(engine, { ...asking, offerId: link.subject_id, change: null, byLink })
    case 'askChange':
      return sayOfOffer(engine, { ...asking, offerId: link.subject_id, change: act.text, byLink })
  }
}

async function answer(
  engine: Engine,
  held: Held,
  key: string,
  act: Extract<LinkAct, { act: 'accept' | 'decline' }>,
): Promise<Handled> {
  const { link, actor } = held
  const assignmentId = link.subject_id
  // A colleague may have answered, or the practice withdrawn it; what the rules still allow then is not what was asked here.
  const row = held.closed === null ? await loadAssignment(engine.store, assignmentId) : null
  if (held.closed === null && !awaitsAnswer.has(row?.state ?? '')) return { is: 'refused', refusal: linkOvertaken }
  const command: Command =
    act.act === 'accept'
      ? { type: 'acceptAssignment', payload: { assignmentId, placeConfirmed: true } }
      : {
          type: 'declineAssignment',
          payload: { assignmentId, reason: act.reason, ...(act.note === undefined ? {} : { note: act.note }) },
        }
  return handleCommand(engine, {
    actor,
    key,
    requestId: visitOf(held),
    caseId: link.case_id!,
    command,
    expected: null,
    besides: [markLinkUsed(engine.store.build, link.token_hash, engine.clock())],
  })
}

async function doneOf(engine: Engine, held: Held, { act, language }: ByLink, stored: Uint8Array): Promise<LinkDone> {
  const say = ({ nl, en }: Words): string => ({ nl, en })[language]
  const plain = (said: Words, next: readonly Words[]): LinkDone => ({
    act: act.act,
    said: say(said),
    next: next.map(say),
    view: null,
    attendance: null,
  })
  switch (act.act) {
    case 'accept':
      return acceptedBy(engine, held, language, plain(words.accepted, [words.phone]))
    case 'decline':
      return plain(words.declined, [words.goesOn])
    case 'attendance': {
      const attendance = parsedFrom<AttendanceRecorded>(stored)
      const missed = attendance.recorded.filter(({ missedInARow }) => missedInARow >= 2).length
      const follows = await whatFollows(engine, attendance)
      const next = [
        ...(missed === 0 ? [] : [missedTwice(missed)]),
        ...(attendance.notBegun.length === 0 ? [] : [words.notBegun]),
        follows,
      ]
      return { ...plain(words.attended, next), attendance }
    }
    case 'confirm':
      return plain(words.confirmed, [words.askedAgain])
    case 'askChange':
      return plain(words.changeAsked, [words.coordinatorReads])
  }
}

/** What is needed to begin, as it was sent; not when the assignment was withdrawn since. */
async function acceptedBy(engine: Engine, held: Held, language: Language, done: LinkDone): Promise<LinkDone> {
  const { link } = held
  const found = await loadCase(engine.store, link.case_id!)
  const shared = await lastSharedView(engine.store, link.subject_id)
  const one = found === null ? undefined : parsedFrom<CaseState>(found.state).assignments[link.subject_id]
  if (found === null || shared === null || one === undefined || !goesOn.has(String(one.position.value))) return done
  await logLook(engine, held, [{ personId: found.person_id, caseId: found.id }])
  const view: SeenByLink = seen(parsedFrom<SharedView>(shared.view).after, language)
  const startBy = one.book.find(({ deadline }) => deadline === startDeadline)?.due.on
  const by = startBy === undefined ? [] : [startsBy(startBy)[language]]
  return { ...done, next: [...done.next, ...by, words.keep[language]], view }
}

const goesOn: ReadonlySet<string> = new Set(['accepted', 'planned', 'started', 'paused'])
/** The first session after acceptance. */
const startDeadline = 'TM7'

async function whatFollows({ store }: Engine, { runId, number }: AttendanceRecorded): Promise<Words> {
  const meetings = await meetingsOfRun(store, runId)
  return meetings.some((meeting) => meeting.number > number) ? words.nextTime : words.lastTime
}

const startsBy = (day: string): Words => ({
  nl: `De eerste keer is uiterlijk op ${dayWords(day, 'nl')}.`,
  en: `The first time is on ${dayWords(day, 'en')} at the latest.`,
})

const missedTwice = (count: number): Words => ({
  nl: `${count === 1 ? 'Eén persoon was' : `${count} mensen waren`} er nu twee keer op rij niet. Bel vandaag: nu is het nog te herstellen.`,
  en: `${count === 1 ? 'One person was' : `${count} people were`} not there twice in a row now. Phone today: now it can still be mended.`,
})

const words = {
  accepted: { nl: 'U hebt de opdracht aangenomen.', en: 'You have accepted the assignment.' },
  phone: {
    nl: 'De praktijk hoort dit vandaag. Bel de deelnemer om een eerste afspraak te maken.',
    en: 'The practice hears this today. Phone the participant to make a first appointment.',
  },
  keep: {
    nl: 'Print of bewaar deze pagina: met de link kunt u haar niet nog eens openen.',
    en: 'Print or keep this page: it cannot be opened by the link again.',
  },
  declined: { nl: 'U hebt doorgegeven dat het niet kan.', en: 'You have passed on that it is not possible.' },
  goesOn: {
    nl: 'De praktijk hoort dit vandaag en zoekt iets anders. U ziet deze gegevens niet meer en hoeft niets te doen.',
    en: 'The practice hears this today and looks for something else. You no longer see these data and need not do anything.',
  },
  attended: { nl: 'De aanwezigheid is bewaard.', en: 'The attendance is stored.' },
  notBegun: {
    nl: 'Wie nog moest beginnen en er niet was, staat nog op de lijst voor de volgende keer.',
    en: 'Whoever still had to begin and was not there is on the list again next time.',
  },
  nextTime: {
    nl: 'Na de volgende bijeenkomst krijgt u een nieuwe link.',
    en: 'After the next meeting you get a new link.',
  },
  lastTime: {
    nl: 'Dit was de laatste bijeenkomst. De praktijk verwacht nog een korte terugkoppeling.',
    en: 'This was the last meeting. The practice still expects a short report.',
  },
  confirmed: { nl: 'Dank u. Het aanbod staat weer als gecontroleerd.', en: 'Thank you. The offer stands as checked again.' },
  askedAgain: { nl: 'Over een half jaar vragen wij het u opnieuw.', en: 'In half a year we ask you again.' },
  changeAsked: { nl: 'Uw wijziging is doorgegeven.', en: 'Your change was passed on.' },
  coordinatorReads: {
    nl: 'De ketencoördinator verwerkt haar, of belt u als iets niet duidelijk is.',
    en: 'The chain coordinator takes it up, or phones you when something is not clear.',
  },
} as const satisfies { readonly [name: string]: Words }
