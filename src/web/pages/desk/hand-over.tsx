// Handing over the work of somebody who is not there any more: from the row, to a colleague there or somebody of the coalition.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { reassignContact } from '../../../contract/absences.ts'
import type { DeskLine } from '../../../contract/coordinator-desk.ts'
import { call, newKey } from '../../api/call.ts'
import { contactsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Shown } from '../../ui/states.tsx'
import { ColleagueField, NoteField, refusedAt } from '../who/fields.tsx'
import { InPlace } from '../who/in-place.tsx'
import { words } from './words.ts'

export type Gone = NonNullable<Extract<DeskLine, { kind: 'leaver' }>['gone']>
type Props = { readonly gone: Gone; readonly onDone: (said: string) => void }

export function HandOver({ gone, onDone }: Props) {
  const t = useTexts(words)
  const id = useId()
  const [open, setOpen] = useState(false)
  const stop = (): void => {
    setOpen(false)
    document.getElementById(id)?.focus()
  }
  return (
    <>
      <Button id={id} label={`${t.handOver}: ${gone.name}`} expanded={open} onPress={() => setOpen(!open)}>
        {t.handOver}
      </Button>
      {open ? (
        <div className="whole">
          <To gone={gone} onDone={onDone} onStop={stop} />
        </div>
      ) : null}
    </>
  )
}

const empty = { to: '', note: '' }
const fields = ['to', 'note'] as const
type Name = (typeof fields)[number]

function To({ gone, onDone, onStop }: Props & { readonly onStop: () => void }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { accountId, name, organisationId } = gone
  const everybody = useQuery(contactsQuery({}, language))
  const [typed, setTyped] = useState(empty)
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: async (key: string) => {
      await call(reassignContact, { params: { accountId }, body: typed, key })
    },
    onSuccess: () => {
      const to = everybody.data?.find((one) => one.accountId === typed.to)
      onDone(t.handedOver(name, to?.contact.name ?? ''))
    },
  })
  // Whatever is refused here, it is about who takes it.
  const refused = refusedAt(save.error, 'to', 'to')
  const missing = fields.filter((field) => typed[field].trim() === '')
  const errorOf = (field: Name): string | undefined => (tried && missing.includes(field) ? t.missing[field] : refused[field])
  const put = (field: Name) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    if (save.error !== null) save.reset()
  }
  const add = (): void => {
    setTried(true)
    if (missing.length === 0 && !save.isPending) save.mutate(newKey())
  }
  return (
    <Shown asked={everybody} lines={3}>
      {(contacts) => (
        <InPlace
          title={t.handOverTitle(name)}
          problems={t.problems}
          errors={fields.flatMap((field) => errorOf(field) ?? [])}
          failure={Object.keys(refused).length > 0 ? null : save.error}
          add={t.handOver}
          adding={save.isPending ? t.handingOver : false}
          stop={t.stop}
          fromTitle
          onAdd={add}
          onStop={onStop}
        >
          <p className="mute">{t.handOverHow}</p>
          <ColleagueField
            label={t.handOverTo}
            contact={{ accountId, contact: { organisationId } }}
            everybody={contacts}
            error={errorOf('to')}
            value={typed.to}
            onChange={put('to')}
          />
          <NoteField value={typed.note} error={errorOf('note')} onChange={put('note')} />
        </InPlace>
      )}
    </Shown>
  )
}
