// Measures over time: every value that was measured of one person, in order, and whether the last one is better than the one before.
import type { Measure } from '../contract/case-history.ts'
import type { FactDefinition } from '../domain/facts.ts'
import type { Pathway } from '../domain/pathway.ts'
import { Role, roleWords } from '../domain/role.ts'
import type { Language, Words } from '../domain/words.ts'

/** Entries that can hold a measurement. */
export const measuringTypes = ['screeningRecorded', 'analysisCompleted', 'factCorrected', 'measurementRecorded'] as const

/** One such entry of any case of the person, with the pathway of that case. */
export type Measuring = {
  readonly caseId: string
  readonly pathway: Pathway
  readonly type: string
  readonly occurredOn: string
  readonly role: string
  readonly record: { readonly [name: string]: unknown }
}

type Numbers = Extract<FactDefinition, { kind: 'number' }>
type Measured = {
  readonly caseId: string
  readonly on: string
  readonly raw: number | string
  readonly from: Words
  readonly asFact: boolean
}

/** `entries`: of all cases, in the order in which they were recorded. */
export function measuresOver(entries: readonly Measuring[], language: Language): Measure[] {
  const found = new Map<string, Measured[]>()
  const pathways = new Map<string, Pathway>()
  for (const entry of entries) {
    for (const [measure, raw] of valuesIn(entry)) {
      pathways.set(measure, entry.pathway)
      found.set(measure, withOneMore(found.get(measure) ?? [], entry, raw))
    }
  }
  return [...found].flatMap(([measure, values]) => {
    if (values.length === 0) return []
    const definition = numbersOf(pathways.get(measure)!).find(({ id }) => id === measure)
    // Sorting keeps what stands on one day in the order in which it was recorded.
    const inOrder = values.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    return [
      {
        measure,
        words: definition?.name[language] ?? measure,
        unit: definition?.unit[language] ?? null,
        values: inOrder.map(({ caseId, on, raw, from }) => ({
          caseId,
          on,
          value: typeof raw === 'number' ? raw : null,
          words: typeof raw === 'number' ? decimal(raw, language) : (definition?.says[raw]?.[language] ?? raw),
          from: from[language],
        })),
        change: changeIn(definition, inOrder, language),
      },
    ]
  })
}

const numbersOf = ({ rules }: Pathway): Numbers[] => rules.facts.filter((fact): fact is Numbers => fact.kind === 'number')

/** What an entry says of each measure: a value, or that it is not known after all. */
function valuesIn({ pathway, type, record }: Measuring): [measure: string, raw: unknown][] {
  if (type === 'measurementRecorded') return [[String(record['measure']), record['value']]]
  const measures = numbersOf(pathway).filter(({ overTime }) => overTime !== undefined)
  if (type === 'factCorrected')
    return measures.flatMap(({ id }) => (record['fact'] === id ? [[id, record['after']] as [string, unknown]] : []))
  const facts = (record['facts'] ?? {}) as { readonly [fact: string]: unknown }
  return measures.flatMap(({ id }) => (isValue(facts[id]) ? [[id, facts[id]] as [string, unknown]] : []))
}

const isValue = (raw: unknown): raw is number | string =>
  typeof raw === 'number' || (typeof raw === 'string' && raw !== 'unknown')

function withOneMore(
  before: readonly Measured[],
  { caseId, type, occurredOn, role, record }: Measuring,
  raw: unknown,
): Measured[] {
  const at = before.findLastIndex((one) => one.caseId === caseId && one.asFact)
  const last = before[at]
  if (type === 'factCorrected') {
    const right = isValue(raw) ? [{ caseId, on: last?.on ?? occurredOn, raw, from: corrected, asFact: true }] : []
    return at === -1 ? [...before, ...right] : before.toSpliced(at, 1, ...right)
  }
  if (!isValue(raw)) return [...before]
  if (type === 'measurementRecorded')
    return [...before, { caseId, on: String(record['measuredOn']), raw, from: measuredBy(role), asFact: false }]
  // What the screening brought to light goes on in the analysis: the same value there was not measured again.
  if (last?.raw === raw) return [...before]
  return [...before, { caseId, on: occurredOn, raw, from: fromEntry[type] ?? corrected, asFact: true }]
}

function changeIn(definition: Numbers | undefined, values: readonly Measured[], language: Language): Measure['change'] {
  const [before, after] = values.slice(-2).map(({ raw }) => raw)
  if (definition?.overTime === undefined || typeof before !== 'number' || typeof after !== 'number' || before === after)
    return null
  const way = after < before ? 'less' : 'more'
  return { words: definition.overTime[way][language], better: definition.overTime.better === way }
}

const decimal = (value: number, language: Language): string =>
  language === 'nl' ? String(value).replace('.', ',') : String(value)

const fromEntry: { readonly [type: string]: Words } = {
  screeningRecorded: { nl: 'valrisicotest', en: 'screening' },
  analysisCompleted: { nl: 'valanalyse', en: 'fall analysis' },
}
const corrected: Words = { nl: 'verbeterd', en: 'corrected' }

function measuredBy(role: string): Words {
  const known = Role.safeParse(role)
  return known.success ? roleWords[known.data] : { nl: role, en: role }
}
