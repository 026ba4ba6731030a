// What was corrected after sending reaches the receiver only when somebody sends it again: a view one number higher.
import { whyNotAllowed } from '../access/policy.ts'
import { openTabs, receiverTabs, tabOf } from '../domain/inbox-tab.ts'
import type { Refusal } from '../domain/result.ts'
import { accessLine } from '../store/access-log.ts'
import { keepAssignment, loadAssignment } from '../store/assignments.ts'
import { insertSharedView, lastSharedView } from '../store/shared-views.ts'
import type { AssignmentRow } from '../store/tables.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { notify } from './notify.ts'
import { type Asking, once } from './once.ts'
import { readState } from './read-case.ts'
import { nextView } from './shared-views.ts'
import { holderToday, peopleToday } from './who.ts'

export type SendAgain = { readonly caseId: string; readonly assignmentId: string; readonly version: number }

export const sendViewAgain = (engine: Engine, asking: Asking, again: SendAgain): Promise<Handled> =>
  once<Handled>(engine, asking, { sendViewAgain: again }, async () => {
    const refusal = whyNotAllowed('sendAssignment', asking.actor.role)
    if (refusal !== null) return { is: 'forbidden', refusal }
    const found = await readState(engine, again.caseId)
    const row = await loadAssignment(engine.store, again.assignmentId)
    if (found === null || row === null || row.case_id !== again.caseId) return { is: 'unknownCase' }
    if (row.version !== again.version) return { is: 'stale', current: row.version, since: [] }
    if (!isOut(row)) return { is: 'refused', refusal: notOut }
    const { state, pathway } = found
    const [last, next] = await Promise.all([lastSharedView(engine.store, row.id), nextView(engine, pathway, state, row.id)])
    if (last !== null && Buffer.from(last.view).equals(next.view)) return { is: 'refused', refusal: nothingNew }
    const { build } = engine.store
    const { accountId } = holderToday(await peopleToday(engine), row)
    const told =
      accountId === null
        ? []
        : [
            notify(build, {
              kind: 'assignmentChanged',
              accountId,
              dedupeKey: `view:${row.id}:${next.number}`,
              at: next.at,
              caseId: state.id,
            }),
          ]
    return {
      is: 'ready',
      change: [
        // In the version that was seen, or not at all: it may have been withdrawn at this very moment.
        keepAssignment(build, row),
        insertSharedView(build, next),
        ...told,
        accessLine(build, {
          id: engine.newId(),
          at: next.at,
          actor_id: asking.actor.id,
          actor_role: asking.actor.role,
          person_id: state.personId,
          case_id: state.id,
          action: 'sendViewAgain',
          outcome: 'done',
          request_id: asking.requestId,
        }),
      ],
      answer: { assignmentId: row.id, number: next.number, at: next.at },
    }
  })

/** At the receiver, and there is still something to be done with it. */
const isOut = ({ state }: AssignmentRow): boolean => {
  const tab = tabOf(state)
  return receiverTabs.includes(tab) && openTabs.includes(tab)
}

const notOut: Refusal = {
  code: 'notAtReceiver',
  words: {
    nl: 'Deze opdracht is nu niet bij een ontvanger: er is niets opnieuw te sturen.',
    en: 'This assignment is not with a receiver now: there is nothing to send again.',
  },
}
const nothingNew: Refusal = {
  code: 'nothingNew',
  words: {
    nl: 'De ontvanger ziet dit al: er is niets veranderd van wat gedeeld wordt.',
    en: 'The receiver sees this already: nothing of what is shared has changed.',
  },
}
