// What has not reached the server yet, kept in the browser: a reload or a crash loses none of it, nor does a second window.
import type { Answer } from '../../../domain/answers.ts'
import { type Made, waitingIn } from '../../keep/waiting.ts'
import { noSeal, placeOf } from '../../kept.ts'

/** An answer; a note; a section without findings; that same filling undone. Of one question, or one section, only the last still has to be sent. */
export type Pending = Made &
  (
    | { readonly kind: 'answer'; readonly itemId: string; readonly answer: Answer }
    | { readonly kind: 'note'; readonly itemId: string; readonly text: string }
    | { readonly kind: 'fill' | 'undo'; readonly sectionId: string }
  )

export const noteSubject = (itemId: string): string => `note:${itemId}`

export const subjectOf = (one: Pending): string =>
  one.kind === 'answer' ? one.itemId : one.kind === 'note' ? noteSubject(one.itemId) : `section:${one.sectionId}`

export const pendingOf = (caseId: string, accountId: string, seal = noSeal) =>
  waitingIn<Pending>(placeOf(accountId, caseId, 'answers'), subjectOf, seal)
