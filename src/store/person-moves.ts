// When a person changes practice or municipality, the lines of the worklist go along.
import { type Builder, type Statement, statement } from './store.ts'

export const moveDrawnLines = (
  build: Builder,
  personId: string,
  place: { readonly practice_id: string; readonly municipality: string },
): Statement[] => [
  statement(build.updateTable('worklist').set(place).where('person_id', '=', personId)),
  statement(build.updateTable('assignment').set(place).where('person_id', '=', personId)),
]
