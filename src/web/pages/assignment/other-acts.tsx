// Everything else that the server allows now, and for what it does not allow the reason.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getContact, listContacts } from '../../../contract/contacts.ts'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import type { CommandType } from '../../../domain/commands.ts'
import { call } from '../../api/call.ts'
import { CommandForm, type Options } from '../../command/command-form.tsx'
import { useSession } from '../../session.ts'
import { say } from '../../status.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { capital, sentences } from '../inbox/said.ts'
import { ActButton, type ActName, commandsOf } from './acts.tsx'
import { words } from './words.ts'

/** Asked elsewhere on the page, or by the path of the assignment itself. */
const asked: ReadonlySet<string> = new Set(['recordAttempt', 'acceptAssignment'])
const notAsked: { readonly [command: string]: { readonly [field: string]: unknown } } = { putOnWaitingList: { runId: undefined } }
/** With a form of their own. */
const own: { readonly [command: string]: ActName | undefined } = {
  declineAssignment: 'decline',
  planStart: 'planAgain',
  checkRedFlags: 'flags',
  startAssignment: 'start',
  recordSession: 'session',
  completeAssignment: 'complete',
  stopAssignmentEarly: 'stop',
  reportAssignment: 'report',
}

export function OtherActs({ item, shown }: { readonly item: InboxAssignment; readonly shown: readonly ActName[] }) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState<string | null>(null)
  const options = useColleagues(open === 'handOverAssignment', item)
  const there = new Set<string>(commandsOf(shown))
  const possible = item.allowed.filter(
    ({ allowed, command }) =>
      allowed && !there.has(command) && !asked.has(command) && !(command === 'checkRedFlags' && item.state.code === 'planned'),
  )
  const refused = item.allowed.filter(({ allowed, why }) => !allowed && why?.code !== 'notYourRole')
  return (
    <>
      {possible.length === 0 ? null : (
        <>
          <h3 className="also">{t.other}</h3>
          <ul className="acts others">
            {possible.map(({ command, words: said, how }) => (
              <li key={command}>
                {own[command] === undefined ? (
                  <Button onPress={() => setOpen(open === command ? null : command)} expanded={open === command}>
                    {capital(said)}
                  </Button>
                ) : (
                  <ActButton item={item} act={own[command]} />
                )}
                {open === command && how !== null ? (
                  <div className="panel act">
                    <CommandForm
                      caseId={item.caseId}
                      type={command as CommandType}
                      assignmentId={item.assignmentId}
                      ifMatch={how.ifMatch}
                      words={capital(said)}
                      options={options}
                      fixed={notAsked[command] ?? {}}
                      onDone={() => {
                        setOpen(null)
                        say(t.done)
                        void queries.invalidateQueries()
                      }}
                      onCancel={() => setOpen(null)}
                    />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length === 0 ? null : (
        <details className="twin">
          <summary>{`${t.cannot} (${refused.length})`}</summary>
          <ul className="seen">
            {refused.map(({ command, words: said, why }) => (
              <li key={command}>
                {capital(said)}
                <br />
                <span className="mute small">{sentences([why?.words ?? ''])}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Colleagues who can take it over, asked for only when somebody wants to. */
function useColleagues(wanted: boolean, { holder }: InboxAssignment): Options {
  const me = useSession()?.accountId ?? ''
  const mine = useQuery({
    queryKey: ['colleagues', me],
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const { contact } = (await call(getContact, { params: { accountId: me }, signal })).body
      return (await call(listContacts, { query: { organisationId: contact.organisationId, limit: 100 }, signal })).body.items
    },
  })
  const others = mine.data?.filter(({ accountId }) => accountId !== holder.accountId) ?? []
  return { to: others.map(({ accountId, contact }) => ({ value: accountId, words: contact.name })) }
}
