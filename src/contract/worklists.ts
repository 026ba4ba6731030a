// Worklists: one line per case, the most urgent first.
import * as z from 'zod'
import { Id } from '../domain/commands.ts'
import { stageWords } from '../domain/stage.ts'
import { operation, Page, pageOf, sentence } from './operation.ts'
import { WorkAct } from './work-act.ts'

const ownerCode = z.string().regex(/^[A-Za-z]{1,40}$/)

export const WorklistLine = z.strictObject({
  caseId: Id,
  personId: Id,
  /** Null for who coordinates: that is done without names. */
  personName: z.string().nullable(),
  /** Whole years today. */
  age: z.int().nullable(),
  practiceId: z.string(),
  municipality: z.string(),
  stage: z.string(),
  stageWords: z.string(),
  owner: z.string(),
  ownerWords: z.string(),
  level: z.string().nullable(),
  nextDueAt: z.string().nullable(),
  nextRule: z.string().nullable(),
  /** What is awaited next, in words. */
  awaited: z.string().nullable(),
  held: z.boolean(),
  /** What is needed now, in one sentence. */
  need: sentence,
  /** Why, by whom or since when: a second line. */
  about: sentence.nullable(),
  act: WorkAct,
})
export type WorklistLine = z.infer<typeof WorklistLine>

export const getWorklist = operation({
  operationId: 'getWorklist',
  method: 'GET',
  path: '/v1/worklists',
  tag: 'worklists',
  words: {
    nl: 'De werklijst: wie is aan zet, en wanneer; een rode vlag eerst',
    en: 'The worklist: whose move it is, and by when; a red flag first',
  },
  query: z.strictObject({
    owner: ownerCode.optional(),
    /** With `owner`: who is held by a red flag too, whoever's move that is. */
    held: z.enum(['also']).optional(),
    stage: z.enum(Object.keys(stageWords) as [keyof typeof stageWords, ...(keyof typeof stageWords)[]]).optional(),
    municipality: z
      .string()
      .regex(/^GM\d{4}$/)
      .optional(),
    ...Page,
  }),
  answer: pageOf(WorklistLine),
})

const Count = z.strictObject({ code: z.string(), words: z.string(), count: z.int() })

/** Where everybody is: of the own practice, or for who coordinates of the region. Stages and states without anybody are there too. */
export const StageCounts = z.strictObject({
  whose: z.enum(['practice', 'region']),
  cases: z.array(Count),
  held: z.int(),
  assignments: z.array(Count),
})
export type StageCounts = z.infer<typeof StageCounts>

export const getStageCounts = operation({
  operationId: 'getStageCounts',
  method: 'GET',
  path: '/v1/worklists/counts',
  tag: 'worklists',
  words: { nl: 'Hoeveel mensen in elke stap zijn, zonder namen', en: 'How many people are at each step, without names' },
  answer: StageCounts,
})

/** How much waits behind a place of the menu, for who asks: no names, and none of who asks has no such work. */
export const MenuCounts = z.strictObject({
  places: z.array(z.strictObject({ place: z.enum(['work', 'inbox', 'coverage']), count: z.int(), more: z.boolean() })),
})
export type MenuCounts = z.infer<typeof MenuCounts>

export const getMenuCounts = operation({
  operationId: 'getMenuCounts',
  method: 'GET',
  path: '/v1/menu-counts',
  tag: 'worklists',
  words: { nl: 'Hoeveel er wacht achter elke plaats van het menu', en: 'How much waits behind each place of the menu' },
  answer: MenuCounts,
})
