// What is possible now, and for what is not the reason; each act with its own form, in place.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Allowed, CaseFile } from '../../../contract/cases.ts'
import type { CommandType } from '../../../domain/commands.ts'
import { CommandForm } from '../../command/command-form.tsx'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Loading } from '../../ui/states.tsx'
import { consentText } from '../send/sending.ts'
import { Correction } from './correction.tsx'
import { type CaseKnowledge, optionsFor } from './options.ts'
import { Reopen } from './reopen.tsx'
import { words } from './words.ts'

/** Acts with a screen of their own. */
const elsewhere: {
  readonly [command: string]: '/cases/$caseId/screening' | '/cases/$caseId/proposal' | '/cases/$caseId/send' | undefined
} = {
  startScreening: '/cases/$caseId/screening',
  recordScreening: '/cases/$caseId/screening',
  recordDecision: '/cases/$caseId/proposal',
  proposeFollowUp: '/cases/$caseId/proposal',
  sendAssignment: '/cases/$caseId/send',
}
/** What may have to be said at any moment, and what ends something: apart from the next steps, so that these are not looked for. */
const reports: ReadonlySet<string> = new Set<CommandType>([
  'raiseRedFlag',
  'reportFall',
  'recordMeasurement',
  'correctFact',
  'giveConsent',
  'answerFallsDiary',
])
const ends: ReadonlySet<string> = new Set<CommandType>([
  'declineByPerson',
  'withdrawConsent',
  'recordEnd',
  'parkCase',
  'closeCase',
  'pauseAssignment',
  'stopAssignmentEarly',
  'withdrawAssignment',
])
const groupOf = ({ command }: Allowed): 'steps' | 'reports' | 'ends' =>
  reports.has(command) ? 'reports' : ends.has(command) ? 'ends' : 'steps'

/** Given by other screens, or nobody's to press. */
const hidden: ReadonlySet<string> = new Set(['completeAnalysis', 'proposeFollowUp', 'recordScreening', 'markAssignmentSeen'])

/** What is the same every time: the text that is read aloud. */
const fixed: { readonly [command: string]: { readonly [field: string]: unknown } } = { giveConsent: { textVersion: consentText } }

export function Actions({
  file,
  knowledge,
  age,
  nameOf,
}: {
  readonly file: CaseFile
  /** Undefined while it is on its way. */
  readonly knowledge: CaseKnowledge | undefined
  readonly age: number | null
  readonly nameOf: (subject: string) => string
}) {
  const t = useTexts(words)
  const [open, setOpen] = useState<string | null>(null)
  const queries = useQueryClient()
  const possible = file.allowed.filter(({ allowed, command }) => allowed && !hidden.has(command))
  const refused = file.allowed.filter(
    ({ allowed, command, why, subject }) => !allowed && !hidden.has(command) && why?.code !== 'notYourRole' && subject === 'case',
  )
  const done = (): void => {
    setOpen(null)
    void queries.invalidateQueries()
  }
  const inAnalysis = file.position.some(({ code }) => code === 'analysis')
  const labelOf = ({ words: said, subject }: Allowed): string =>
    subject === 'case' ? capital(said) : `${capital(said)}: ${nameOf(subject)}`
  const of = (group: ReturnType<typeof groupOf>) => possible.filter((one) => groupOf(one) === group)
  const row = (one: Allowed, main: boolean) => {
    const id = `${one.command}.${one.subject}`
    const to = elsewhere[one.command]
    if (to !== undefined)
      return (
        <li key={id}>
          <Link className={buttonClass(main ? 'main' : 'plain')} to={to} params={{ caseId: file.caseId }}>
            {labelOf(one)}
          </Link>
        </li>
      )
    return (
      <li key={id}>
        <Button onPress={() => setOpen(open === id ? null : id)} expanded={open === id}>
          {labelOf(one)}
        </Button>
        {open === id ? (
          <div className="panel act">
            <Act file={file} act={one} knowledge={knowledge} onDone={done} onCancel={() => setOpen(null)} />
          </div>
        ) : null}
      </li>
    )
  }
  const steps = of('steps')
  const reopens = 'reopen' in file.links
  const group = (name: 'reports' | 'ends') =>
    of(name).length === 0 ? null : (
      <section className="part" aria-labelledby={`can-${name}`}>
        <h2 id={`can-${name}`}>{t[name]}</h2>
        <ul className="stack-tight acts">{of(name).map((one) => row(one, false))}</ul>
      </section>
    )
  return (
    <>
      {steps.length === 0 && !inAnalysis && !reopens ? null : (
        <section className="part" aria-labelledby="can">
          <h2 id="can">{t.can}</h2>
          <ul className="stack-tight acts">
            {reopens ? <Reopen caseId={file.caseId} age={age} /> : null}
            {inAnalysis ? (
              <li>
                <Link className={buttonClass('main')} to="/cases/$caseId/analysis" params={{ caseId: file.caseId }}>
                  {t.analysis}
                </Link>
              </li>
            ) : null}
            {steps.map((one, index) => row(one, index === 0 && !inAnalysis))}
          </ul>
        </section>
      )}
      {group('reports')}
      {group('ends')}
      {refused.length === 0 ? null : (
        <details className="twin">
          <summary>
            {t.cannot} ({refused.length})
          </summary>
          <ul className="seen">
            {refused.map((one) => (
              <li key={`${one.command}.${one.subject}`}>
                {labelOf(one)}
                <br />
                <span className="mute small">{one.why?.words}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type ActProps = {
  readonly file: CaseFile
  readonly act: Allowed
  readonly knowledge: CaseKnowledge | undefined
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The form of one act; it waits for the pathway, which knows the choices. */
function Act({ file, act: { command, subject, how, words: said }, knowledge, onDone, onCancel }: ActProps) {
  const { language } = useLanguage()
  if (how === null) return null
  if (knowledge === undefined) return <Loading lines={3} />
  const shared = { caseId: file.caseId, ifMatch: how.ifMatch, onDone, onCancel }
  if (command === 'correctFact') return <Correction {...shared} facts={file.facts} rules={knowledge.rules} />
  return (
    <CommandForm
      {...shared}
      type={command as CommandType}
      {...(subject === 'case' ? {} : { assignmentId: subject })}
      words={capital(said)}
      options={optionsFor(file, knowledge, language)[command] ?? {}}
      fixed={fixed[command] ?? {}}
    />
  )
}

export const useNames = (file: CaseFile): ((subject: string) => string) => {
  useLanguage()
  return (subject) => file.assignments.find(({ assignmentId }) => assignmentId === subject)?.name ?? subject
}
