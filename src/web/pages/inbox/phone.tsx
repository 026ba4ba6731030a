// Phoning: the telephone opens with the number, and the page asks whether somebody was reached.
import { useState } from 'react'
import { say } from '../../status.ts'
import { useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { actOn, useAct } from './act.ts'
import { ActError } from './first.tsx'
import { telOf } from './said.ts'
import { words } from './words.ts'

type Called = { readonly caseId: string; readonly assignmentId: string; readonly etag: string }

/** `logs`: an attempt may be recorded. `asking`: the question stands there without a call from here first. */
export function Phone({
  item,
  name,
  phone,
  logs,
  small = false,
  asking = false,
}: {
  readonly item: Called
  readonly name: string
  readonly phone: string | null
  readonly logs: boolean
  readonly small?: boolean
  readonly asking?: boolean
}) {
  const t = useTexts(words)
  const [called, setCalled] = useState(asking)
  const act = useAct((_, { payload }) => {
    setCalled(asking)
    say(payload['reached'] === true ? t.logged.yes : t.logged.no)
  })
  const tel = telOf(phone)
  const log = (reached: boolean) => act.mutate(actOn(item, 'recordAttempt', { reached }))
  return (
    <>
      {tel === null ? null : (
        <a className={buttonClass('plain', small)} href={tel} onClick={() => setCalled(true)}>
          <Icon name="phone" />
          {t.call}
          {small ? <span className="hide">{name}</span> : <span className="nowrap">{phone}</span>}
        </a>
      )}
      {called && logs ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would break the row of buttons
        <span className="row-of asked" role="group" aria-label={t.called(name)}>
          <span className="small">{t.called(name)}</span>
          <Button small={small} onPress={() => log(true)} busy={act.isPending ? t.accepting : false}>
            {t.reached}
          </Button>
          <Button small={small} onPress={() => log(false)} busy={act.isPending ? t.accepting : false}>
            {t.notReached}
          </Button>
        </span>
      ) : null}
      {act.error === null ? null : (
        <ActError error={act.error} assignmentId={item.assignmentId} again={() => act.mutate(act.variables!)} />
      )}
    </>
  )
}
