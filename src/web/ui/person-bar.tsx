// Whose record this is: it stays in sight wherever somebody fills in, chooses or sends.
import type { ReactNode } from 'react'
import { ageOn } from '../../domain/person.ts'
import { shortDate } from '../text/dates.ts'
import { texts, useLanguage, useTexts } from '../text/language.tsx'

const words = texts({ years: 'jaar', level: 'Valrisicotest:' }, { years: 'years', level: 'Screening:' })
const levels = texts(
  { low: 'laag', moderate: 'matig', high: 'hoog', undetermined: 'nog niet te bepalen' },
  { low: 'low', moderate: 'moderate', high: 'high', undetermined: 'not to be said yet' },
)

type Shown = {
  readonly details: {
    readonly name: string
    readonly birthDate: string
    readonly city?: string | undefined
    readonly street?: string | undefined
  }
}

export function PersonBar({
  person,
  today,
  label,
  title,
  level,
  under,
  children,
}: {
  readonly person: Shown
  readonly today: string
  readonly label: string
  /** For the tab; the heading says the name. */
  readonly title: string
  readonly level?: string
  /** The page has a heading of its own: then the name is none. */
  readonly under?: true
  readonly children?: ReactNode
}) {
  const t = useTexts(words)
  const l = useTexts(levels)
  const { language } = useLanguage()
  const { name, birthDate, city, street } = person.details
  const whose = `${name}, ${ageOn(birthDate, today)} ${t.years}`
  return (
    <section className="person" aria-label={label}>
      <title>{`${title} - Valpad`}</title>
      {under ? <p className="name">{whose}</p> : <h1>{whose}</h1>}
      <p className="extra">{[shortDate(birthDate, language), street, city].filter(Boolean).join(', ')}</p>
      {level === undefined || level === '' ? null : (
        <p className="mute extra">
          {t.level} <strong>{l[level as keyof typeof l] ?? level}</strong>
        </p>
      )}
      {children === undefined ? null : <div className="end">{children}</div>}
    </section>
  )
}
