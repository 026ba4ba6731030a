// A line of feedback: what happened in one sentence, who said so and when, and the one thing to do with it.
import type { FeedbackLine } from '../contract/feedback.ts'
import { capitalised } from '../domain/capitalised.ts'
import type { AssignmentState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import type { FeedbackMoment } from '../domain/feedback.ts'
import type { Language, Words } from '../domain/words.ts'
import type { FeedbackRow } from '../store/tables.ts'
import { nameOfCode } from './code-names.ts'
import { act, type Callable, mayChooseOther, mayNow, phoneAct, type Seen } from './work-act.ts'

export type FeedbackParts = {
  readonly seen: Seen
  readonly row: FeedbackRow
  readonly assignment: AssignmentState
  readonly provider: string
  readonly because: string | null
  readonly person: Callable
  /** Who has it at the provider today. */
  readonly holder: Callable
}

/** After these somebody has to choose again, or to phone. */
export const choiceMoments = ['declined', 'stoppedEarly', 'notReached', 'cannotComePhone'] as const satisfies FeedbackMoment[]

export function feedbackSaid(parts: FeedbackParts): Pick<FeedbackLine, 'words' | 'about' | 'act'> {
  const { seen, row, assignment, provider, because } = parts
  const { language, pathway } = seen
  const asked = nameOfCode(pathway, assignment.code, language)
  const day = dayWords(row.occurred_on, language)
  const who = cancelled.has(row.moment) ? `${provider}.` : `${provider}, ${day}.`
  return {
    words: capitalised(happened(asked, assignment, day)[row.moment as FeedbackMoment]?.[language] ?? asked),
    about: because === null ? who : `${who} ${capitalised(because)}${/[.!?]$/.test(because) ? '' : '.'}`,
    act: actOn(parts, language),
  }
}

/** What was said in advance stands on the day that it is about. */
const cancelled: ReadonlySet<string> = new Set<FeedbackMoment>(['cannotCome', 'cannotComePhone'])

function happened(asked: string, { sessions }: AssignmentState, day: string): { readonly [moment in FeedbackMoment]: Words } {
  const [came, all] = [sessions.filter(({ attended }) => attended).length, sessions.length]
  const after = {
    nl: came === 0 ? '' : ` na ${came} ${came === 1 ? 'bijeenkomst' : 'bijeenkomsten'}`,
    en: came === 0 ? '' : ` after ${came} ${came === 1 ? 'session' : 'sessions'}`,
  }
  const attended = {
    nl: all === 0 ? '' : `, bij ${came} van ${all} bijeenkomsten geweest`,
    en: all === 0 ? '' : `, came to ${came} of ${all} sessions`,
  }
  const cannot = { nl: `Kan op ${day} niet komen bij ${asked}.`, en: `Cannot come to ${asked} on ${day}.` }
  return {
    accepted: { nl: `${asked} is aangenomen.`, en: `${asked} was accepted.` },
    waitlisted: {
      nl: `Op de wachtlijst voor ${asked}: er is nog geen plaats.`,
      en: `On the waiting list for ${asked}: there is no place yet.`,
    },
    started: {
      nl: `Begonnen met ${asked}: de eerste bijeenkomst is geweest.`,
      en: `Began ${asked}: the first session took place.`,
    },
    stoppedEarly: { nl: `Gestopt met ${asked}${after.nl}.`, en: `Stopped ${asked}${after.en}.` },
    finished: { nl: `${asked} is afgerond${attended.nl}.`, en: `${asked} is finished${attended.en}.` },
    declined: { nl: `${asked} is afgewezen.`, en: `${asked} was declined.` },
    notReached: { nl: `Drie keer gebeld voor ${asked}, niet bereikt.`, en: `Called three times for ${asked}, not reached.` },
    missed: { nl: `Twee keer op rij niet gekomen bij ${asked}.`, en: `Missed ${asked} twice in a row.` },
    cannotCome: cannot,
    cannotComePhone: { nl: `${cannot.nl} De aanbieder weet het nog niet.`, en: `${cannot.en} The provider does not know yet.` },
  }
}

function actOn({ seen, row, assignment, person, holder }: FeedbackParts, language: Language): FeedbackLine['act'] {
  const read = act('seen', language)
  if (row.read_at !== null) return act('case', language)
  switch (row.moment as FeedbackMoment) {
    case 'declined':
    case 'stoppedEarly':
      if (mayChooseOther(seen, row.assignment_id)) return act('otherOffer', language)
      return ended(seen, assignment) ? act('evaluation', language) : read
    case 'finished':
      return ended(seen, assignment) ? act('evaluation', language) : read
    case 'notReached':
      return assignment.startedOn === null && !isOver(assignment) ? (phoneAct(person, language) ?? read) : read
    case 'cannotComePhone':
      return phoneAct(holder, language) ?? read
    default:
      return read
  }
}

const isOver = ({ position }: AssignmentState): boolean => ['declined', 'expired', 'withdrawn'].includes(String(position.value))

/** The evaluation can begin, and this is what it waits for. */
const ended = (seen: Seen, { kind }: AssignmentState): boolean => kind === 'primary' && mayNow(seen, 'startEvaluation')
