// What a coalition chose, in words: a list as a list, a day as a day, and nothing chosen as that.
import { dayWords } from './day-words.ts'
import type { Pathway } from './pathway.ts'
import { roleWords } from './role.ts'
import { tableWords } from './table-words.ts'
import type { Language, Words } from './words.ts'

const say = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  none: { nl: 'geen', en: 'none' },
  from: { nl: 'vanaf', en: 'from' },
  until: { nl: 'tot en met', en: 'to' },
} as const satisfies { readonly [name: string]: Words }

/** The value of one setting; what has no words of its own stays as it is written. */
export function settingReader({ settings, rules, declineReasons }: Pathway, language: Language): (id: string) => string {
  const names: { readonly [code: string]: Words | undefined } = {
    ...tableWords,
    ...roleWords,
    ...Object.fromEntries([rules.screening, ...rules.shadows].map(({ id, title }) => [id, title])),
    ...Object.fromEntries(rules.routing.interventions.map(({ id, name }) => [id, name])),
    ...Object.fromEntries([...rules.redFlags, ...declineReasons].map(({ id, words }) => [id, words])),
  }
  /** `wfg2022` is the rule set `wfg-2022@…`, `fms` is `fms-2022@…`. */
  const ruleSetNamed = (code: string) => rules.shadows.find(({ id }) => id.replaceAll('-', '').startsWith(code))
  const name = (code: string): string =>
    isDay(code) ? dayWords(code, language) : (names[code]?.[language] ?? ruleSetNamed(code)?.title[language] ?? code)
  const said = (value: unknown): string => {
    if (typeof value === 'string') return name(value)
    if (!isRecord(value)) return plain(value, language)
    if (Object.keys(value).length === 0) return say.none[language]
    return Array.isArray(value) ? value.map(said).join('; ') : inRow(value)
  }
  const inRow = ({ validFrom, validUntil, ...rest }: { readonly [key: string]: unknown }): string => {
    const period = typeof validFrom !== 'string' ? '' : `, ${say.from[language]} ${name(validFrom)}`
    const end = typeof validUntil !== 'string' ? '' : ` ${say.until[language]} ${name(validUntil)}`
    return `${whole(rest)}${period}${end}`
  }
  const whole = (row: { readonly [key: string]: unknown }): string => {
    if (typeof row['code'] === 'string' && typeof row['name'] === 'string') return `${row['name']} (${row['code']})`
    if (typeof row['payer'] === 'string') return name(row['payer'])
    if (isRecord(row['words'])) return `${said(row['version'])}: “${said(row['words'][language])}”`
    return Object.entries(row)
      .map(([key, value]) => `${name(key)}: ${said(value)}`)
      .join('; ')
  }
  return (id) => said(settings[id])
}

function plain(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return say[value ? 'yes' : 'no'][language]
  return language === 'nl' ? String(value).replace('.', ',') : String(value)
}
const isRecord = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
