// What a provider meets along the way: a red flag, a new fall, a measurement. Told at once, whatever state the assignment is in.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import type { CommandType } from '../../../domain/commands.ts'
import { CommandForm } from '../../command/command-form.tsx'
import { say } from '../../status.ts'
import { plainNumber, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { capital, sentences } from '../inbox/said.ts'
import { FlagForm } from './flag-form.tsx'
import { words } from './words.ts'

export function Reports({
  item,
  id,
  level,
}: {
  readonly item: InboxAssignment
  readonly id: string
  readonly level: 'h2' | 'h3'
}) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState<string | null>(null)
  const { reports } = item
  if (reports === null) return null
  const possible = reports.allowed.filter(({ allowed }) => allowed)
  const refused = reports.allowed.filter(({ allowed, why }) => !allowed && why?.code !== 'notYourRole')
  if (possible.length === 0 && refused.length === 0) return null
  const Heading = level
  const done = (): void => {
    setOpen(null)
    say(t.done)
    void queries.invalidateQueries()
  }
  return (
    <section className={level === 'h2' ? 'part' : undefined} aria-labelledby={id}>
      <Heading id={id}>{t.met}</Heading>
      <p className="mute">{t.metHow(item.referrer.name)}</p>
      <ul className="acts others">
        {possible.map(({ command, how }) => (
          <li key={command}>
            <Button onPress={() => setOpen(open === command ? null : command)} expanded={open === command}>
              {t.metAs[command as keyof typeof t.metAs]}
            </Button>
            {open !== command || how === null ? null : (
              <div className="panel act">
                {command === 'raiseRedFlag' ? (
                  <FlagForm item={item} flags={reports.redFlags} onDone={done} onCancel={() => setOpen(null)} />
                ) : (
                  <CommandForm
                    caseId={item.caseId}
                    type={command as CommandType}
                    ifMatch={how.ifMatch}
                    words={t.metSend}
                    options={{
                      measure: reports.measures.map((one) => ({ value: one.code, words: `${one.words} (${one.unit})` })),
                    }}
                    fixed={command === 'reportFall' ? { flag: undefined } : {}}
                    onDone={done}
                    onCancel={() => setOpen(null)}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {refused.map(({ command, why }) => (
        <p className="small mute" key={command}>
          {sentences([`${t.metAs[command as keyof typeof t.metAs]}: ${why?.words ?? ''}`])}
        </p>
      ))}
      <Measured item={item} />
    </section>
  )
}

/** At the start and at the end, where something was measured. */
function Measured({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const known = (item.reports?.measures ?? []).filter(({ start, end }) => start !== null || end !== null)
  if (known.length === 0) return null
  const shown = (one: { readonly value: number; readonly on: string } | null): string =>
    one === null ? t.notYet : `${plainNumber(one.value, language)} (${shortDate(one.on, language)})`
  return (
    <dl className="facts measured-so-far">
      {known.map(({ code, words: said, unit, start, end }) => [
        <dt key={`${code}.name`}>{`${capital(said)}, ${unit}`}</dt>,
        <dd key={`${code}.values`}>{t.startAndEnd(shown(start), shown(end))}</dd>,
      ])}
    </dl>
  )
}
