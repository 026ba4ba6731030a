// What the engine answered, as an answer of HTTP.
import { caseTag } from '../contract/command-routes.ts'
import { dayOf, timeOf } from '../domain/calendar.ts'
import { dayWords } from '../domain/day-words.ts'
import { machineMetaOf } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import type { Words } from '../domain/words.ts'
import { parsedFrom } from '../engine/bytes.ts'
import type { Done, Handled } from '../engine/handle-command.ts'
import { forbidden, keyReused, notThere, refusedByRules, stale } from './problems.ts'
import type { Outcome, Success } from './serve.ts'

type NotDone = Exclude<Handled, { is: 'done' }>

export function outcomeOf(
  handled: Handled,
  pathways: Iterable<Pathway>,
  done: (answer: Uint8Array) => Pick<Success, 'status' | 'headers'>,
): Outcome {
  if (handled.is !== 'done') return troubleOf(handled, pathways)
  const { status = 200, headers = {} } = done(handled.answer)
  const replayed = handled.repeated ? { 'idempotent-replayed': 'true' } : {}
  return { body: handled.answer, status, headers: { ...headers, ...replayed } }
}

export function troubleOf(handled: NotDone, pathways: Iterable<Pathway>): Outcome {
  switch (handled.is) {
    case 'refused':
      return { trouble: refusedByRules(handled.refusal) }
    case 'forbidden':
      return { trouble: forbidden(handled.refusal) }
    case 'keyReused':
      return { trouble: keyReused }
    case 'stale':
      return { trouble: stale(handled.current, toldWords(handled, pathways)) }
    case 'unknownCase':
      return { trouble: notThere }
  }
}

/** The tag of the case that a stored answer is about, as it was when it was given. */
export function tagOfDone(answer: Uint8Array): string {
  const { caseId, seq } = parsedFrom<Done>(answer)
  return caseTag(caseId, seq)
}

/** When, who and what: enough to see whether one's own act still holds. */
function toldWords({ since, told = [] }: Extract<NotDone, { is: 'stale' }>, pathways: Iterable<Pathway>): Words[] {
  return eventWords(since, pathways).map(({ nl, en }, index) => {
    const one = told[index]
    if (one === undefined) return { nl, en }
    const [day, time] = [dayOf(one.at), timeOf(one.at)]
    return { nl: `${dayWords(day, 'nl')} ${time}, ${one.by}: ${nl}`, en: `${dayWords(day, 'en')} ${time}, ${one.by}: ${en}` }
  })
}

/** What events are called, in the words of the machines. */
export function eventWords(types: readonly string[], pathways: Iterable<Pathway>): Words[] {
  const known = new Map<string, Words>()
  for (const { machines } of pathways)
    for (const machine of Object.values(machines))
      for (const [type, words] of Object.entries(machineMetaOf(machine).events)) known.set(type, words)
  return types.map((type) => known.get(type) ?? eventsOfOurs[type] ?? { nl: type, en: type })
}

/** Entries that no machine hears of. */
const eventsOfOurs: { readonly [type: string]: Words } = {
  caseOpened: { nl: 'traject begonnen', en: 'case opened' },
  assignmentProposed: { nl: 'opdracht klaargezet', en: 'assignment prepared' },
  measurementRecorded: { nl: 'meting vastgelegd', en: 'measurement recorded' },
}
