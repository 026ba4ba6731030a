// Sending: a series of commands whose keys are made once. A repeat after a broken connection goes on where it stopped and doubles nothing.
import { getCase } from '../../../contract/cases.ts'
import { assignmentTag } from '../../../contract/command-routes.ts'
import { type Preview, previewReceiverView } from '../../../contract/receiver-views.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { type CommandAsk, type Done, give } from '../../api/commands.ts'
import { keep, kept, placeOf } from '../../kept.ts'
import { session } from '../../session.ts'
import type { ChosenOffer } from '../proposal/choices.ts'
import type { Plan } from '../proposal/plan.ts'

type StepType = 'recordDecision' | 'giveConsent' | 'proposeFollowUp' | 'sendAssignment' | 'withdrawAssignment'

export type Step = {
  readonly type: StepType
  readonly payload: { readonly [field: string]: unknown }
  readonly key: string
  readonly done: boolean
}

/** One assignment on its way, or the decision to go without one. */
export type Group = {
  readonly code: string
  readonly name: string
  readonly kind: 'primary' | 'followUp' | 'own'
  readonly assignmentId: string
  readonly offer: ChosenOffer | null
  readonly goal: string
  readonly reason: string | null
  /** Absent in what was begun before this was asked. */
  readonly how?: ConsentHow | null
  readonly steps: readonly Step[]
  /** The version of the case that was seen; null: as it is now. */
  readonly etag: string | null
  readonly refusal: { readonly code: string; readonly words: string; readonly since: readonly string[] } | null
}

export type Sending = { readonly groups: readonly Group[] }

/** What one assignment takes: decided or prepared, consent where it is needed, and sent. */
export type Wanted = {
  readonly code: string
  readonly name: string
  readonly kind: Group['kind']
  readonly offer: ChosenOffer | null
  readonly domain: 'care' | 'social'
  readonly goal: string
  readonly reason: string | null
  readonly etag: string | null
  readonly how: ConsentHow | null
  /** Said with the first command that can carry it. */
  readonly notNow: Plan['notNow']
}

/** How consent was given, and by whom. */
export type ConsentHow = { readonly how: 'spoken' | 'written'; readonly givenBy: 'person' | 'representative' }

/** The version of the text that is read aloud. */
export const consentText = '2026-1'

const step = (type: StepType, payload: Step['payload']): Step => ({ type, payload, key: newKey(), done: false })

export function groupOf({ code, name, kind, offer, domain, goal, reason, etag, how, notNow }: Wanted): Group {
  const assignmentId = `a-${newKey()}`
  const head = { code, name, kind, assignmentId, offer, goal, reason, etag, how, refusal: null }
  const putOff = notNow.length === 0 ? {} : { notNow }
  const decided = { goal: goal.trim(), redFlagsChecked: true, ...putOff }
  if (kind === 'own' || offer === null) return { ...head, steps: [step('recordDecision', { way: 'own', ...decided })] }
  const { providerId, offerId, runId } = offer
  const from = { assignmentId, providerId, offerId, ...(runId === undefined ? {} : { runId }) }
  const first =
    kind === 'primary'
      ? step('recordDecision', {
          way: 'assignment',
          intervention: code,
          domain,
          consentGiven: true,
          ...from,
          ...decided,
          ...(how === null ? {} : { consent: how }),
          ...(reason === null ? {} : { reasonForDeviation: reason.slice(0, 4000) }),
        })
      : step('proposeFollowUp', { code, ...from, ...putOff })
  const consent = domain === 'social' ? [step('giveConsent', { recipient: providerId, textVersion: consentText, ...how })] : []
  return { ...head, steps: [first, ...consent, step('sendAssignment', { assignmentId })] }
}

/** Decided earlier and not sent yet: only the sending is left. */
export const groupOfProposed = (assignmentId: string, code: string, name: string, kind: Group['kind']): Group => ({
  code,
  name,
  kind,
  assignmentId,
  offer: null,
  goal: '',
  reason: null,
  etag: null,
  refusal: null,
  steps: [step('sendAssignment', { assignmentId })],
})

