// Seeding: plays the journeys of invented people on a virtual clock, through the same door as everybody else.
import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { Answer } from '../domain/answers.ts'
import { addPeriod, closeOf, daysBetween, type IsoDate, isWorkingDay } from '../domain/calendar.ts'
import { putAnswer } from '../engine/draft-answers.ts'
import type { Engine } from '../engine/engine.ts'
import { type Ask, type Handled, handleCommand } from '../engine/handle-command.ts'
import { tick } from '../engine/tick.ts'
import { settleDeliveries } from '../store/deliveries.ts'
import { markSent, waitingMessages } from '../store/outbox.ts'
import { accountNamed } from './cast.ts'
import type { Answers, Step } from './journey.ts'

export type Life = { readonly id: string; readonly startsOn: IsoDate; readonly steps: readonly Step[] }

/** Told after each day that was played, with the share that is done. */
export type Progress = (done: number, of: number) => void

/** A stream of numbers from 0 to just under 1 that is the same for the same name. */
export function randomFrom(name: string): () => number {
  const digest = createHash('sha256').update(name).digest()
  let state = digest.readUInt32LE(0)
  return () => {
    // Mulberry32: short, and good enough for invented people.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Plays all lives up to and including `until`, day by day, with the deadlines that pass on the way. */
export async function playLives(engine: Engine, lives: readonly Life[], until: IsoDate, progress: Progress): Promise<void> {
  const agenda = agendaOf(lives, until)
  const first = [...agenda.keys()].sort()[0] ?? until
  const total = daysBetween(first, until) + 1
  for (let day = first, done = 1; day <= until; day = addPeriod(day, 1, 'days'), done += 1) {
    const today = agenda.get(day)
    if (today !== undefined) {
      await Promise.all([...Map.groupBy(today, ({ life }) => life.id).values()].map((turns) => playDay(engine, day, turns)))
      await tickAt(engine, `${day}T15:30:00Z`)
    }
    await tickAt(engine, secondAfter(closeOf(day)))
    progress(done, total)
  }
  await settleOutbox(engine, secondAfter(closeOf(until)))
}

type Turn = { readonly life: Life; readonly step: Step; readonly number: number }

/** By day; a step that would fall on a day off moves to the next working day, and never past `until`. */
function agendaOf(lives: readonly Life[], until: IsoDate): Map<IsoDate, Turn[]> {
  const turns = lives.flatMap((life) =>
    life.steps.map((step, number) => ({ life, step, number, on: workingDay(addPeriod(life.startsOn, step.day, 'days'), until) })),
  )
  return Map.groupBy(turns, ({ on }) => on)
}

function workingDay(day: IsoDate, until: IsoDate): IsoDate {
  let on = nextWorkingDay(day)
  while (on > until || !isWorkingDay(on)) on = addPeriod(on, -1, 'days')
  return on
}

const nextWorkingDay = (day: IsoDate): IsoDate => (isWorkingDay(day) ? day : nextWorkingDay(addPeriod(day, 1, 'days')))

/** The steps of one person on one day, some minutes apart. */
async function playDay(engine: Engine, day: IsoDate, turns: readonly Turn[]): Promise<void> {
  for (const [index, { life, step, number }] of turns.entries()) {
    const minutes = 7 * 60 + ((life.id.length * 13 + number * 7 + index * 5) % 60) + index * 6
    const instant = `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`
    let made = 0
    const newId = () => `${life.id}-${number}-${++made}`
    await playStep({ ...engine, clock: () => instant, newId }, life, step, number)
  }
}

async function playStep(engine: Engine, life: Life, step: Step, number: number): Promise<void> {
  const { id, role, organisation } = accountNamed(step.by)
  const actor: Actor = { id, role, organisationId: organisation }
  if ('answers' in step) {
    await saveAnswers(engine, actor, step.caseId, step.answers)
    return
  }
  const key = `${life.id}.${number}`
  const at = (offset: number): IsoDate => nextWorkingDay(addPeriod(life.startsOn, offset, 'days'))
  const ask: Ask =
    'open' in step
      ? { actor, key, requestId: key, open: step.open }
      : { actor, key, requestId: key, caseId: step.caseId, command: step.command(at), expected: null }
  const handled = await handleCommand(engine, ask)
  if (handled.is !== 'done') throw new Error(`Seeding stopped at step ${number} of ${life.id}: ${whyNot(handled)}`)
}

function whyNot(handled: Exclude<Handled, { is: 'done' }>): string {
  return 'refusal' in handled ? `${handled.refusal.words.en} (${handled.refusal.detail ?? handled.refusal.code})` : handled.is
}

async function saveAnswers(engine: Engine, actor: Actor, caseId: string, answers: Answers): Promise<void> {
  for (const [itemId, value] of Object.entries(answers)) {
    const operationId = `${actor.id}-${itemId}`.replaceAll('.', '-')
    const answer = Answer.parse({ is: 'given', value, source: 'person' })
    const saved = await putAnswer(engine, { actor, requestId: operationId, caseId, operationId, itemId, revision: 0, answer })
    if (saved.is !== 'saved') throw new Error(`Seeding stopped at the answer ${itemId} of ${caseId}: ${saved.is}`)
  }
}

async function tickAt(engine: Engine, instant: string): Promise<void> {
  const then = { ...engine, clock: () => instant }
  for (let fired = 1; fired > 0; ) fired = (await tick(then)).fired
}

/** What was said in the past has been heard by now: a server that starts on these data does not send it all again. */
async function settleOutbox({ store }: Engine, instant: string): Promise<void> {
  await store.commit([settleDeliveries(store.build, instant)])
  for (;;) {
    const waiting = await waitingMessages(store, instant, 500)
    if (waiting.length === 0) return
    await store.commit(waiting.map((message) => markSent(store.build, message, message.next_try_at)))
  }
}

const secondAfter = (instant: string): string => instant.replace(/:00Z$/, ':01Z')
