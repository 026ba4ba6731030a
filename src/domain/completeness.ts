// Completeness: which sections and domains of an analysis have been handled, and what still keeps it from being finished.
import { type Answers, givenValue, valuesOf } from './answers.ts'
import { evaluate, type FactsOf } from './condition.ts'
import { derive } from './derivation.ts'
import { type Domain, type Instrument, itemsOf, type Section } from './instrument.ts'

export type SectionStatus = 'notDone' | 'noProblem' | 'problem' | 'declined'

/**
 * `notDone` until each group of core items has an item that was answered or declined ("unknown" and "not asked" handle nothing);
 * `declined` when none of the core items was answered; `problem` when the answers show one, even while items outside the core are open.
 */
export function sectionStatus(section: Section, answers: Answers): SectionStatus {
  const handled = (itemId: string) => answers[itemId]?.is === 'given' || answers[itemId]?.is === 'declined'
  if (!section.core.every((group) => group.some(handled))) return 'notDone'
  if (section.problem !== undefined && evaluate(section.problem, withDerived(section, answers)) === 'yes') return 'problem'
  const given = section.core.flat().some((itemId) => answers[itemId]?.is === 'given')
  return given ? 'noProblem' : 'declined'
}

export function withDerived({ derived = [] }: Section, answers: Answers): FactsOf {
  return { ...valuesOf(answers), ...Object.fromEntries(derived.map(({ id, from }) => [id, derive(from, answers)])) }
}

/** Ids of domains, in the order of the instrument. */
export type Progress = { readonly handled: readonly string[]; readonly open: readonly string[] }

export type Completeness = {
  /** The domains without which the analysis is not complete. */
  readonly minimum: Progress
  /** All domains of the guideline, the minimum ones included. */
  readonly extended: Progress
  /** Items that must be known (the first red flags) and are not: open, not asked, declined and unknown alike. */
  readonly mustBeKnown: readonly string[]
  /** Sections that cannot be skipped and are not handled. */
  readonly mandatory: readonly string[]
  readonly complete: boolean
  readonly completeExtended: boolean
}

export function completeness(instrument: Instrument, answers: Answers): Completeness {
  const { minimum: minimumDomains, preferred } = instrument.domains
  const done = new Set(instrument.sections.filter((section) => sectionStatus(section, answers) !== 'notDone').map(({ id }) => id))
  const minimum = progress(minimumDomains, done)
  const extended = progress([...minimumDomains, ...preferred], done)
  const mustBeKnown = itemsOf(instrument)
    .filter((item) => item.mustBeKnown && givenValue(answers, item.id) === undefined)
    .map(({ id }) => id)
  const mandatory = instrument.sections.filter((section) => section.mandatory && !done.has(section.id)).map(({ id }) => id)
  const nothingBlocks = mustBeKnown.length === 0 && mandatory.length === 0
  return {
    minimum,
    extended,
    mustBeKnown,
    mandatory,
    complete: nothingBlocks && minimum.open.length === 0,
    completeExtended: nothingBlocks && extended.open.length === 0,
  }
}

function progress(domains: readonly Domain[], done: ReadonlySet<string>): Progress {
  const isHandled = (domain: Domain) => domain.sections.every((section) => done.has(section))
  return {
    handled: domains.filter(isHandled).map(({ id }) => id),
    open: domains.filter((domain) => !isHandled(domain)).map(({ id }) => id),
  }
}
