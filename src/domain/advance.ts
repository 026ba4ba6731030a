// One step of a machine as a pure function: position and event in, next position and named effects out, or a refusal in words.
import {
  type AnyActorScope,
  type AnyStateMachine,
  createActor,
  type EventFromLogic,
  type InputFrom,
  type SnapshotFrom,
  type StateValue,
} from 'xstate'
import type { IsoDate } from './calendar.ts'
import { machineMetaOf } from './machine-definition.ts'
import { accepted, type Refusal, type Result, refused } from './result.ts'
import type { Role } from './role.ts'
import type { Words } from './words.ts'

/** Plain JSON: what is stored of a machine, and all of it. */
export type Position = { readonly value: StateValue; readonly context: { readonly [key: string]: unknown } }

/** Something for the engine to do. The machine names it and does nothing. */
export type Effect = { readonly type: string; readonly params?: { readonly [name: string]: unknown } }

export type Step = { readonly position: Position; readonly effects: readonly Effect[] }

/** What every event of every machine carries: the day it happened, and in which role somebody says so. */
export type EventBase = { readonly type: string; readonly occurredOn: IsoDate; readonly by: Role }

type Snapshot = SnapshotFrom<AnyStateMachine>

/** Which of `events` the machine could take, were each the next one. Nothing is stepped: quick, for lists. */
export function couldTake<Event extends EventBase>(machine: AnyStateMachine, at: Position, events: readonly Event[]): Event[] {
  const before: Snapshot = machine.resolveState({ value: at.value, context: at.context } as never)
  return events.filter((event) => before.can(event))
}

/** The first position of `machine`, with the effects of entering it. */
export function start<Machine extends AnyStateMachine>(machine: Machine, input: InputFrom<Machine>): Step {
  const { scope, actions } = collecting(machine)
  // The machine's own type of input is lost on the way to its plain method.
  return stepOf(machine.getInitialSnapshot(scope, input as never), actions)
}

/**
 * `event` applied to `at`. XState ignores an event that no state handles; a care decision must never vanish in silence, so the
 * machine is asked first, and what it does not take is refused with the reason.
 */
export function advance<Machine extends AnyStateMachine>(
  machine: Machine,
  at: Position,
  event: EventFromLogic<Machine> & EventBase,
): Result<Step> {
  // The stored position was written by this function: trusted.
  const before: Snapshot = machine.resolveState({ value: at.value, context: at.context } as never)
  if (!before.can(event)) return refused(whyNot(machine, before, event))
  const { scope, actions } = collecting(machine)
  const snapshot: Snapshot = machine.transition(before, event, scope)
  const refusal = outOfOrder(machine, at, snapshot, event)
  return refusal === null ? accepted(stepOf(snapshot, actions)) : refused(refusal)
}

type Named = { readonly type: string; readonly params?: unknown }

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>()

/**
 * XState's own `transition` sets up an actor for every step, which costs as much as the step. Our machines send and spawn nothing
 * (under test), so one actor that never starts serves every step of its machine; it is only handed on, never asked.
 */
function collecting(machine: AnyStateMachine): { scope: AnyActorScope; actions: readonly Named[] } {
  const scope = scopes.get(machine) ?? scopeOf(machine)
  scopes.set(machine, scope)
  const actions: Named[] = []
  scope.actionExecutor = (action) => {
    actions.push(action)
  }
  return { scope, actions }
}

function scopeOf(machine: AnyStateMachine): AnyActorScope {
  const self = createActor(machine, { input: {} })
  const nothing = () => {}
  const { system } = self
  return {
    self,
    system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  }
}

function stepOf(snapshot: Snapshot, actions: readonly { type: string; params?: unknown }[]): Step {
  const effects = actions.map(({ type, params }): Effect => {
    if (type.startsWith('xstate.')) throw new Error(`A machine of a pathway may only name effects, not ${type}`)
    return params === undefined ? { type } : { type, params: params as NonNullable<Effect['params']> }
  })
  return { position: { value: snapshot.value, context: snapshot.context }, effects }
}

function whyNot(machine: AnyStateMachine, before: Snapshot, event: EventBase): Refusal {
  const { events, guards } = machineMetaOf(machine)
  const named = events[event.type]
  if (named === undefined) {
    return {
      code: 'unknownEvent',
      words: { nl: 'Dit hoort niet bij dit traject', en: 'This is not part of this pathway' },
      detail: event.type,
    }
  }
  const conditions = conditionsOf(before, event.type)
  if (conditions.length === 0) {
    return {
      code: 'notNow',
      words: { nl: `"${named.nl}" kan nu niet, vanaf deze stap`, en: `"${named.en}" is not possible now, from this step` },
      detail: event.type,
    }
  }
  const among = conditions.map((name) => guards[name] ?? { nl: name, en: name })
  const either = (language: keyof Words, or: string) => among.map((words) => words[language]).join(or)
  return {
    code: 'conditionNotMet',
    words: {
      nl: `"${named.nl}" kan nu niet; het kan alleen als: ${either('nl', '; of: ')}`,
      en: `"${named.en}" is not possible now; it needs: ${either('en', '; or: ')}`,
    },
    detail: `${event.type}: ${conditions.join(', ')}`,
  }
}

/** The guards that stand before `type` in the states the machine is in, each once. */
function conditionsOf(before: Snapshot, type: string): string[] {
  const transitions = before._nodes.flatMap((node) => node.transitions.get(type) ?? [])
  return [...new Set(transitions.flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : [])))]
}

/** An event may lie in the past, but a step never before the step it answers. Ending a case answers none. */
function outOfOrder(machine: AnyStateMachine, at: Position, after: Snapshot, event: EventBase): Refusal | null {
  const { orderedRegion } = machineMetaOf(machine)
  const placeIn = (value: StateValue) => (typeof value === 'string' || orderedRegion === undefined ? value : value[orderedRegion])
  const steppedOn = at.context.steppedOn
  if (typeof steppedOn !== 'string' || event.occurredOn >= steppedOn) return null
  if (JSON.stringify(placeIn(at.value)) === JSON.stringify(placeIn(after.value))) return null
  const ends = after._nodes.some((node) => node.type === 'final')
  if (ends) return null
  return {
    code: 'beforePreviousStep',
    words: {
      nl: `Deze stap kan niet op ${event.occurredOn} zijn: de vorige stap was op ${steppedOn}`,
      en: `This step cannot have been on ${event.occurredOn}: the previous step was on ${steppedOn}`,
    },
    detail: event.type,
  }
}
