// What the address of a case says: of which kind the happenings are that its timeline shows.
import * as z from 'zod'
import { eventKinds } from '../../../contract/event-kinds.ts'

export const CaseSearch = z.object({ kind: z.enum(eventKinds).optional().catch(undefined) })
export type CaseSearch = z.infer<typeof CaseSearch>
