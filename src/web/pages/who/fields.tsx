// What the forms of absence and leaving share: the colleague who takes over, the note, and where a refusal belongs.
import { useQuery } from '@tanstack/react-query'
import type { Contact } from '../../../contract/contacts.ts'
import { isRefusal } from '../../api/call.ts'
import { organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { words } from './words.ts'

export function ColleagueField({
  label,
  contact,
  everybody,
  value,
  error,
  onChange,
}: {
  readonly label: string
  /** Whose work it is. */
  readonly contact: { readonly accountId: string; readonly contact: { readonly organisationId: string } }
  readonly everybody: readonly Contact[]
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const organisations = useQuery(organisationsQuery(language))
  const coalitions = (organisations.data ?? [])
    .filter(({ organisation }) => organisation.kind === 'coalition')
    .map(({ organisationId }) => organisationId)
  const others = everybody.filter(({ accountId, leftOn }) => accountId !== contact.accountId && leftOn === null)
  const own = others.filter((one) => one.contact.organisationId === contact.contact.organisationId)
  const named = (people: readonly Contact[]) =>
    people.map((one) => ({ value: one.accountId, words: `${one.contact.name}, ${one.roleWords}` }))
  const groups = [
    { title: t.colleagues, options: named(own) },
    {
      title: t.coalition,
      options: named(others.filter((one) => !own.includes(one) && coalitions.includes(one.contact.organisationId))),
    },
  ]
  return <Combobox label={label} error={error} empty={t.choose} groups={groups} value={value} onChange={onChange} />
}

export function NoteField({
  value,
  error,
  onChange,
}: {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}) {
  const t = useTexts(words)
  return (
    <Field label={t.noteLabel} hint={t.noteHint} error={error}>
      {({ id, describedBy, invalid }) => (
        <textarea
          className="area"
          id={id}
          maxLength={2000}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** Refusals that are about the days; every other one of these rules is about who takes over. */
const aboutDays: readonly string[] = ['absenceOver', 'overlappingAbsence', 'leftAlready']
const aboutColleague: readonly string[] = [
  'replacedByOneself',
  'replacementDisabled',
  'replacementLeaves',
  'replacementElsewhere',
  'replacedInACircle',
  'lastCoordinator',
  'contactAndDeputy',
]

/** By field, what the server would not take; `days` and `colleague` are what the form calls them. */
export function refusedAt(error: unknown, days: string, colleague: string): { readonly [field: string]: string } {
  if (!isRefusal(error)) return {}
  const { code, detail, errors } = error.problem
  if (aboutDays.includes(code)) return { [days]: detail }
  if (aboutColleague.includes(code)) return { [colleague]: detail }
  return Object.fromEntries(errors.map((fault) => [fault.pointer.split('/')[1] ?? '', fault.detail]))
}
