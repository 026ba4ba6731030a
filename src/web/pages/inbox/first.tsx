// A colleague was first: what happened in the meantime, and who has it now.
import { useQuery } from '@tanstack/react-query'
import { isRefusal } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { assignmentQuery } from './queries.ts'
import { capital } from './said.ts'
import { words } from './words.ts'

export const isStale = (error: unknown): boolean => isRefusal(error) && error.problem.status === 412

/** Any error of an act on an assignment. */
export const ActError = ({
  error,
  assignmentId,
  again,
}: {
  readonly error: unknown
  readonly assignmentId: string
  readonly again?: () => void
}) =>
  isStale(error) ? (
    <First error={error} assignmentId={assignmentId} />
  ) : (
    <WentWrong error={error} {...(again === undefined || isRefusal(error) ? {} : { again })} />
  )

function First({ error, assignmentId }: { readonly error: unknown; readonly assignmentId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const now = useQuery({ ...assignmentQuery(assignmentId, language), retry: false })
  const since = isRefusal(error) ? (error.problem.since ?? []) : []
  return (
    <Note look="warn" alert>
      <p>
        <strong>{t.firstTitle}</strong>
      </p>
      <p>{t.firstHow}</p>
      <ul>
        {since.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may have happened twice
          <li key={index}>{`${capital(one)}.`}</li>
        ))}
        {now.data === undefined ? null : <li>{t.nowWith(capital(now.data.state.words), now.data.holder.name)}</li>}
        {now.error === null ? null : <li>{t.gone}</li>}
      </ul>
    </Note>
  )
}
