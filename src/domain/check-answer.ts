// The check of one answer: impossible values are refused, rare ones need a confirmation, and the words say how to mend it.
import * as z from 'zod'
import { type Answer, BloodPressure, type GivenValue } from './answers.ts'
import type {
  BloodPressureItem,
  Item,
  ItemScoresItem,
  MultipleChoiceItem,
  NumberItem,
  Option,
  Range,
  Ranges,
} from './instrument.ts'
import { accepted, type Refusal, type Result, refused, unreachable } from './result.ts'
import type { Words } from './words.ts'

/**
 * The answer itself when it can be stored. Refusals: `wrongKind`, `unknownOption`, `tooManyDecimals`, `impossible`, `needsConfirmation`
 * (repeat with `confirmed: true`). Not asked, declined and unknown are always possible.
 */
export function checkAnswer(item: Item, answer: Answer): Result<Answer> {
  if (answer.is !== 'given') return accepted(answer)
  const refusal = refusalOf(item, answer.value, answer.confirmed === true)
  return refusal === null ? accepted(answer) : refused({ ...refusal, detail: item.id })
}

function refusalOf(item: Item, value: GivenValue, confirmed: boolean): Refusal | null {
  switch (item.kind) {
    case 'yesNo':
      return value === 'yes' || value === 'no' ? null : wrongKind({ nl: 'ja of nee', en: 'yes or no' })
    case 'choice':
      return optionRefusal(item.options, value)
    case 'multipleChoice':
      return multipleChoiceRefusal(item, value)
    case 'number':
      return numberRefusal(item, value, confirmed)
    case 'bloodPressure':
      return bloodPressureRefusal(item, value, confirmed)
    case 'itemScores':
      return itemScoresRefusal(item, value)
    case 'text':
      return textRefusal(item.maxLength, value)
    case 'date':
      return z.iso.date().safeParse(value).success
        ? null
        : wrongKind({ nl: 'een bestaande datum, als 2026-03-12', en: 'a date that exists, as 2026-03-12' })
    default:
      return unreachable(item)
  }
}

function optionRefusal(options: readonly Option[], value: GivenValue): Refusal | null {
  if (options.some(({ code }) => code === value)) return null
  const list = (language: 'nl' | 'en') => options.map(({ words }) => `"${words[language]}"`).join(', ')
  return {
    code: 'unknownOption',
    words: {
      nl: `Dit antwoord bestaat niet. Kies uit: ${list('nl')}.`,
      en: `There is no such answer. Choose from: ${list('en')}.`,
    },
  }
}

function multipleChoiceRefusal(item: MultipleChoiceItem, value: GivenValue): Refusal | null {
  if (!Array.isArray(value))
    return wrongKind({
      nl: 'een lijst van antwoorden; leeg betekent geen van deze',
      en: 'a list of answers; empty means none of these',
    })
  if (new Set<unknown>(value).size !== value.length)
    return wrongKind({ nl: 'elk antwoord hooguit één keer', en: 'each answer at most once' })
  for (const code of value) {
    const refusal = optionRefusal(item.options, typeof code === 'string' ? code : '')
    if (refusal !== null) return refusal
  }
  return null
}

function numberRefusal(item: NumberItem, value: GivenValue, confirmed: boolean): Refusal | null {
  if (typeof value === 'string' && item.instead !== undefined) return optionRefusal(item.instead, value)
  if (typeof value !== 'number') return wrongKind({ nl: `een getal, in ${item.unit.nl}`, en: `a number, in ${item.unit.en}` })
  return rangeRefusal(item, item.unit, value, confirmed) ?? decimalsRefusal(item.decimals, value)
}

const mmHg: Words = { nl: 'mmHg', en: 'mmHg' }

