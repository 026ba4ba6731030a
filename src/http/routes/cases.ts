// Cases: opened, reopened, and seen in words.
import * as z from 'zod'
import { type Sight, whyNotSee } from '../../access/reading.ts'
import type { CaseEvent } from '../../contract/cases.ts'
import * as contract from '../../contract/cases.ts'
import { getSignal } from '../../contract/signals.ts'
import type { Pathway } from '../../domain/pathway.ts'
import type { Refusal } from '../../domain/result.ts'
import { Role, roleWords } from '../../domain/role.ts'
import type { Language } from '../../domain/words.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import { supplyOfProposal } from '../../engine/case-offers.ts'
import type { Engine } from '../../engine/engine.ts'
import { type Done, type Handled, handleCommand } from '../../engine/handle-command.ts'
import { namesIn, printOf } from '../../engine/named-people.ts'
import { askedBy, type FoundCase, isInAnalysis, otherEpisodes, readCase } from '../../engine/read-case.ts'
import { signalSeen } from '../../engine/signal-view.ts'
import { nameOf, peopleToday } from '../../engine/who.ts'
import { caseExplanation } from '../../readmodels/case-explanation.ts'
import { assignmentFile, caseFile } from '../../readmodels/case-file.ts'
import { deadlineLines, peopleTold } from '../../readmodels/deadline-lines.ts'
import { isEcho, kindOf, storyOf, type Told } from '../../readmodels/event-story.ts'
import { workflowOfAssignment, workflowOfCase, workflowOfEvent } from '../../readmodels/workflow-only.ts'
import { eventsOf } from '../../store/cases.ts'
import type { WhoIsWho } from '../../store/directory.ts'
import type { EventRow } from '../../store/tables.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { eventWords, outcomeOf, tagOfDone } from '../handled.ts'
import { namesTag } from '../preconditions.ts'
import { forbidden, notThere, refusedByRules } from '../problems.ts'
import type { Asked, Outcome, Serve } from '../serve.ts'

