// What lies outside the case about an assignment that a command is on: the colleague it is handed to, the meetings of its course run.
import { mayHoldWork } from '../access/policy.ts'
import { dayOf } from '../domain/calendar.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Command } from '../domain/commands.ts'
import type { Gathered } from '../domain/first-entry.ts'
import { accepted, type Refusal, type Result, refused } from '../domain/result.ts'
import { type Role, roleWords } from '../domain/role.ts'
import { meetingsOfRun } from '../store/course-runs.ts'
import { loadAccount } from '../store/organisations.ts'
import type { Engine } from './engine.ts'

type Outside = Pick<Gathered, 'meetings'>

/** What is wrong with an assignment that the case does not have, the case itself says. */
export async function aboutAssignment({ store, clock }: Engine, state: CaseState, command: Command): Promise<Result<Outside>> {
  switch (command.type) {
    case 'handOverAssignment': {
      const assignment = state.assignments[command.payload.assignmentId]
      if (assignment === undefined) return accepted({})
      const account = await loadAccount(store, command.payload.to)
      if (account === null || account.organisation_id !== assignment.providerId) return refused(noSuchColleague)
      const left = account.active !== 1 || (account.left_on !== null && account.left_on <= dayOf(clock()))
      if (left) return refused(colleagueLeft)
      return mayHoldWork(account.role) ? accepted({}) : refused(colleagueCannot(account.role))
    }
    case 'completeAssignment':
    case 'stopAssignmentEarly': {
      const runId = state.assignments[command.payload.assignmentId]?.runId ?? null
      const meetings = runId === null ? [] : await meetingsOfRun(store, runId)
      return accepted(meetings.length === 0 ? {} : { meetings: meetings.length })
    }
    default:
      return accepted({})
  }
}

const noSuchColleague: Refusal = {
  code: 'noSuchColleague',
  words: {
    nl: 'Deze collega is bij de aanbieder niet bekend. Kies iemand die daar werkt.',
    en: 'This colleague is not known at the provider. Choose somebody who works there.',
  },
}
const colleagueLeft: Refusal = {
  code: 'colleagueLeft',
  words: {
    nl: 'Deze collega is vertrokken of kan niet meer inloggen. Kies iemand anders.',
    en: 'This colleague has left or can no longer log in. Choose somebody else.',
  },
}
const colleagueCannot = (role: Role): Refusal => ({
  code: 'colleagueCannot',
  words: {
    nl: `Deze collega kan als ${roleWords[role].nl} geen opdrachten beantwoorden. Kies iemand die dat kan.`,
    en: `This colleague cannot answer assignments as ${roleWords[role].en}. Choose somebody who can.`,
  },
})
