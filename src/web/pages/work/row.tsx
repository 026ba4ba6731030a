// One row of work: when, who, what is needed with a second line, and one act.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../text/language.tsx'
import { words } from './words.ts'

export function Row({
  when,
  name,
  age,
  caseId,
  isNew = false,
  need,
  about,
  children,
}: {
  readonly when: ReactNode
  readonly name: string
  readonly age: number | null
  readonly caseId: string
  readonly isNew?: boolean
  readonly need: string
  readonly about: string | null
  /** The act. */
  readonly children: ReactNode
}) {
  const t = useTexts(words)
  return (
    <li>
      {when}
      <p>
        {isNew ? (
          <>
            <span className="new" />
            <span className="hide">{t.isNew}</span>
          </>
        ) : null}
        <Link className="name" to="/cases/$caseId" params={{ caseId }}>
          {name}
        </Link>{' '}
        {age === null ? null : <span className="mute nowrap">{`${age} ${t.years}`}</span>}
      </p>
      <p className="need">
        {need}
        {about === null ? null : <small>{about}</small>}
      </p>
      {children}
    </li>
  )
}

export const Days = ({ n, small, late = false }: { readonly n: number; readonly small: string; readonly late?: boolean }) => {
  const t = useTexts(words)
  return (
    <p className={late ? 'when late' : 'when'}>
      {t.days(n)}
      <small>{small}</small>
    </p>
  )
}
