// Draft answers of an analysis: one at a time, with the revision that was seen; two people's answers stand beside each other.
import * as z from 'zod'
import { Answer } from '../domain/answers.ts'
import { Id } from '../domain/commands.ts'
import { CasePath, instant, operation, sentence } from './operation.ts'

const ItemId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
/** Of the sender's making; sent again it does nothing again. */
const operationId = Id
/** What the sender saw of the own answer; 0: none yet. */
const revision = z.int().min(0)

const GivenAnswer = z.strictObject({
  actorId: z.string(),
  actorName: z.string(),
  answer: Answer,
  revision: z.int(),
  at: instant,
  /** `entered`, `shortcut`, or `chosen` where somebody settled a difference. */
  provenance: z.string(),
})

const GivenNote = z.strictObject({
  actorId: z.string(),
  actorName: z.string(),
  /** Empty: it was taken away. */
  text: z.string(),
  revision: z.int(),
  at: instant,
})

export const AnsweredItem = z.strictObject({
  itemId: z.string(),
  section: z.string(),
  words: sentence,
  /** None: somebody only wrote a note. */
  answers: z.array(GivenAnswer),
  /** Written beside the question, by whom. For who does the analysis, never for a provider. */
  notes: z.array(GivenNote),
  /** Two people said something different: somebody has to choose. */
  disputed: z.boolean(),
  /** Somebody said yes to a question about a red flag: to be raised at once, not with the end of the analysis. */
  redFlag: z.strictObject({ flag: z.string(), command: z.literal('raiseRedFlag') }).nullable(),
})
export type AnsweredItem = z.infer<typeof AnsweredItem>

export const Draft = z.strictObject({
  caseId: Id,
  instrument: z.string(),
  items: z.array(AnsweredItem),
  sections: z.array(z.strictObject({ section: z.string(), words: sentence, status: z.string() })),
  complete: z.boolean(),
  completeExtended: z.boolean(),
  /** Names of domains, sections and items that still have to be handled. */
  open: z.array(z.strictObject({ id: z.string(), words: sentence })),
})
export type Draft = z.infer<typeof Draft>

const ofAnswers = { tag: 'answers' } as const

export const getAnswers = operation({
  operationId: 'getAnswers',
  method: 'GET',
  path: '/v1/cases/{caseId}/analyses/answers',
  ...ofAnswers,
  words: { nl: 'De antwoorden van de valanalyse tot nu toe', en: 'The answers of the fall analysis so far' },
  params: CasePath,
  answer: Draft,
})

export const putAnswer = operation({
  operationId: 'putAnswer',
  method: 'PUT',
  path: '/v1/cases/{caseId}/analyses/answers/{itemId}',
  ...ofAnswers,
  words: { nl: 'Eén antwoord bewaren', en: 'Save one answer' },
  params: z.strictObject({ caseId: Id, itemId: ItemId }),
  body: z.strictObject({ operationId, revision, answer: Answer }),
  example: { operationId: 'op-1', revision: 0, answer: { is: 'given', value: 'no', source: 'person' } },
  answer: AnsweredItem,
})

export const putNote = operation({
  operationId: 'putNote',
  method: 'PUT',
  path: '/v1/cases/{caseId}/analyses/notes/{itemId}',
  ...ofAnswers,
  words: { nl: 'De eigen notitie bij een vraag bewaren', en: 'Save the own note beside a question' },
  params: z.strictObject({ caseId: Id, itemId: ItemId }),
  /** An empty text takes the note away. */
  body: z.strictObject({ operationId, revision, text: z.string().trim().max(500) }),
  example: { operationId: 'op-5', revision: 0, text: 'Loopt binnen zonder rollator.' },
  answer: AnsweredItem,
})

export const chooseAnswer = operation({
  operationId: 'chooseAnswer',
  method: 'POST',
  path: '/v1/cases/{caseId}/analyses/answers/_choose',
  ...ofAnswers,
  words: { nl: 'Kiezen tussen twee verschillende antwoorden', en: 'Choose between two different answers' },
  params: CasePath,
  body: z.strictObject({
    operationId,
    itemId: ItemId,
    /** Whose answer counts. */
    chosen: Id,
    /** The revision that was seen of each answer, by whose it is. */
    revisions: z.record(z.string().max(64), z.int().min(1)),
  }),
  example: { operationId: 'op-2', itemId: 'redFlags.RF01', chosen: 'nurse-1', revisions: { 'nurse-1': 1, 'gp-1': 1 } },
  answer: AnsweredItem,
})

const SectionPath = z.strictObject({ caseId: Id, sectionId: ItemId })
export const Shortcut = z.strictObject({ section: z.string(), items: z.array(z.string()) })

export const noFindings = operation({
  operationId: 'noFindings',
  method: 'POST',
  path: '/v1/cases/{caseId}/analyses/sections/{sectionId}/_no-findings',
  ...ofAnswers,
  words: { nl: 'Een onderdeel zonder bijzonderheden invullen', en: 'Fill a section as without findings' },
  params: SectionPath,
  body: z.strictObject({ operationId }),
  example: { operationId: 'op-3' },
  answer: Shortcut,
})

export const undoNoFindings = operation({
  operationId: 'undoNoFindings',
  method: 'POST',
  path: '/v1/cases/{caseId}/analyses/sections/{sectionId}/_undo',
  ...ofAnswers,
  words: { nl: 'Dat invullen ongedaan maken', en: 'Undo that filling' },
  params: SectionPath,
  body: z.strictObject({ operationId }),
  example: { operationId: 'op-4' },
  answer: Shortcut,
})
