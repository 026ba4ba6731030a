// Problems as answers (RFC 9457): every refusal and every fault in the words of who asks.
import { type Problem, problemTitles, problemType } from '../contract/problem.ts'
import type { Fault } from '../domain/fault.ts'
import type { Refusal } from '../domain/result.ts'
import type { Language, Words } from '../domain/words.ts'

export type PlacedFault = Fault & { readonly in: Problem['errors'][number]['in'] }

export type Trouble = {
  readonly status: number
  readonly code: string
  readonly words: Words
  readonly faults?: readonly PlacedFault[]
  readonly current?: number
  readonly since?: readonly Words[]
  readonly headers?: { readonly [header: string]: string }
}

export function problemOf(trouble: Trouble, path: string, language: Language): Problem {
  const { status, code, words, faults = [], current, since } = trouble
  return {
    type: problemType(code),
    title: (problemTitles[status] ?? { nl: 'Dit ging niet', en: 'This did not work' })[language],
    status,
    detail: words[language],
    code,
    // The path as it was asked, never the part after the question mark; and no more of it than a path of ours has.
    instance: path.split('?')[0]!.slice(0, 300),
    errors: faults.map((fault) => ({
      in: fault.in,
      pointer: fault.at,
      code: fault.code,
      detail: fault.words[language],
    })),
    ...(current === undefined ? {} : { current }),
    ...(since === undefined ? {} : { since: since.map((one) => one[language]) }),
  }
}

export const faulty = (faults: readonly PlacedFault[]): Trouble => ({
  status: 400,
  code: 'invalid',
  words: {
    nl: faults.length === 1 ? 'Er is één fout; verbeter die.' : `Er zijn ${faults.length} fouten; verbeter ze alle.`,
    en: faults.length === 1 ? 'There is one fault; correct it.' : `There are ${faults.length} faults; correct them all.`,
  },
  faults,
})

/** The same words whatever is not there, or not for this asker. */
export const notThere: Trouble = {
  status: 404,
  code: 'notFound',
  words: { nl: 'Dit adres of deze gegevens bestaan niet.', en: 'This address or these data do not exist.' },
}

export const forbidden = ({ code, words }: Refusal): Trouble => ({ status: 403, code, words })
export const refusedByRules = ({ code, words }: Refusal): Trouble => ({ status: 409, code, words })

export const nobody: Trouble = {
  status: 401,
  code: 'unknownActor',
  words: {
    nl: 'Zeg wie dit vraagt: stuur de header Valpad-Actor met een bekend account, vanaf deze machine zelf.',
    en: 'Say who is asking: send the header Valpad-Actor with a known account, from this machine itself.',
  },
  headers: { 'www-authenticate': 'Valpad-Actor' },
}

export const keyReused: Trouble = {
  status: 409,
  code: 'keyReused',
  words: {
    nl: 'Deze sleutel is al gebruikt voor een ander verzoek. Neem een nieuwe.',
    en: 'This key was used for another request. Take a new one.',
  },
}

export const missingVersion = (shape: string): Trouble => ({
  status: 428,
  code: 'versionNeeded',
  words: {
    nl: `Noem met If-Match de versie die u zag: ${shape}.`,
    en: `Name the version you saw with If-Match: ${shape}.`,
  },
})

export const stale = (current: number, since: readonly Words[]): Trouble => ({
  status: 412,
  code: 'stale',
  words: {
    nl: `Er is intussen iets veranderd; de versie is nu ${current}. Haal de gegevens opnieuw op en kijk of uw wijziging nog klopt.`,
    en: `Something changed in the meantime; the version is now ${current}. Fetch it again and see whether your change still holds.`,
  },
  current,
  since,
})

export const tooManyGuesses = (seconds: number): Trouble => ({
  status: 429,
  code: 'tooManyGuesses',
  words: {
    nl: 'Er zijn van hier te veel links geprobeerd die niet bestaan. Wacht tien minuten en open de link uit de mail opnieuw.',
    en: 'Too many links that do not exist were tried from here. Wait ten minutes and open the link in the mail again.',
  },
  headers: { 'retry-after': String(seconds) },
})

export const unknownOutcome: Trouble = {
  status: 503,
  code: 'unknownOutcome',
  words: {
    nl: 'Het is niet zeker of dit is bewaard. Herhaal het verzoek met dezelfde Idempotency-Key.',
    en: 'It is not certain that this was stored. Repeat the request with the same Idempotency-Key.',
  },
  headers: { 'retry-after': '1' },
}

export const tooBusy: Trouble = {
  status: 503,
  code: 'tooBusy',
  words: {
    nl: 'Het is nu te druk; er is niets bewaard. Herhaal het verzoek met dezelfde Idempotency-Key.',
    en: 'Too busy now; nothing was stored. Repeat the request with the same Idempotency-Key.',
  },
  headers: { 'retry-after': '1' },
}

export const storeFull: Trouble = {
  status: 507,
  code: 'storeFull',
  words: {
    nl: 'Er is geen ruimte meer om te bewaren; er is niets bewaard. Waarschuw de beheerder.',
    en: 'There is no room left to store; nothing was stored. Warn the operator.',
  },
}

export const ourMistake: Trouble = {
  status: 500,
  code: 'internal',
  words: {
    nl: 'Er ging iets mis dat niet aan u ligt. Probeer het later opnieuw.',
    en: 'Something went wrong that is not your doing. Try again later.',
  },
}
