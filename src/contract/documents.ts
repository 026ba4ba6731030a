// Documents as data: what stands on the paper, part by part. Page, screen and PDF are drawn from the same.
import * as z from 'zod'
import { AssignmentId, Id } from '../domain/commands.ts'
import { type PictureName, pictures } from '../domain/pictures.ts'
import { CasePath, day, instant, operation, sentence } from './operation.ts'

/** Plain text, text that stands out, or a telephone number: that never breaks and can be called. */
const Run = z.union([z.string(), z.strictObject({ strong: z.string() }), z.strictObject({ phone: z.string() })])
export type Run = z.infer<typeof Run>
const Line = z.array(Run)
export type Line = z.infer<typeof Line>

const pictureNames = Object.keys(pictures) as [PictureName]

const Step = z.strictObject({ picture: z.enum(pictureNames).nullable(), title: sentence, lines: z.array(Line) })
export type Step = z.infer<typeof Step>

/** The squares of a QR code: `size` across, and one path that draws the dark ones. */
const Qr = z.strictObject({ size: z.int(), path: z.string() })
export type Qr = z.infer<typeof Qr>

const Block = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('lines'), lines: z.array(Line) }),
  /** The person's own words, as they were said. */
  z.strictObject({ is: z.literal('own'), text: z.string() }),
  /** Room to write on paper. */
  z.strictObject({ is: z.literal('room'), lines: z.int() }),
  z.strictObject({ is: z.literal('steps'), large: z.boolean(), steps: z.array(Step) }),
  z.strictObject({ is: z.literal('list'), items: z.array(sentence) }),
  z.strictObject({ is: z.literal('pairs'), pairs: z.array(z.strictObject({ label: sentence, lines: z.array(sentence) })) }),
  z.strictObject({
    is: z.literal('table'),
    caption: sentence,
    /** Empty rows to write in come after these. */
    head: z.array(sentence),
    rows: z.array(z.array(sentence)),
    blank: z.int(),
  }),
  z.strictObject({ is: z.literal('code'), words: sentence, code: z.string(), how: sentence, about: sentence, qr: Qr }),
])
export type Block = z.infer<typeof Block>

export const PaperDocument = z.strictObject({
  title: sentence,
  language: z.enum(['nl', 'en']),
  /** For the older adult: large type, clear letters. For professionals: one size smaller. */
  reader: z.enum(['person', 'professional']),
  wide: z.boolean(),
  /** Above the title, and on the right of it. */
  above: sentence,
  beside: sentence,
  parts: z.array(
    z.strictObject({
      title: sentence,
      /** Begins a page of its own where there is room for that. */
      apart: z.boolean(),
      blocks: z.array(Block),
    }),
  ),
})
export type PaperDocument = z.infer<typeof PaperDocument>

/** How a document is asked for: as data for a screen, as a page, or to print. */
const format = z.enum(['json', 'html', 'pdf']).default('json')
const query = z.strictObject({ format })
const mediaTypes = ['application/json', 'text/html', 'application/pdf']
const AssignmentPath = z.strictObject({ caseId: Id, assignmentId: AssignmentId })
const shared = { method: 'GET', tag: 'documents', query, mediaTypes } as const

/** What came in by the code: somebody cannot come. */
const Told = z.strictObject({ assignmentId: z.string(), what: sentence, on: day, at: instant })

export const Plan = z.strictObject({
  document: PaperDocument,
  /** The code that opens it at home; null: none was made, or it is over. */
  code: z.strictObject({ code: z.string(), address: z.string(), expiresOn: day, tries: z.int() }).nullable(),
  told: z.array(Told),
})
export type Plan = z.infer<typeof Plan>

export const getPlan = operation({
  operationId: 'getPlan',
  path: '/v1/cases/{caseId}/plan',
  ...shared,
  words: { nl: 'Mijn plan: wat de oudere op papier krijgt', en: 'My plan: what the older adult gets on paper' },
  params: CasePath,
  answer: Plan,
})

export const PlanCode = z.strictObject({ code: z.string(), address: z.string(), expiresOn: day })
export type PlanCode = z.infer<typeof PlanCode>

export const makePlanCode = operation({
  operationId: 'makePlanCode',
  method: 'POST',
  path: '/v1/cases/{caseId}/plan-codes',
  tag: 'documents',
  words: {
    nl: 'Een code maken waarmee de oudere het plan thuis opent; een eerdere code geldt dan niet meer',
    en: 'Make a code by which the older adult opens the plan at home; an earlier code is over then',
  },
  params: CasePath,
  body: z.strictObject({}),
  example: {},
  idempotencyKey: true,
  status: 201,
  answer: PlanCode,
})

export const getInvitation = operation({
  operationId: 'getInvitation',
  path: '/v1/cases/{caseId}/invitation',
  ...shared,
  words: { nl: 'De uitnodiging voor de valrisicotest', en: 'The invitation to the fall-risk test' },
  params: CasePath,
  answer: PaperDocument,
})

export const getLetter = operation({
  operationId: 'getLetter',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}/letter',
  ...shared,
  words: {
    nl: 'De verwijsbrief: woord voor woord wat de ontvanger ziet',
    en: 'The referral letter: word for word what the receiver sees',
  },
  params: AssignmentPath,
  answer: PaperDocument,
})

/** As it will be once the choice is sent: nothing is recorded by it. */
export const previewLetter = operation({
  operationId: 'previewLetter',
  method: 'POST',
  path: '/v1/cases/{caseId}/letters',
  tag: 'documents',
  words: {
    nl: 'De verwijsbrief zoals die wordt, bij een keuze die nog niet is vastgelegd',
    en: 'The referral letter as it will be, of a choice that is not recorded yet',
  },
  params: CasePath,
  body: z.strictObject({
    /** The intervention or the follow-up. */
    code: Id,
    offerId: Id.optional(),
    providerId: Id.optional(),
    domain: z.enum(['care', 'social']).optional(),
    goal: z.string().trim().min(1).max(4000).optional(),
  }),
  example: { code: 'inBalans', domain: 'social' },
  answer: PaperDocument,
})

export const getReport = operation({
  operationId: 'getReport',
  path: '/v1/cases/{caseId}/assignments/{assignmentId}/report',
  ...shared,
  words: { nl: 'De terugkoppeling van een opdracht, voor het dossier', en: 'The report back of an assignment, for the record' },
  params: AssignmentPath,
  answer: PaperDocument,
})

/** For people, beside the operations: a form in, HTML out. */
export const planPage = '/p/{code}'
/** Crockford's base 32: no I, L, O or U. */
export const PlanCodeText = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)
