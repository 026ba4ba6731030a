// What can be wrong with one cell of a list, and how to mend it.
import type { Words } from '../words.ts'

export type CellFault = { readonly code: string; readonly words: Words }

/** What stood there, short enough to say again. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`

export const cellFault = (code: string, nl: string, en: string): CellFault => ({ code, words: { nl, en } })

export const formulaCell = cellFault(
  'formula',
  'In deze cel staat een formule. Die rekenen wij niet uit: plak de waarde zelf in de cel.',
  'This cell holds a formula. We do not work it out: paste the value itself into the cell.',
)
export const brokenCell = cellFault(
  'brokenCell',
  'In deze cel staat een fout van het rekenblad. Vul de waarde zelf in.',
  'This cell holds an error of the spreadsheet. Fill in the value itself.',
)
export const longCell = (most: number) =>
  cellFault(
    'cellTooLong',
    `Deze cel heeft meer dan ${most} tekens. Maak de tekst korter.`,
    `This cell has more than ${most} characters. Make the text shorter.`,
  )
export const notADate = (text: string) =>
  cellFault(
    'date',
    `${quoted(text)} is geen bestaande datum. Schrijf dag-maand-jaar, als 12-03-2026.`,
    `${quoted(text)} is not a date that exists. Write year-month-day, as 2026-03-12.`,
  )
export const notATime = (text: string) =>
  cellFault('time', `${quoted(text)} is geen tijd. Schrijf die als 10:30.`, `${quoted(text)} is not a time. Write it as 10:30.`)
export const notWhole = (text: string, min: number, max: number) =>
  cellFault(
    'whole',
    `${quoted(text)} is geen heel getal van ${min} tot en met ${max}.`,
    `${quoted(text)} is not a whole number from ${min} to ${max}.`,
  )
export const notMoney = (text: string) =>
  cellFault(
    'money',
    `${quoted(text)} is geen bedrag. Schrijf euro met een komma, als 12,50; gratis is 0.`,
    `${quoted(text)} is not an amount. Write euros with a dot, as 12.50; free of charge is 0.`,
  )
export const ambiguousMoney = (text: string) =>
  cellFault(
    'ambiguousMoney',
    `${quoted(text)} kan duizend zijn of een bedrag met drie cijfers achter de komma. Schrijf het bedrag als 1250,00.`,
    `${quoted(text)} can be a thousand, or an amount with three decimals. Write the amount as 1250.00.`,
  )
export const tooMuchMoney = (text: string) =>
  cellFault(
    'tooMuchMoney',
    `${quoted(text)} is meer dan 10.000 euro. Klopt dat?`,
    `${quoted(text)} is more than 10,000 euros. Is that right?`,
  )
export const notAFlag = (text: string) =>
  cellFault('flag', `${quoted(text)} is geen ja of nee.`, `${quoted(text)} is neither yes nor no.`)
export const notOneOf = (text: string, names: Words) =>
  cellFault(
    'oneOf',
    `${quoted(text)} kennen wij hier niet. Kies uit: ${names.nl}.`,
    `${quoted(text)} is not known here. Choose from: ${names.en}.`,
  )
export const notAPostcode = (text: string) =>
  cellFault(
    'postcode',
    `${quoted(text)} is geen postcode van vier cijfers en twee letters, als 1181 AA.`,
    `${quoted(text)} is not a postcode of four digits and two letters, as 1181 AA.`,
  )
export const notAnArea = (text: string) =>
  cellFault(
    'area',
    `${quoted(text)} is geen gebied. Noem een gemeente, een code van wijk of buurt (WK036201, BU03620101) of een postcode.`,
    `${quoted(text)} is not an area. Name a municipality, a code of a district or neighbourhood (WK036201, BU03620101) or a postcode.`,
  )
export const notAnEmail = (text: string) =>
  cellFault('email', `${quoted(text)} is geen e-mailadres.`, `${quoted(text)} is not an e-mail address.`)
export const notAPhone = (text: string) =>
  cellFault('phone', `${quoted(text)} is geen telefoonnummer.`, `${quoted(text)} is not a phone number.`)
export const notAUrl = (text: string) =>
  cellFault(
    'url',
    `${quoted(text)} is geen webadres. Schrijf het met https:// ervoor.`,
    `${quoted(text)} is not a web address. Write it with https:// in front.`,
  )
export const notALanguage = (text: string) =>
  cellFault(
    'language',
    `${quoted(text)} is geen taal die wij kennen. Schrijf de code van twee letters, als nl of tr.`,
    `${quoted(text)} is not a language we know. Write its code of two letters, as nl or tr.`,
  )
export const notAPayer = (text: string) =>
  cellFault(
    'payers',
    `${quoted(text)} lezen wij niet als betaler. Schrijf bijvoorbeeld: gemeente 01-01-2026 t/m 31-12-2026.`,
    `${quoted(text)} is not read as a payer. Write for instance: municipality 2026-01-01/2026-12-31.`,
  )
export const tooLong = (max: number) =>
  cellFault(
    'tooLong',
    `Dit is langer dan ${max} tekens. Maak de tekst korter.`,
    `This is longer than ${max} characters. Make the text shorter.`,
  )
export const tooMany = (max: number) => cellFault('tooMany', `Dit zijn er meer dan ${max}.`, `These are more than ${max}.`)
export const brokenText = cellFault(
  'brokenText',
  'In deze cel staat een teken dat niet bewaard kan worden. Haal het weg, of bewaar het bestand als UTF-8.',
  'This cell holds a character that cannot be stored. Remove it, or save the file as UTF-8.',
)