export function caseRoutesOn(serve: Serve, engine: Engine): void {
  /** What `see` makes of a case that may be seen. */
  const seen = async (
    asked: Pick<Asked<never, never, never>, 'actor' | 'requestId'> & { readonly params: { readonly caseId: string } },
    action: string,
    see: (found: FoundCase) => Promise<Outcome> | Outcome,
    sight: Sight = 'caseFile',
  ): Promise<Outcome> => {
    const found = await readCase(engine, asked, asked.params.caseId, action, sight)
    if (found.is === 'unknown') return { trouble: notThere }
    return found.is === 'forbidden' ? { trouble: forbidden(found.refusal) } : see(found)
  }
  const opened = (handled: Handled): Outcome =>
    outcomeOf(handled, engine.pathways.values(), (answer) => ({
      status: 201,
      headers: { etag: tagOfDone(answer), location: `/v1/cases/${parsedFrom<Done>(answer).caseId}` },
    }))

  serve(contract.openCase, async ({ body, actor, key, requestId }) => {
    const { occurredOn, personId, age, livesAtHome } = body
    const open = { caseId: engine.newId(), personId, age, livesAtHome, reopenedFrom: null }
    return opened(
      await handleCommand(engine, { actor, key, requestId, open, ...(occurredOn === undefined ? {} : { occurredOn }) }),
    )
  })

  serve(contract.reopenCase, (asked) =>
    seen(asked, 'reopenCase', async ({ state }) => {
      if (state.position.context['closedAs'] === null) return { trouble: refusedByRules(notClosed) }
      const { occurredOn, ...said } = asked.body
      const open = { ...said, caseId: engine.newId(), personId: state.personId, reopenedFrom: state.id }
      const { actor, key, requestId } = asked
      return opened(
        await handleCommand(engine, { actor, key, requestId, open, ...(occurredOn === undefined ? {} : { occurredOn }) }),
      )
    }),
  )

  serve(contract.getCase, (asked) =>
    seen(asked, 'readCase', async (found) => {
      const who = await namesIn(engine, found.state)
      const print = printOf(peopleTold(found.pathway, found.state, who))
      const etag = `"${found.state.id}.${found.state.seq}.${print}"`
      // While an analysis runs the answer also depends on draft answers, which raise no version of the case.
      if (!isInAnalysis(found.state) && namesTag(asked.ifNoneMatch, etag)) return { body: null, status: 304, headers: { etag } }
      const file = caseFile(
        found.pathway,
        found.state,
        await otherEpisodes(engine, found),
        { ...(await askedBy(engine, asked, found)), who },
        asked.language,
      )
      return { body: seesContent(asked) ? file : workflowOfCase(file), headers: { etag } }
    }),
  )

  serve(getSignal, async ({ actor, requestId, params, language }) => {
    const signal = await signalSeen(engine, { actor, requestId }, params.caseId, language)
    return signal === null ? { trouble: notThere } : { body: signal }
  })

  serve(contract.getEvents, (asked) =>
    seen(asked, 'readEvents', async ({ state, pathway }) => {
      const from = placeOf(asked.query.cursor, z.strictObject({ seq: z.int().min(1) }))
      if ('trouble' in from) return from
      const { order, kind, limit } = asked.query
      const [log, people] = await Promise.all([eventsOf(engine.store, state.id, 1), peopleToday(engine)])
      const ordered = order === 'newest' ? log.toReversed() : log
      const start = from.place === null ? 0 : ordered.findIndex(({ seq }) => seq === from.place?.seq)
      const rows = (start === -1 ? [] : ordered.slice(start)).filter((row) => kind === undefined || kindOf(toldIn(row)) === kind)
      const page = rows.slice(0, limit)
      const after = rows[limit]
      const events = page.map((row) => eventOf(row, pathway, people, asked.language))
      const items = seesContent(asked) ? events : events.map(workflowOfEvent)
      return { body: { items, next: after === undefined ? null : cursorOf({ seq: after.seq }) } }
    }),
  )

  serve(contract.getDeadlines, (asked) =>
    seen(asked, 'readDeadlines', async ({ state, pathway }) => ({
      body: { items: deadlineLines(pathway, state, await namesIn(engine, state), asked.language) },
    })),
  )

  serve(contract.getExplanation, (asked) =>
    seen(
      asked,
      'readExplanation',
      async (found) => {
        const { state, pathway } = found
        const language = asked.query.language ?? asked.language
        const supply = await supplyOfProposal(engine, found, language)
        return { body: { ...caseExplanation(pathway, state, language), supply }, headers: { 'content-language': language } }
      },
      'caseContent',
    ),
  )

  serve(contract.getAssignment, (asked) =>
    seen(asked, 'readAssignment', async (found) => {
      const { pathway, state } = found
      const known = { ...(await askedBy(engine, asked, found)), who: await namesIn(engine, state) }
      const file = assignmentFile(pathway, state, asked.params.assignmentId, known, asked.language)
      if (file === null) return { trouble: notThere }
      return { body: seesContent(asked) ? file : workflowOfAssignment(file), headers: { etag: file.etag } }
    }),
  )
}

const seesContent = ({ actor }: Pick<Asked<never, never, never>, 'actor'>): boolean =>
  whyNotSee('caseContent', actor.role) === null

const toldIn = (row: EventRow): Told => ({ type: row.type, ...parsedFrom<Pick<Told, 'fields' | 'record'>>(row.payload) })

function eventOf(row: EventRow, pathway: Pathway, people: WhoIsWho, language: Language): CaseEvent {
  const told = toldIn(row)
  const { fields, record } = told
  const role = Role.safeParse(row.actor_role)
  return {
    seq: row.seq,
    type: row.type,
    words: eventWords([row.type], [pathway])[0]![language],
    subject: row.subject,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    commandId: row.command_id,
    actorId: row.actor_id,
    name: people.accounts.has(row.actor_id) ? nameOf(people, row.actor_id) : '',
    role: row.actor_role,
    roleWords: role.success ? roleWords[role.data][language] : row.actor_role,
    kind: kindOf(told),
    echo: isEcho(row.subject, told),
    story: storyOf(pathway, told, language),
    fields,
    record,
    hash: Buffer.from(row.hash).toString('hex'),
  }
}

const notClosed: Refusal = {
  code: 'notClosed',
  words: {
    nl: 'Dit traject loopt nog. Alleen een afgesloten traject kan opnieuw beginnen.',
    en: 'This case is still open. Only a closed case can begin again.',
  },
}
