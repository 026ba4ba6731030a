// A red flag: which one, in whole sentences, what to do first, and who is told.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choices, Field } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { capital } from '../inbox/said.ts'
import { words } from './words.ts'

type Flag = NonNullable<InboxAssignment['reports']>['redFlags'][number]

export function FlagForm({
  item,
  flags,
  onDone,
  onCancel,
}: {
  readonly item: InboxAssignment
  readonly flags: readonly Flag[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const t = useTexts(words)
  const [flag, setFlag] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [key] = useState(newKey)
  const [name] = useState(() => `flag-${crypto.randomUUID()}`)
  const send = useMutation({
    mutationFn: () => {
      const payload = { flag: flag!, ...(note.trim() === '' ? {} : { note: note.trim() }) }
      return give({ caseId: item.caseId, type: 'raiseRedFlag', payload, key })
    },
    onSuccess: onDone,
  })
  const chosen = flags.find(({ code }) => code === flag)
  const error = tried && flag === null ? t.chooseFlag : undefined
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (flag !== null) send.mutate()
      }}
    >
      <ErrorSummary title={t.problems} errors={error === undefined ? [] : [`${t.whichFlag}: ${error}`]} />
      <Choices
        label={t.whichFlag}
        error={error}
        name={name}
        options={flags.map(({ code, words: said }) => ({ value: code, words: capital(said) }))}
        value={flag}
        onChange={setFlag}
      />
      {chosen === undefined ? null : (
        <Note look="bad">
          <p>
            <strong>{t.flagFirst[chosen.urgency]}</strong>
          </p>
          {chosen.holds ? <p>{t.flagThen}</p> : null}
        </Note>
      )}
      <Field label={t.flagNote} optional>
        {({ id }) => <textarea className="area" id={id} value={note} onChange={({ target }) => setNote(target.value)} />}
      </Field>
      {send.error === null ? null : <WentWrong error={send.error} again={() => send.mutate()} />}
      <p className="btns">
        <Button type="submit" look="danger" busy={send.isPending ? t.busy : false}>
          {t.flagSend}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}
