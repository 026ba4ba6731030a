// Problems: what every answer that is not a success looks like (RFC 9457), and the codes of those that are not refusals of the rules.
import * as z from 'zod'
import type { Words } from '../domain/words.ts'

export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The same as the end of `type`: for programs. */
  code: z.string(),
  instance: z.string(),
  errors: z.array(
    z.strictObject({
      /** Where the fault was found. */
      in: z.enum(['body', 'query', 'path', 'header']),
      /** JSON pointer (RFC 6901) in that place. */
      pointer: z.string(),
      code: z.string(),
      detail: z.string(),
    }),
  ),
  /** Of what is our mistake: what to name when reporting it; the id in the log ends with it. */
  reference: z.string().optional(),
  /** Of 412: the version there is now. */
  current: z.int().optional(),
  /** Of 412: what happened since the version that was named, in words. */
  since: z.array(z.string()).optional(),
})
export type Problem = z.infer<typeof Problem>

/** By status; what is wrong in this one case stands in `detail`. */
export const problemTitles: { readonly [status: number]: Words } = {
  400: { nl: 'Dit verzoek klopt niet', en: 'This request is not right' },
  401: { nl: 'Niet bekend wie dit vraagt', en: 'Not known who is asking' },
  403: { nl: 'Dit mag u niet', en: 'You may not do this' },
  404: { nl: 'Dit bestaat niet', en: 'This does not exist' },
  409: { nl: 'Dit kan nu niet', en: 'This is not possible now' },
  412: { nl: 'Iemand anders was eerder', en: 'Somebody else was first' },
  413: { nl: 'Dit is te groot', en: 'This is too large' },
  428: { nl: 'Noem de versie die u zag', en: 'Name the version you saw' },
  429: { nl: 'Te veel pogingen', en: 'Too many attempts' },
  500: { nl: 'Er ging bij ons iets mis', en: 'Something went wrong on our side' },
  503: { nl: 'Even geen antwoord', en: 'No answer for a moment' },
  507: { nl: 'Geen ruimte om te bewaren', en: 'No room left to store' },
}

/** The end of `type`, kebab-case: `urn:valpad:problem:not-now`. */
export const problemType = (code: string): string =>
  `urn:valpad:problem:${code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-')}`
