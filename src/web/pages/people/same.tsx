// Perhaps the same person: what is typed beside who is here already, field by field, before somebody is added twice.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findPeople } from '../../../contract/people.ts'
import type { PersonDetails } from '../../../domain/person.ts'
import { call } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { addressOf, usePersonAct } from './person-row.tsx'
import { words } from './words.ts'

type Typed = Partial<Pick<PersonDetails, 'name' | 'street' | 'postcode' | 'city' | 'phone'>>

/** People of this practice who were born on the same day. */
export function Same({ birthDate, typed }: { readonly birthDate: string | null; readonly typed: Typed }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [differs, setDiffers] = useState<string | null>(null)
  const same = useQuery({
    queryKey: ['people', birthDate],
    queryFn: async ({ signal }) => (await call(findPeople, { body: { q: birthDate!, limit: 5 }, signal })).body.items,
    enabled: birthDate !== null,
  })
  const people = same.data ?? []
  if (birthDate === null || differs === birthDate || people.length === 0) return null
  const rows = [
    { label: t.name, now: typed.name ?? '', of: ({ name }: PersonDetails) => name },
    { label: t.birthDate, now: shortDate(birthDate, language), of: (one: PersonDetails) => shortDate(one.birthDate, language) },
    { label: t.where, now: addressOf(typed), of: addressOf },
    { label: t.phone, now: typed.phone ?? '', of: ({ phone }: PersonDetails) => phone ?? '' },
  ]
  return (
    <Note look="warn" alert>
      <p>
        <strong>{t.same}</strong> {t.sameHow}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t.same}>
        <table className="table wide-words">
          <thead>
            <tr>
              <td />
              <th scope="col">{t.typed}</th>
              {people.map(({ personId }) => (
                <th scope="col" key={personId}>
                  {t.known}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, now, of }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{now}</td>
                {people.map(({ personId, details }) => (
                  <td key={personId}>{of(details)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t.act}</th>
              <td />
              {people.map(({ personId }) => (
                <td key={personId}>
                  <ThisOne personId={personId} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <Button small onPress={() => setDiffers(birthDate)}>
        {t.differs}
      </Button>
    </Note>
  )
}

function ThisOne({ personId }: { readonly personId: string }) {
  const { act, error } = usePersonAct(personId)
  return (
    <>
      {act}
      {error === null ? null : <WentWrong error={error} doing />}
    </>
  )
}
