// Reporting an absence: the days, who stands in, and a short handover.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { planAbsence } from '../../../contract/absences.ts'
import type { Contact } from '../../../contract/contacts.ts'
import { call, newKey } from '../../api/call.ts'
import { useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { ColleagueField, NoteField, refusedAt } from './fields.tsx'
import { words } from './words.ts'

const empty = { fromOn: '', untilOn: '', replacementId: '', note: '' }
type Name = keyof typeof empty

export function AbsenceForm({
  contact,
  everybody,
  onStop,
  onDone,
}: {
  readonly contact: Contact
  readonly everybody: readonly Contact[]
  readonly onStop: () => void
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const { name } = contact.contact
  const [typed, setTyped] = useState(empty)
  const [tried, setTried] = useState(0)
  const save = useMutation({
    mutationFn: async (key: string) => {
      const { accountId } = contact
      const { replacementId, note } = typed
      const days = { fromOn: dayIn(typed.fromOn)!, untilOn: dayIn(typed.untilOn)! }
      await call(planAbsence, { body: { accountId, ...days, replacementId, note }, key })
    },
    onSuccess: () => {
      for (const queryKey of [['absences'], ['contacts']]) void queries.invalidateQueries({ queryKey })
      onDone(t.savedAbsence(name, everybody.find(({ accountId }) => accountId === typed.replacementId)?.contact.name ?? ''))
    },
  })
  const refused = refusedAt(save.error, 'fromOn', 'replacementId')
  const missing = (Object.keys(empty) as Name[]).filter((field) => !isFilled(field, typed[field]))
  const errorOf = (field: Name): string | undefined => (tried > 0 && missing.includes(field) ? t.missing[field] : refused[field])
  const errors = (Object.keys(empty) as Name[]).flatMap((field) => errorOf(field) ?? [])
  const put = (field: Name) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    if (save.error !== null) save.reset()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(tried + 1)
    if (missing.length === 0 && !save.isPending) save.mutate(newKey())
  }
  return (
    <form className="panel stack" noValidate onSubmit={submit} aria-label={t.absenceTitle(name)}>
      <h4>{t.absenceTitle(name)}</h4>
      <p className="mute">{t.absenceHow}</p>
      <ErrorSummary title={t.problems} errors={errors} />
      <div className="row-fields">
        <TextField
          label={t.firstDay}
          hint={t.dayHint}
          width="w8"
          inputMode="numeric"
          error={errorOf('fromOn')}
          value={typed.fromOn}
          onChange={({ target }) => put('fromOn')(target.value)}
        />
        <TextField
          label={t.lastDay}
          hint={t.dayHint}
          width="w8"
          inputMode="numeric"
          error={errorOf('untilOn')}
          value={typed.untilOn}
          onChange={({ target }) => put('untilOn')(target.value)}
        />
      </div>
      <ColleagueField
        label={t.replacement}
        contact={contact}
        everybody={everybody}
        error={errorOf('replacementId')}
        value={typed.replacementId}
        onChange={put('replacementId')}
      />
      <NoteField value={typed.note} error={errorOf('note')} onChange={put('note')} />
      {save.error === null || Object.keys(refused).length > 0 ? null : <WentWrong error={save.error} />}
      <p className="btns">
        <Button look="main" type="submit" busy={save.isPending ? t.saving : false}>
          {t.save}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t.stop}
        </Button>
      </p>
    </form>
  )
}

const isFilled = (field: Name, value: string): boolean =>
  field === 'fromOn' || field === 'untilOn' ? dayIn(value) !== null : value.trim() !== ''
