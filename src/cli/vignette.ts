// One object in the vignette format, from text to checked facts or to every fault in it.

import { duplicateKey } from '../domain/duplicate-key.ts'
import type { FactParser, Facts } from '../domain/facts.ts'
import type { Checked, Fault } from '../domain/fault.ts'

const fault = (code: string, nl: string, en: string, at = ''): Fault => ({ at, code, words: { nl, en } })

export const emptyInput = fault(
  'empty',
  'Er staat niets in. Geef één object met gegevens.',
  'There is nothing in it. Give one object with facts.',
)
export const tooLong = fault(
  'tooLong',
  'Dit is langer dan 1 MiB en is overgeslagen. Geef één object met gegevens van één persoon.',
  'This is longer than 1 MiB and was skipped. Give one object with the facts of one person.',
)

/** The facts in `text`: the object itself, or the `input` of a whole vignette (with `id`, `title`, `why`, `expected`). */
export function parseVignette(text: string, parseFacts: FactParser): Checked<Facts> {
  const raw = parseJson(text)
  if (!raw.ok) return raw
  const input = inputOfVignette(raw.value)
  const wrapped = input !== undefined
  const facts = parseFacts(wrapped ? input : raw.value)
  if (!facts.ok) return wrapped ? { ok: false, faults: facts.faults.map((one) => ({ ...one, at: `/input${one.at}` })) } : facts
  // In facts that passed, a colon stands only between a name and its value: one more than there are names, and a name stands twice.
  if (!wrapped && colonsIn(text) === Object.keys(facts.value).length) return facts
  const twice = duplicateKey(text)
  return twice === null ? facts : { ok: false, faults: [duplicated(twice)] }
}

function parseJson(text: string): Checked<unknown> {
  if (text.trim() === '') return { ok: false, faults: [emptyInput] }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    const [nl, en] =
      position === undefined ? ['', ''] : [` bij teken ${Number(position) + 1}`, ` at character ${Number(position) + 1}`]
    return {
      ok: false,
      faults: [
        fault(
          'brokenJson',
          `Dit is geen geldige JSON${nl}. Controleer aanhalingstekens, komma's en accolades.`,
          `This is not valid JSON${en}. Check the quotes, commas and braces.`,
        ),
      ],
    }
  }
}

const vignetteFields = new Set(['id', 'title', 'why', 'input', 'expected'])

/** The `input` of a whole vignette; undefined when `raw` is anything else. */
function inputOfVignette(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'input')) return undefined
  return Object.keys(raw).every((name) => vignetteFields.has(name)) ? (raw as { input: unknown }).input : undefined
}

function colonsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count += 1
  return count
}

const duplicated = (at: string): Fault =>
  fault(
    'duplicateField',
    'Dit veld staat er twee keer in. Haal er een weg.',
    'This field is in it twice. Remove one of them.',
    at,
  )