/** Another offer after a refusal; what was prepared for the first is withdrawn before. */
export async function instead(caseId: string, before: Group, offer: ChosenOffer, why: string): Promise<Group> {
  const { code, name, kind, goal, reason, assignmentId } = before
  const { body } = await call(previewReceiverView, { params: { caseId }, body: { code, offerId: offer.offerId } })
  const next = groupOf({
    ...{ code, name, kind, offer, goal, reason, etag: null, domain: domainOf(body.view) },
    how: before.how ?? null,
    notNow: putOffIn(before),
  })
  const prepared = before.steps.some(({ type, done }) => done && (type === 'recordDecision' || type === 'proposeFollowUp'))
  return prepared ? { ...next, steps: [step('withdrawAssignment', { assignmentId, reason: why }), ...next.steps] } : next
}

/** What the first choice would have said, where it was not said yet. */
const putOffIn = ({ steps }: Group): Wanted['notNow'] =>
  steps.flatMap(({ done, payload }) => (done ? [] : ((payload['notNow'] as Wanted['notNow'] | undefined) ?? [])))

/** Who is no care provider works in the social domain: there consent is asked for and recorded. */
export const domainOf = ({ receiver }: Pick<Preview['view'], 'receiver'>): 'care' | 'social' =>
  receiver === 'careProvider' ? 'care' : 'social'

export const isDone = ({ steps }: Group): boolean => steps.every(({ done }) => done)

const place = (caseId: string): string => placeOf(session()?.accountId ?? '', caseId, 'sending')
export const keptSending = (caseId: string): Promise<Sending | null> => kept<Sending>(place(caseId)).catch(() => null)
export const keepSending = (caseId: string, sending: Sending | null): Promise<void> =>
  keep(place(caseId), sending).catch(() => undefined)

/** Gives every command that is not done yet, in order. A refusal ends its own group; an unreachable server ends all, to be repeated. */
export async function send(caseId: string, sending: Sending, changed: (now: Sending) => void): Promise<Sending> {
  let now: Sending = { groups: sending.groups.map((group) => ({ ...group, refusal: null })) }
  let versions: Done['assignments'] | null = null
  const change = async (index: number, group: Group): Promise<void> => {
    now = { groups: now.groups.map((one, at) => (at === index ? group : one)) }
    await keepSending(caseId, now)
    changed(now)
  }
  await keepSending(caseId, now)
  for (const [index] of now.groups.entries()) {
    for (const [at, one] of now.groups[index]!.steps.entries()) {
      const group = now.groups[index]!
      if (one.done) continue
      try {
        versions ??= await versionsNow(caseId)
        const done: Done = await give(await askFor(caseId, group, one, versions))
        versions = { ...versions, ...done.assignments }
        await change(index, {
          ...group,
          steps: group.steps.map((other, place) => (place === at ? { ...other, done: true } : other)),
        })
      } catch (error) {
        if (!isRefusal(error) || error.problem.status >= 500) throw error
        const { code, detail, since = [] } = error.problem
        // Who saw what happened in between, and sends again, knows the case as it is now.
        const etag = error.problem.status === 412 ? null : group.etag
        await change(index, { ...group, etag, refusal: { code, words: detail, since } })
        break
      }
    }
  }
  return now
}

async function versionsNow(caseId: string): Promise<Done['assignments']> {
  const { body } = await call(getCase, { params: { caseId } })
  return Object.fromEntries(
    body.assignments.map(({ assignmentId, version, state }) => [assignmentId, { version, state: state.code }]),
  )
}

async function askFor(
  caseId: string,
  { etag }: Group,
  { type, payload, key }: Step,
  versions: Done['assignments'],
): Promise<CommandAsk<StepType>> {
  const assignmentId = String(payload['assignmentId'])
  const ifMatch =
    type === 'recordDecision'
      ? (etag ?? (await call(getCase, { params: { caseId } })).body.etag)
      : type === 'sendAssignment' || type === 'withdrawAssignment'
        ? assignmentTag(assignmentId, versions[assignmentId]?.version ?? 0)
        : null
  // The payload was put together for this very command.
  return { caseId, type, payload: payload as never, key, ...(ifMatch === null ? {} : { ifMatch }) }
}
