// What a table says of one person to a receiver, line by line: what holds, what is not known, and what was answered.
import { type Answer, valuesOf } from './answers.ts'
import { evaluate, type FactsOf, isKnown } from './condition.ts'
import { type Derive, deriver } from './derive.ts'
import type { Item } from './instrument.ts'
import type { DataCategory, SharedLine, ToShare } from './minimisation.ts'
import type { Pathway } from './pathway.ts'
import type { PersonDetails } from './person.ts'
import { definitionsOf, type Rules } from './rules.ts'
import type { Language, Words } from './words.ts'

/** Empty when nothing in the table bears on what is asked. */
export function saidLines(pathway: Pathway, share: ToShare, category: DataCategory): Words[] {
  const rows = pathway.minimisation.lines.filter((line) => line.category === category && line.codes.includes(share.code))
  if (rows.length === 0) return []
  const known = { ...deriverOf(pathway.rules)(share.state.facts), ...valuesOf(share.answers) }
  if (category === 'wishes') return wishLines(pathway, share, known, rows)
  const said = rows.flatMap((row) => sayLine(pathway, share, known, row))
  return said.length === 0 ? [nothingFound] : said
}

/** A wish is said by itself, without its question. What nobody asked bears on nothing: that is said once, when there is no wish at all. */
function wishLines(pathway: Pathway, share: ToShare, known: FactsOf, rows: readonly SharedLine[]): Words[] {
  const said = rows.flatMap((row): Words[] => {
    const { says } = row
    if (!('item' in says)) return 'fact' in says && !isKnown(known[says.fact]) ? [] : sayLine(pathway, share, known, row)
    const answer = share.answers[says.item]
    if (isOpen(answer)) return []
    const { value, plain } = itemAnswer(pathway, share, says.item)
    return [plain ? value : both((language) => `${wishesWord[language]}: ${value[language]}`)]
  })
  return said.length === 0 ? [wishesNotAsked] : said
}

const derivers = new WeakMap<Rules, Derive>()

function deriverOf(rules: Rules): Derive {
  const before = derivers.get(rules)
  if (before !== undefined) return before
  const fresh = deriver(rules.derivedFacts)
  derivers.set(rules, fresh)
  return fresh
}

function sayLine(pathway: Pathway, share: ToShare, known: FactsOf, { says }: SharedLine): Words[] {
  if ('when' in says) {
    const holds = evaluate(says.when, known)
    return holds === 'yes' ? [says.words] : holds === 'unknown' ? [says.unknown] : []
  }
  return 'fact' in says ? [factWords(pathway.rules, says.fact, known[says.fact])] : [itemWords(pathway, share, says.item)]
}

function factWords(rules: Rules, fact: string, value: unknown): Words {
  const definition = definitionsOf(rules).find(({ id }) => id === fact)
  if (definition === undefined) throw new Error(`There is no fact ${fact}`)
  const { name, says } = definition
  if (!isKnown(value)) return both((language) => `${name[language]}: ${notKnown[language]}`)
  if (typeof value === 'number')
    return both((language) => (says['number']?.[language] ?? '{}').replace('{}', decimal(value, language)))
  return both((language) => says[String(value)]?.[language] ?? `${name[language]}: ${String(value)}`)
}

function itemWords(pathway: Pathway, share: ToShare, id: string): Words {
  const { item, value } = itemAnswer(pathway, share, id)
  return both((language) => `${item.words[language]}: ${value[language]}`)
}

/** `plain`: what was answered, and not that it is not said. */
function itemAnswer(
  { instrument }: Pathway,
  share: ToShare,
  id: string,
): { readonly item: Item; readonly value: Words; readonly plain: boolean } {
  const item = instrument.sections.flatMap(({ items }) => items).find((one) => one.id === id)
  if (item === undefined) throw new Error(`There is no item ${id}`)
  const answer = share.answers[id]
  const value = answerWords(item, answer)
  const hidden = item.kind === 'text' && share.stage === 'before' && tellsWho(value.nl, share.person.details)
  return { item, value: hidden ? afterAcceptance : value, plain: !hidden && answer?.is === 'given' }
}

const isOpen = (answer: Answer | undefined): boolean =>
  answer === undefined || answer.is === 'notAsked' || answer.is === 'unknown'

function answerWords(item: Item, answer: Answer | undefined): Words {
  if (answer === undefined || answer.is === 'notAsked' || answer.is === 'unknown') return notKnown
  if (answer.is === 'declined') return notSaid
  const { value } = answer
  const named = (code: string): Words => {
    const options = 'options' in item ? item.options : 'instead' in item ? (item.instead ?? []) : []
    return options.find((one) => one.code === code)?.words ?? plain[code] ?? { nl: code, en: code }
  }
  if (typeof value === 'number') {
    const unit = item.kind === 'number' ? item.unit : { nl: '', en: '' }
    return both((language) => `${decimal(value, language)} ${unit[language]}`.trim())
  }
  if (typeof value === 'string') return item.kind === 'text' ? { nl: value, en: value } : named(value)
  if (!Array.isArray(value)) throw new Error(`An answer to ${item.id} cannot be said in words`)
  return value.length === 0 ? none : both((language) => value.map((code) => named(String(code))[language]).join(', '))
}

/** What somebody wrote in own words may hold a name, a street or a number: then it waits for acceptance. */
function tellsWho(text: string, { name, street = '', phone = '' }: PersonDetails): boolean {
  const said = wordsIn(text)
  const telling = [...wordsIn(name), ...wordsIn(street)].filter((word) => !inManyNames.has(word))
  const digits = phone.replaceAll(/\D/g, '')
  return telling.some((word) => said.has(word)) || (digits !== '' && text.replaceAll(/\D/g, '').includes(digits))
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])

const inManyNames: ReadonlySet<string> = new Set(['van', 'den', 'der', 'het', 'ten', 'ter', 'mevrouw', 'meneer', 'dhr'])

const both = (say: (language: Language) => string): Words => ({ nl: say('nl'), en: say('en') })

const decimal = (value: number, language: Language): string =>
  language === 'nl' ? String(value).replace('.', ',') : String(value)

const notKnown: Words = { nl: 'niet bekend', en: 'not known' }
const notSaid: Words = { nl: 'wilde de oudere niet zeggen', en: 'the older adult preferred not to say' }
const none: Words = { nl: 'geen', en: 'none' }
const nothingFound: Words = { nl: 'geen bijzonderheden gevonden', en: 'nothing particular was found' }
const wishesNotAsked: Words = { nl: 'wensen nog niet gevraagd', en: 'wishes not asked yet' }
const wishesWord: Words = { nl: 'wensen', en: 'wishes' }
const afterAcceptance: Words = { nl: 'te lezen na aannemen', en: 'to be read after acceptance' }
const plain: { readonly [value: string]: Words } = { yes: { nl: 'ja', en: 'yes' }, no: { nl: 'nee', en: 'no' } }
