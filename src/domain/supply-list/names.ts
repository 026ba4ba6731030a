// Names in a list: interventions and municipalities as people write them, and the words a coalition has for each.
import type { FollowUpRule } from '../follow-ups.ts'
import type { Intervention } from '../routing.ts'
import { quoted } from './cell-faults.ts'
import { plain } from './column-kinds.ts'

export type NamedCode = {
  readonly code: string
  readonly nl: string
  readonly en: string
  /** Where it follows from what it is; null: the list has to say. */
  readonly domain: 'care' | 'social' | null
  readonly form: 'group' | 'home' | null
  /** Who pays for it only with a certificate of the deliverer. */
  readonly certificateFor: readonly string[]
}

export type ListNames = {
  readonly interventions: readonly NamedCode[]
  /** Null: any municipality, by its code. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[] | null
}

export const namesFrom = (
  interventions: readonly Intervention[],
  followUps: readonly FollowUpRule[],
  municipalities: ListNames['municipalities'],
): ListNames => ({
  municipalities,
  interventions: [
    ...interventions.map(({ id, name, setting, certificate }) => ({
      code: id,
      nl: name.nl,
      en: name.en,
      domain: null,
      form: setting,
      certificateFor: certificate?.payers ?? [],
    })),
    ...followUps.map(({ id, name, domain }) => ({
      code: id,
      nl: name.nl,
      en: name.en,
      domain: domain === 'careOrSocial' ? null : domain,
      form: null,
      certificateFor: [],
    })),
  ],
})

/** By code, or by a name that only one has. */
export function interventionNamed({ interventions }: ListNames, text: string): NamedCode | null {
  const asked = plain(text)
  const exact = interventions.find(({ code }) => plain(code) === asked)
  if (exact !== undefined) return exact
  const named = interventions.filter(({ nl, en }) => plain(nl) === asked || plain(en) === asked)
  return named.length === 1 ? named[0]! : null
}

export function municipalityNamed({ municipalities }: ListNames, text: string): string | null {
  const code = text.trim().toUpperCase()
  if (/^GM\d{4}$/.test(code)) return code
  const asked = plain(text.replace(/^gemeente\s+/i, ''))
  const named = (municipalities ?? []).filter(({ name }) => plain(name) === asked)
  return named.length === 1 ? named[0]!.code : null
}

/** A name that is read back as the same code, else the code. */
export function interventionName(names: ListNames, code: string): string {
  const found = names.interventions.find((one) => one.code === code)
  return found !== undefined && interventionNamed(names, found.nl)?.code === code ? found.nl : code
}

export function municipalityName(names: ListNames, code: string): string {
  const found = names.municipalities?.find((one) => one.code === code)
  return found !== undefined && municipalityNamed(names, found.name) === code ? found.name : code
}

export const noSuchIntervention = (names: ListNames, text: string) => {
  const near = names.interventions.filter(({ nl, code }) => alike(nl, text) || alike(code, text)).slice(0, 3)
  const nl = near.length === 0 ? '' : ` Bedoelt u ${near.map((one) => quoted(one.nl)).join(' of ')}?`
  const en = near.length === 0 ? '' : ` Do you mean ${near.map((one) => quoted(one.code)).join(' or ')}?`
  return {
    code: 'intervention',
    words: {
      nl: `${quoted(text)} is geen interventie of vervolgactie van dit zorgpad.${nl}`,
      en: `${quoted(text)} is no intervention or follow-up of this pathway.${en}`,
    },
  }
}

export const noSuchMunicipality = (names: ListNames, text: string) => {
  const list = (names.municipalities ?? []).map(({ name }) => name).join(', ')
  return {
    code: 'municipality',
    words: {
      nl: `${quoted(text)} is geen gemeente van deze coalitie.${list === '' ? ' Schrijf de code, als GM0362.' : ` Wel: ${list}.`}`,
      en: `${quoted(text)} is no municipality of this coalition.${list === '' ? ' Write the code, as GM0362.' : ` These are: ${list}.`}`,
    },
  }
}

/** One is the beginning of the other, or they share their first word. */
function alike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a.length < 4 || b.length < 4) return false
  return a.startsWith(b) || b.startsWith(a) || a.slice(0, 6) === b.slice(0, 6)
}
