// What one person may do now in a case: every command, and for each that cannot be given the reason in words.
import { whyNotAllowed } from '../access/policy.ts'
import type { Allowed } from '../contract/cases.ts'
import { assignmentTag, caseTag, commandRoutes, pathOfCommand } from '../contract/command-routes.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { ofCase } from '../domain/case-log.ts'
import type { CaseState } from '../domain/case-state.ts'
import { type CommandType, commandWords } from '../domain/commands.ts'
import type { Pathway } from '../domain/pathway.ts'
import { possibilities } from '../domain/possible.ts'
import type { Refusal } from '../domain/result.ts'
import type { Role } from '../domain/role.ts'
import type { Language } from '../domain/words.ts'

export type Asked = {
  readonly role: Role
  readonly today: IsoDate
  /** What a look outside the case refuses, although its machine would take it. */
  readonly besides: { readonly [type in CommandType]?: Refusal }
}

/** In the order of the commands, first of the case, then of each assignment. */
export function allowedCommands(
  pathway: Pathway,
  state: CaseState,
  { role, today, besides }: Asked,
  language: Language,
): Allowed[] {
  return possibilities(pathway, state, role, today).map(({ command, subject, refusal }) => {
    const why = whyNotAllowed(command, role) ?? refusal ?? besides[command] ?? null
    return {
      command,
      subject,
      words: commandWords[command][language],
      allowed: why === null,
      why: why === null ? null : { code: why.code, words: why.words[language] },
      how: why === null ? howOf(state, command, subject) : null,
    }
  })
}

function howOf(state: CaseState, command: CommandType, subject: string): Allowed['how'] {
  const version = state.assignments[subject]?.version ?? 0
  const ifMatch = commandRoutes[command].of === 'case' ? caseTag(state.id, state.seq) : assignmentTag(subject, version)
  return { method: 'POST', href: pathOfCommand(command, state.id, subject === ofCase ? '' : subject), ifMatch }
}
