// From the bytes of a body to JSON that is safe to look at: within bounds, well-formed text, no forged keys, no number that lost digits.
import { duplicateKey } from '../domain/duplicate-key.ts'
import { type Fault, pointerTo } from '../domain/fault.ts'
import type { Words } from '../domain/words.ts'

/** More than any body of ours, and few enough to walk without running out of stack. */
const deepest = 32
const forged: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const fault = (at: string, code: string, words: Words): Fault => ({ at, code, words })

export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: readonly Fault[] }

/** An empty body is an empty object. */
export function readJson(bytes: Buffer): ReadJson {
  if (bytes.length === 0) return { ok: true, value: {} }
  const text = textOf(bytes)
  if (text === null) return { ok: false, faults: [notUtf8] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, faults: [brokenJson] }
  }
  const twice = duplicateKey(text)
  const faults = [...(twice === null ? [] : [duplicated(twice)]), ...faultsIn(value, '', 0)]
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults: faults.slice(0, 50) }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

function faultsIn(value: unknown, at: string, depth: number): Fault[] {
  if (depth > deepest) return [tooDeep(at)]
  if (typeof value === 'string') return textFaults(value, at)
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? [tooBig(at)] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one, index) => faultsIn(one, at + pointerTo(index), depth + 1))
  return Object.entries(value).flatMap(([key, one]) => {
    const here = at + pointerTo(key.slice(0, 100))
    const ofKey = forged.has(key) ? [forgedKey(here)] : textFaults(key, here)
    return ofKey.length > 0 ? ofKey : faultsIn(one, here, depth + 1)
  })
}

/** NUL ends a text in some databases, and half a character in none. */
const textFaults = (text: string, at: string): Fault[] =>
  text.includes('\u0000') || !text.isWellFormed() ? [brokenText(at.replaceAll('\u0000', '').toWellFormed())] : []

const notUtf8 = fault('', 'notUtf8', { nl: 'Dit is geen geldige UTF-8.', en: 'This is not valid UTF-8.' })
const brokenJson = fault('', 'brokenJson', {
  nl: 'Dit is geen geldige JSON. Controleer aanhalingstekens, komma’s en accolades.',
  en: 'This is not valid JSON. Check the quotes, commas and braces.',
})
const duplicated = (at: string) =>
  fault(at.replaceAll('\u0000', '').toWellFormed(), 'duplicateField', {
    nl: 'Dit veld staat er twee keer in. Haal er een weg.',
    en: 'This field is in it twice. Remove one of them.',
  })
const tooDeep = (at: string) => fault(at, 'tooDeep', { nl: 'Dit zit te diep genest.', en: 'This is nested too deeply.' })
const tooBig = (at: string) =>
  fault(at, 'numberTooBig', {
    nl: 'Dit getal is te groot om precies te bewaren.',
    en: 'This number is too big to store exactly.',
  })
const forgedKey = (at: string) =>
  fault(at, 'forgedKey', { nl: 'Deze naam mag hier niet staan.', en: 'This name may not stand here.' })
const brokenText = (at: string) =>
  fault(at, 'brokenText', {
    nl: 'In deze tekst staat een teken dat niet bewaard kan worden. Haal het weg.',
    en: 'This text holds a character that cannot be stored. Remove it.',
  })
