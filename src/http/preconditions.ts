// Idempotency-Key and If-Match: what they must look like, and which version they name.
import type { PlacedFault } from './problems.ts'

/** Visible ASCII, as a header can hold it. */
export const isKey = (header: unknown): header is string => typeof header === 'string' && /^[!-~]{1,200}$/.test(header)

/** `"<id>.<version>"`; what may stand behind it tells apart answers that differ in more than their version. */
export function tagIn(header: unknown): { readonly id: string; readonly version: number } | null {
  const match = typeof header === 'string' ? /^"([A-Za-z0-9_-]{1,64})\.(\d{1,15})(?:\.[0-9a-f]{8})?"$/.exec(header.trim()) : null
  return match === null ? null : { id: match[1]!, version: Number(match[2]) }
}

/** Whether `If-None-Match` names `tag`; a list, a weak tag and a star count too. */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => {
    const named = one.trim().replace(/^W\//, '')
    return named === tag || named === '*'
  })

export const wrongKey: PlacedFault = {
  in: 'header',
  at: '/idempotency-key',
  code: 'idempotencyKey',
  words: {
    nl: 'Stuur de header Idempotency-Key: 1 tot en met 200 zichtbare ASCII-tekens, voor elk nieuw verzoek een andere.',
    en: 'Send the header Idempotency-Key: 1 to 200 visible ASCII characters, another one for each new request.',
  },
}

export const wrongTag = (shape: string): PlacedFault => ({
  in: 'header',
  at: '/if-match',
  code: 'ifMatch',
  words: {
    nl: `If-Match noemt één versie, precies zoals die gegeven is: ${shape}.`,
    en: `If-Match names one version, exactly as it was given: ${shape}.`,
  },
})
