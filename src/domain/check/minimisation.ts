// Checks of the minimisation tables: every cell is said, everything in the catalogue has a receiver, no citizen number ever goes along.
import type { FactDefinition } from '../facts.ts'
import { type Item, itemsOf } from '../instrument.ts'
import { type DataCategory, dataCategories, receiverKinds } from '../minimisation.ts'
import type { Pathway } from '../pathway.ts'
import { definitionsOf } from '../rules.ts'
import type { Finding } from './finding.ts'
import { checkConditions } from './rows.ts'

/** Categories that are filled from the person's record, and need no lines. */
const fromRecord: ReadonlySet<DataCategory> = new Set([
  'request',
  'age',
  'area',
  'name',
  'phone',
  'address',
  'birthYear',
  'goal',
  'level',
  'citizenNumber',
])

export function checkMinimisation(pathway: Pathway): Finding[] {
  return [...checkCells(pathway), ...checkReceivers(pathway), ...checkLines(pathway)]
}

const finding = (at: string, problem: string): Finding => ({ check: 'minimisation', at, problem })

function checkCells({ minimisation: { shares, categories, kinds }, settings }: Pathway): Finding[] {
  const missing = dataCategories.flatMap((category) =>
    receiverKinds.flatMap((receiver) => {
      const cells = shares.filter((one) => one.category === category && one.receiver === receiver)
      if (cells.length === 1) return []
      return [finding(`shares/${category}.${receiver}`, cells.length === 0 ? 'Nothing is said' : 'Two things are said')]
    }),
  )
  const named = (ids: readonly string[], rows: readonly { readonly id: string }[], table: string) =>
    ids.filter((id) => !rows.some((row) => row.id === id)).map((id) => finding(`${table}/${id}`, 'Has no name'))
  const numbers = shares
    .filter(({ category, from }) => category === 'citizenNumber' && from !== 'never')
    .map(({ id }) => finding(`shares/${id}`, 'A citizen number is never shared'))
  const identifying = shares
    .filter(({ category, from }) => beforeNever.has(category) && from === 'beforeAcceptance')
    .map(({ id }) => finding(`shares/${id}`, 'Says who it is before acceptance'))
  const unknownSettings = shares
    .filter(({ setting }) => setting !== undefined && typeof settings[setting] !== 'boolean')
    .map(({ id, setting }) => finding(`shares/${id}`, `There is no setting "${setting}" that is on or off`))
  return [
    ...missing,
    ...named(dataCategories, categories, 'categories'),
    ...named(receiverKinds, kinds, 'kinds'),
    ...numbers,
    ...identifying,
    ...unknownSettings,
  ]
}

/** Who somebody is, and what somebody wrote in own words. */
const beforeNever: ReadonlySet<DataCategory> = new Set(['name', 'phone', 'address', 'birthYear', 'goal'])

const codesOf = ({ rules }: Pathway): string[] => [...rules.routing.interventions, ...rules.followUps].map(({ id }) => id)

function checkReceivers(pathway: Pathway): Finding[] {
  const { receivers } = pathway.minimisation
  const known = new Set(codesOf(pathway))
  const missing = [...known]
    .filter((code) => !receivers.some(({ id, care, social }) => id === code && (care !== null || social !== null)))
    .map((code) => finding(`receivers/${code}`, 'Nobody receives it'))
  const strange = receivers
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => finding(`receivers/${id}`, 'Is not in the catalogue'))
  return [...missing, ...strange]
}

function checkLines(pathway: Pathway): Finding[] {
  const { lines, shares, receivers } = pathway.minimisation
  const known = new Set(codesOf(pathway))
  const definitions = definitionsOf(pathway.rules)
  const items = itemsOf(pathway.instrument)
  const broken = lines.flatMap(({ id, codes, says }) => {
    const at = `lines/${id}`
    const strange = codes.filter((code) => !known.has(code)).map((code) => finding(at, `"${code}" is not in the catalogue`))
    if ('when' in says)
      return [...strange, ...checkConditions([{ at, condition: says.when }], [...definitions, ...items.flatMap(asDefinition)])]
    if ('fact' in says && !definitions.some((one) => one.id === says.fact))
      return [...strange, finding(at, `There is no fact "${says.fact}"`)]
    if ('item' in says && !items.some((one) => one.id === says.item))
      return [...strange, finding(at, `There is no item "${says.item}"`)]
    return strange
  })
  // Said to be shared, but no line says what: the receiver would read nothing, and nobody would notice.
  const empty = shares
    .filter(({ category, from, only }) => from !== 'never' && only === undefined && !fromRecord.has(category))
    .flatMap(({ id, category, receiver }) =>
      receivers
        .filter(({ care, social }) => care === receiver || social === receiver)
        .filter(({ id: code }) => !lines.some((line) => line.category === category && line.codes.includes(code)))
        .map(({ id: code }) => finding(`shares/${id}`, `Nothing of it is said for ${code}`)),
    )
  return [...broken, ...empty]
}

/** Conditions may look at answers too: those with a yes, a no or a code. */
function asDefinition(item: Item): FactDefinition[] {
  const { id, source, status, words } = item
  const base = { id, source, status, name: words, says: {} }
  if (item.kind === 'yesNo') return [{ ...base, kind: 'yesNo' }]
  return item.kind === 'choice' ? [{ ...base, kind: 'choice', values: item.options.map(({ code }) => code) }] : []
}
