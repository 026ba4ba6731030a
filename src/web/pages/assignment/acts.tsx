// The acts of a provider: a button each, and the little form that it needs opens under it.
import { useState } from 'react'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import type { CommandType } from '../../../domain/commands.ts'
import { say } from '../../status.ts'
import { useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { actOn, useAct } from '../inbox/act.ts'
import { DeclineForm } from '../inbox/decline.tsx'
import { ActError } from '../inbox/first.tsx'
import { EndForm } from './end-form.tsx'
import { words } from './words.ts'

const commands = {
  accept: 'acceptAssignment',
  decline: 'declineAssignment',
  giveBack: 'declineAssignment',
  plan: 'planStart',
  planAgain: 'planStart',
  flags: 'checkRedFlags',
  start: 'startAssignment',
  session: 'recordSession',
  complete: 'completeAssignment',
  stop: 'stopAssignmentEarly',
  report: 'reportAssignment',
} as const satisfies { readonly [act: string]: CommandType }
export type ActName = keyof typeof commands

export const canDo = ({ allowed }: InboxAssignment, act: ActName): boolean =>
  allowed.some((one) => one.command === commands[act] && one.allowed)

/** The commands that a station offers. */
export const commandsOf = (acts: readonly ActName[]): readonly CommandType[] => acts.map((act) => commands[act])

type ActProps = { readonly item: InboxAssignment; readonly act: ActName; readonly look?: 'main' | 'plain' }

export function ActButton({ item, act, look = 'plain' }: ActProps) {
  const t = useTexts(words)
  const [open, setOpen] = useState(false)
  const accept = useAct(() => say(t.done))
  const label = { ...t, flags: t.flags, plan: t.plan }[act]
  if (act === 'accept')
    return (
      <div>
        <Button
          look={look}
          onPress={() => accept.mutate(actOn(item, 'acceptAssignment', { placeConfirmed: true }))}
          busy={accept.isPending ? t.busy : false}
        >
          {label}
        </Button>
        {accept.error === null ? null : (
          <ActError error={accept.error} assignmentId={item.assignmentId} again={() => accept.mutate(accept.variables!)} />
        )}
      </div>
    )
  return (
    <div>
      <Button look={look} onPress={() => setOpen(!open)} expanded={open}>
        {label}
      </Button>
      {open ? (
        <div className="panel under">
          <FormFor item={item} act={act} close={() => setOpen(false)} />
        </div>
      ) : null}
    </div>
  )
}

type FormProps = { readonly item: InboxAssignment; readonly act: ActName; readonly close: () => void }

function FormFor({ item, act, close }: FormProps) {
  const t = useTexts(words)
  switch (act) {
    case 'accept':
      return null
    case 'decline':
      return <DeclineForm item={item} onCancel={close} onDone={close} />
    case 'giveBack':
      return <DeclineForm item={item} start="notReached" onCancel={close} onDone={close} />
    case 'plan':
    case 'planAgain':
      return (
        <DayForm item={item} act={act} close={close} label={t.startsOn} send={[{ words: t.plan, payload: {} }]} asks="startsOn" />
      )
    case 'start':
      return <DayForm item={item} act={act} close={close} label={t.on} send={[{ words: t.start, payload: {} }]} />
    case 'session':
      return (
        <DayForm
          item={item}
          act={act}
          close={close}
          label={t.on}
          send={[
            { words: t.was, payload: { attended: true } },
            { words: t.wasNot, payload: { attended: false } },
          ]}
        />
      )
    case 'flags':
      return (
        <>
          <p>{t.flagsAsk}</p>
          <p>{t.flagsFound(item.referrer.name)}</p>
          <DayForm
            item={item}
            act={act}
            close={close}
            label={t.on}
            send={[{ words: t.flagsNone, payload: { nothingFound: true } }]}
          />
        </>
      )
    case 'complete':
    case 'stop':
    case 'report':
      return <EndForm item={item} way={act} close={close} />
  }
}

type Sent = { readonly words: string; readonly payload: { readonly [name: string]: unknown } }

/** A day, and a button for each answer. `asks`: the payload has the day itself; else it is when it happened, today when left out. */
function DayForm({
  item,
  act,
  close,
  label,
  send,
  asks,
}: FormProps & { readonly label: string; readonly send: readonly Sent[]; readonly asks?: 'startsOn' }) {
  const t = useTexts(words)
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const given = useAct(() => {
    say(t.done)
    close()
  })
  const empty = day.trim() === ''
  const fault = empty ? (asks === undefined ? null : t.required) : dayIn(day) === null ? t.wrongDay : null
  const give = ({ payload }: Sent): void => {
    setTried(true)
    if (fault !== null) return
    const on = empty ? {} : { [asks ?? 'occurredOn']: dayIn(day) }
    given.mutate(actOn(item, commands[act], { ...payload, ...on }))
  }
  const error = tried && fault !== null ? fault : undefined
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        give(send[0]!)
      }}
    >
      <ErrorSummary title={t.problems} errors={error === undefined ? [] : [`${label}: ${error}`]} />
      <TextField
        label={label}
        hint={asks === undefined ? t.onHint : t.wrongDay.replace(/^.* (\S+)$/, '$1')}
        error={error}
        optional={asks === undefined}
        width="w8"
        inputMode="numeric"
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      {given.error === null ? null : (
        <ActError error={given.error} assignmentId={item.assignmentId} again={() => given.mutate(given.variables!)} />
      )}
      <p className="btns">
        {send.map((one, index) => (
          <Button
            key={one.words}
            type={index === 0 ? 'submit' : 'button'}
            {...(index === 0 ? {} : { onPress: () => give(one) })}
            busy={given.isPending ? t.busy : false}
          >
            {one.words}
          </Button>
        ))}
        <Button look="quiet" onPress={close}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}
