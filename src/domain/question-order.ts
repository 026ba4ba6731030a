// Which open questions somebody who goes from one to the next is led past: what needs measuring only where there is something to measure for.
import { type Answers, givenValue } from './answers.ts'
import { findingsIn } from './findings.ts'
import type { Item, Section } from './instrument.ts'

/**
 * Open items that focus goes past; they stay on the page and can be answered. Never a red flag, never what must be known, never what the
 * section still needs, never a question that one key answers, unless somebody said that the section holds nothing more (`closed`).
 */
export function passedOver(section: Section, answers: Answers, closed: boolean): ReadonlySet<string> {
  const findings = new Set(findingsIn(section, answers).map(({ itemId }) => itemId))
  const open = section.items.filter((item) => answers[item.id] === undefined)
  return new Set(open.filter((item) => isPassed(section, item, { answers, findings, closed })).map(({ id }) => id))
}

type Known = { readonly answers: Answers; readonly findings: ReadonlySet<string>; readonly closed: boolean }

function isPassed(section: Section, item: Item, known: Known): boolean {
  if (item.redFlag !== undefined || item.mustBeKnown) return false
  const groups = section.core.filter((group) => group.includes(item.id))
  const handled = groups.every((group) => group.some((id) => isHandled(known.answers, id)))
  if (known.closed) return handled
  // A section that looks for no problem describes the person: nothing there is left out.
  if (!isTyped(item) || section.problem === undefined) return false
  if (otherPressureTest(section, item, known.answers)) return true
  if (item.kind === 'itemScores' && groups.some((group) => hasTotal(section, group))) return true
  if (groups.length === 0) return !belongsToScoreBegun(section, item, known.answers)
  return handled && groups.every((group) => isSettled(section, group, known))
}

/**
 * A question said that there is nothing here, or the measurement that follows from it was done. Of two measurements that stand for each
 * other one is enough; of more, as many are wanted as somebody cares to take.
 */
function isSettled({ items }: Section, group: readonly string[], { answers, findings }: Known): boolean {
  const members = items.filter(({ id }) => group.includes(id))
  const asked = members.filter((item) => !isTyped(item))
  if (asked.length === 0) return group.length === 2
  const measured = members.some((item) => isTyped(item) && isHandled(answers, item.id))
  return measured || !asked.some(({ id }) => findings.has(id))
}

/** The scores one by one are for who has them at hand: their total is enough. */
const hasTotal = ({ items }: Section, group: readonly string[]): boolean =>
  items.some(({ id, kind }) => kind === 'number' && group.includes(id))

/** Lying or sitting: who measured the one need not measure the other. */
function otherPressureTest({ derived = [] }: Section, { id }: Item, answers: Answers): boolean {
  const tests = derived.flatMap(({ from }) => ('drop' in from ? [[from.drop.before, ...from.drop.standing]] : []))
  const own = tests.find((test) => test.includes(id))
  return own !== undefined && tests.some((test) => test !== own && givenValue(answers, test[0]!) !== undefined)
}

/** Of a score whose own tests have been started the others are wanted too. */
function belongsToScoreBegun(section: Section, { id }: Item, answers: Answers): boolean {
  const scores = (section.derived ?? []).flatMap(({ from }) => ('sppb' in from ? [Object.values(from.sppb)] : []))
  const core = section.core.flat()
  return scores.some(
    (members) => members.includes(id) && members.some((other) => !core.includes(other) && isHandled(answers, other)),
  )
}

const isTyped = ({ kind }: Item): boolean => kind !== 'yesNo' && kind !== 'choice' && kind !== 'multipleChoice'
const isHandled = (answers: Answers, id: string): boolean => answers[id]?.is === 'given' || answers[id]?.is === 'declined'