function bloodPressureRefusal(item: BloodPressureItem, value: GivenValue, confirmed: boolean): Refusal | null {
  const pressure = BloodPressure.safeParse(value)
  if (!pressure.success)
    return wrongKind({ nl: 'bovendruk en onderdruk, in mmHg', en: 'systolic and diastolic pressure, in mmHg' })
  const { systolic, diastolic } = pressure.data
  if (diastolic >= systolic) {
    return {
      code: 'impossible',
      words: {
        nl: 'De onderdruk is niet lager dan de bovendruk. Zijn de getallen verwisseld?',
        en: 'The diastolic pressure is not lower than the systolic. Have the numbers been swapped?',
      },
    }
  }
  return pressureRefusal(item.systolic, systolic, confirmed) ?? pressureRefusal(item.diastolic, diastolic, confirmed)
}

const pressureRefusal = (ranges: Ranges, value: number, confirmed: boolean): Refusal | null =>
  rangeRefusal(ranges, mmHg, value, confirmed) ?? decimalsRefusal(0, value)

function itemScoresRefusal({ count, score }: ItemScoresItem, value: GivenValue): Refusal | null {
  const expected = {
    nl: `${count} scores van ${score.from} tot en met ${score.to}, of leeg waar er een ontbreekt`,
    en: `${count} scores from ${score.from} to ${score.to}, or empty where one is missing`,
  }
  if (!Array.isArray(value) || value.length !== count) return wrongKind(expected)
  const possible = (one: unknown) => one === null || (typeof one === 'number' && Number.isInteger(one) && within(score, one))
  return value.every(possible) ? null : wrongKind(expected)
}

function textRefusal(maxLength: number, value: GivenValue): Refusal | null {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= maxLength) return null
  return wrongKind({ nl: `een tekst van 1 tot en met ${maxLength} tekens`, en: `a text of 1 to ${maxLength} characters` })
}

function rangeRefusal({ possible, plausible }: Ranges, unit: Words, value: number, confirmed: boolean): Refusal | null {
  const dutch = (number: number) => String(number).replace('.', ',')
  if (!within(possible, value)) {
    return {
      code: 'impossible',
      words: {
        nl: `${dutch(value)} kan niet. Vul een waarde in van ${dutch(possible.from)} tot en met ${dutch(possible.to)} ${unit.nl}.`,
        en: `${value} is not possible. Fill in a value from ${possible.from} to ${possible.to} ${unit.en}.`,
      },
    }
  }
  if (confirmed || within(plausible, value)) return null
  return {
    code: 'needsConfirmation',
    words: {
      nl: `${dutch(value)} ${unit.nl} is ongewoon ${asMeasured(unit, value > plausible.to).nl}. Klopt dit?`,
      en: `${value} ${unit.en} is unusually ${asMeasured(unit, value > plausible.to).en}. Is this right?`,
    },
  }
}

/** Time is long or short, anything else high or low. */
const asMeasured = ({ en }: Words, above: boolean): Words => {
  if (en === 'seconds') return above ? { nl: 'lang', en: 'long' } : { nl: 'kort', en: 'short' }
  return above ? { nl: 'hoog', en: 'high' } : { nl: 'laag', en: 'low' }
}

function decimalsRefusal(decimals: number, value: number): Refusal | null {
  if (Number(value.toFixed(decimals)) === value) return null
  const nl =
    decimals === 0
      ? 'Vul een heel getal in, zonder cijfers achter de komma.'
      : `Vul hooguit ${decimals} ${decimals === 1 ? 'cijfer' : 'cijfers'} achter de komma in.`
  const en =
    decimals === 0
      ? 'Fill in a whole number, without decimals.'
      : `Fill in at most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}.`
  return { code: 'tooManyDecimals', words: { nl, en } }
}

const within = ({ from, to }: Range, value: number): boolean => value >= from && value <= to

const wrongKind = (expected: Words): Refusal => ({
  code: 'wrongKind',
  words: {
    nl: `Dit antwoord past niet bij de vraag. Geef ${expected.nl}.`,
    en: `This answer does not fit the question. Give ${expected.en}.`,
  },
})
