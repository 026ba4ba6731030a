// Facts from answers: derives what the rules look at from what was asked, by a table of the pathway; what it cannot derive is absent.
import type { Answers } from './answers.ts'
import { type Derivation, derive, itemsRead } from './derivation.ts'
import type { Row } from './provenance.ts'

/** Of several rows for one fact the first that can tell decides. */
export type FactFromAnswers = Row & { readonly fact: string; readonly from: Derivation }

/** Why a fact is what it is: the row that gave it and the items it was read from. */
export type Because = { readonly row: string; readonly items: readonly string[] }

export type DerivedFacts = {
  readonly facts: { readonly [fact: string]: unknown }
  readonly because: { readonly [fact: string]: Because }
}

export function factsFromAnswers(table: readonly FactFromAnswers[], answers: Answers): DerivedFacts {
  const facts: Record<string, unknown> = {}
  const because: Record<string, Because> = {}
  for (const { id, fact, from } of table) {
    if (Object.hasOwn(facts, fact)) continue
    const value = derive(from, answers)
    if (value === undefined) continue
    facts[fact] = value
    because[fact] = { row: id, items: itemsRead(from, answers) }
  }
  return { facts, because }
}
