// Chosen together: everything that was agreed, the costs to speak of, and the one button that goes on.
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Assignment, CaseFile } from '../../../contract/cases.ts'
import { CommandForm } from '../../command/command-form.tsx'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { FaultInTitle, focusOnce } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { focusLine } from './focus.ts'
import type { Plan } from './plan.ts'
import { words } from './words.ts'

export function Chosen({
  file,
  plan,
  ready,
  who,
}: {
  readonly file: CaseFile
  readonly plan: Plan
  /** Decided on earlier, and not sent yet. */
  readonly ready: readonly Assignment[]
  readonly who: string
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [tried, setTried] = useState(0)
  const { caseId } = file
  const costly = plan.assignments.filter(({ offer }) => offer.deductible)
  const goOn = (): void => {
    if (plan.missing.length > 0) setTried((times) => times + 1)
    else void navigate({ to: '/cases/$caseId/send', params: { caseId } })
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      goOn()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  const said = { goal: () => t.needGoal, choice: () => t.needChoice, reason: t.needReason, instead: t.needInstead }
  return (
    <aside className="panel sticky" aria-labelledby="together">
      <h2 id="together">{t.together}</h2>
      {ready.length + plan.assignments.length + plan.tasks.length === 0 && !plan.own ? (
        <p className="mute">{t.nothing}</p>
      ) : (
        <ul className="seen">
          {plan.own ? <li>{t.own}</li> : null}
          {ready.map(({ assignmentId, name, state }) => (
            <li key={assignmentId}>
              <strong>{name}</strong>
              <br />
              {state.words}
            </li>
          ))}
          {plan.assignments.map(({ code, name, offer }) => (
            <li key={code}>
              <strong>{name}</strong>
              <br />
              {[offer.organisation, offer.start === null ? '' : t.start(shortDate(offer.start, language))]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
          {plan.tasks.map(({ code, name }) => (
            <li key={code}>
              <strong>{name}</strong>
              <br />
              <span className="mute">{t.practice}</span>
            </li>
          ))}
        </ul>
      )}
      {costly.length === 0 ? null : (
        <Note look="warn">
          <p>
            <strong>{t.costs}</strong> {t.costsHow(costly.map(({ name }) => name).join(', '), who)}
          </p>
        </Note>
      )}
      {plan.open.length === 0 ? null : (
        <p className="small mute">
          {t.open(plan.open.length)}{' '}
          {plan.open.map(({ code, name }, index) => (
            <span key={code}>
              {index === 0 ? '' : ', '}
              <button type="button" className="term" onClick={() => focusLine(code)}>
                {name}
              </button>
            </span>
          ))}
        </p>
      )}
      {tried > 0 && plan.missing.length > 0 ? (
        <div className="summary" role="alert" tabIndex={-1} key={tried} ref={focusOnce}>
          <FaultInTitle />
          <h3>{t.fix}</h3>
          <ul>
            {plan.missing.map(({ what, code, name }) => (
              <li key={`${what}.${code}`}>
                <a href={what === 'goal' ? '#goal' : `#line-${code}`} onClick={(event) => toWhat(event, what, code)}>
                  {said[what](name)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Button look="main" id="check" onPress={goOn} shortcut="Alt+S">
        {t.check(ready.length + plan.assignments.length)}
      </Button>
      <NothingNow file={file} />
    </aside>
  )
}

function toWhat(event: { preventDefault: () => void }, what: string, code: string): void {
  event.preventDefault()
  if (what === 'goal') document.getElementById('goal')?.focus()
  else focusLine(code)
}

/** The person decides to begin nothing, or to decide later: both are recorded, with a reason. */
function NothingNow({ file }: { readonly file: CaseFile }) {
  const t = useTexts(words)
  const { hash } = useLocation()
  const [open, setOpen] = useState<'declineByPerson' | 'parkCase' | null>(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const ways = (['declineByPerson', 'parkCase'] as const).flatMap((command) => {
    const one = file.allowed.find((allowed) => allowed.command === command && allowed.subject === 'case')
    return one?.allowed === true && one.how !== null ? [{ command, ifMatch: one.how.ifMatch }] : []
  })
  if (ways.length === 0) return null
  const named = { declineByPerson: t.decline, parkCase: t.park }
  const done = async (): Promise<void> => {
    await queries.invalidateQueries()
    await navigate({ to: '/cases/$caseId', params: { caseId: file.caseId } })
  }
  return (
    <details className="twin" id="nothing-now" open={hash === 'nothing-now' || undefined}>
      <summary>{t.nothingNow}</summary>
      <ul className="stack-tight acts">
        {ways.map(({ command, ifMatch }) => (
          <li key={command}>
            <Button onPress={() => setOpen(open === command ? null : command)} expanded={open === command}>
              {named[command]}
            </Button>
            {open === command ? (
              <div className="act">
                <CommandForm
                  caseId={file.caseId}
                  type={command}
                  ifMatch={ifMatch}
                  words={named[command]}
                  onDone={() => void done()}
                  onCancel={() => setOpen(null)}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
