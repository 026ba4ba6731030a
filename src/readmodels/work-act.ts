// The one act on a row of work: only what this role may do and the case could take now; whoever cannot, looks.
import { whyNotAllowed } from '../access/policy.ts'
import type { WorkAct } from '../contract/work-act.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { CommandType } from '../domain/commands.ts'
import type { Pathway } from '../domain/pathway.ts'
import { couldTakeOnCase } from '../domain/possible.ts'
import type { Role } from '../domain/role.ts'
import type { Language, Words } from '../domain/words.ts'

/** A case, and who looks at it on what day. */
export type Seen = {
  readonly pathway: Pathway
  readonly state: CaseState
  readonly role: Role
  readonly today: IsoDate
  readonly language: Language
}

/** Somebody to phone; without a number there is nothing to press. */
export type Callable = { readonly name: string; readonly phone: string | null }

type Screen = Exclude<WorkAct['code'], 'phone'>

const words: { readonly [code in Screen]: Words } = {
  screening: { nl: 'Doe de test', en: 'Do the test' },
  startAnalysis: { nl: 'Start analyse', en: 'Start analysis' },
  analysis: { nl: 'Ga verder', en: 'Go on' },
  decision: { nl: 'Kies samen', en: 'Choose together' },
  otherOffer: { nl: 'Kies ander aanbod', en: 'Choose another' },
  evaluation: { nl: 'Begin evaluatie', en: 'Begin evaluation' },
  seen: { nl: 'Gezien', en: 'Seen' },
  case: { nl: 'Open traject', en: 'Open case' },
}

export const act = (code: Screen, language: Language): WorkAct => ({ code, words: words[code][language], phone: null })

export const phoneAct = ({ name, phone }: Callable, language: Language): WorkAct | null =>
  phone === null ? null : { code: 'phone', words: { nl: `Bel ${name}`, en: `Call ${name}` }[language], phone }

export const mayNow = ({ pathway, state, role, today }: Seen, command: CommandType): boolean =>
  whyNotAllowed(command, role) === null && couldTakeOnCase(pathway, state, command, role, today)

/** After what ended without being finished: another can be chosen, and nothing else was chosen since. */
export function mayChooseOther(seen: Seen, assignmentId: string): boolean {
  const { state } = seen
  const one = state.assignments[assignmentId]
  if (one === undefined || !over.has(String(one.position.value))) return false
  if (one.kind === 'primary') return mayNow(seen, 'recordDecision')
  const again = Object.entries(state.assignments).some(
    ([id, other]) => id !== assignmentId && other.code === one.code && !over.has(String(other.position.value)),
  )
  return !again && mayNow(seen, 'proposeFollowUp')
}

const over: ReadonlySet<string> = new Set(['declined', 'expired', 'withdrawn', 'stoppedEarly', 'reported'])
