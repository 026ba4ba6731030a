// Groups: who was at which meeting, filled in for all at once, shown as a grid and as a list on paper. Only for the provider of the run.
import type { Actor } from '../../access/actor.ts'
import { whyNotAllowed } from '../../access/policy.ts'
import * as contract from '../../contract/groups.ts'
import { attendanceList, attendanceSheet } from '../../documents/attendance-list.ts'
import { pageHeaders, pageMediaType, pageText } from '../../documents/page.ts'
import { recordAttendance } from '../../engine/attendance.ts'
import type { Engine } from '../../engine/engine.ts'
import { loadGroup } from '../../engine/group.ts'
import { groupsOf } from '../../engine/groups.ts'
import { logLooks } from '../../engine/look.ts'
import { seenBy } from '../../engine/supply-views.ts'
import { groupOf, type LoadedGroup } from '../../readmodels/group.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere, type Trouble } from '../problems.ts'
import { documentAs } from '../sent-document.ts'
import type { Serve } from '../serve.ts'

export function groupRoutesOn(serve: Serve, engine: Engine): void {
  serve(contract.listGroups, async ({ query, actor, language }) => {
    // Nothing of any person is in it.
    return { body: await groupsOf(seenBy(engine, language), actor.organisationId, query.show === 'current') }
  })

  serve(contract.getGroup, async ({ params, actor, requestId, language }) => {
    const found = await groupFor(engine, actor, requestId, params.runId)
    return 'trouble' in found ? found : { body: groupOf(found, language) }
  })

  serve(contract.getAttendanceList, async ({ params, query, actor, requestId, language }) => {
    const found = await groupFor(engine, actor, requestId, params.runId)
    if ('trouble' in found) return found
    const group = groupOf(found, language)
    if (query.format !== 'html') return documentAs(query.format, attendanceSheet(group, language), 'presentielijst')
    const page = attendanceList(group, language)
    return { body: pageText(page), mediaType: pageMediaType, headers: pageHeaders }
  })

  serve(contract.recordAttendance, async ({ params, body, actor, key, requestId }) => {
    const handled = await recordAttendance(engine, { actor, key, requestId, ...params, ...body })
    if (handled.is === 'faulty') return { trouble: faulty(handled.faults.map((fault) => ({ ...fault, in: 'body' }))) }
    return outcomeOf(handled, engine.pathways.values(), () => ({}))
  })
}

/** A group of another provider is not there. Everybody in it is seen, and each of them can find that back. */
async function groupFor(
  engine: Engine,
  actor: Actor,
  requestId: string,
  runId: string,
): Promise<LoadedGroup | { readonly trouble: Trouble }> {
  const group = await loadGroup(engine, runId)
  if (group === null || group.organisationId !== actor.organisationId) return { trouble: notThere }
  const refusal = whyNotAllowed('recordSession', actor.role)
  const looks = group.members.map(({ personId, caseId }) => ({ action: 'readGroup', personId, caseId }))
  await logLooks(engine, { actor, requestId }, looks, refusal === null ? 'seen' : 'refused')
  return refusal === null ? group : { trouble: forbidden(refusal) }
}
