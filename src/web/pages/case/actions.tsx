// What is possible now, and for what is not the reason; each act with its own form, in place.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Allowed, CaseFile } from '../../../contract/cases.ts'
import type { CommandType } from '../../../domain/commands.ts'
import { CommandForm, type Options } from '../../command/command-form.tsx'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
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
/** Given by other screens, or nobody's to press. */
const hidden: ReadonlySet<string> = new Set(['completeAnalysis', 'proposeFollowUp', 'recordScreening', 'markAssignmentSeen'])

export function Actions({
  file,
  options,
  nameOf,
}: {
  readonly file: CaseFile
  readonly options: { readonly [command: string]: Options }
  readonly nameOf: (subject: string) => string
}) {
  const t = useTexts(words)
  const [open, setOpen] = useState<string | null>(null)
  const queries = useQueryClient()
  const possible = file.allowed.filter(({ allowed, command }) => allowed && !hidden.has(command))
  const refused = file.allowed.filter(
    ({ allowed, command, why, subject }) => !allowed && !hidden.has(command) && why?.code !== 'notYourRole' && subject === 'case',
  )
  const inAnalysis = file.position.some(({ code }) => code === 'analysis')
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const labelOf = ({ words: said, subject }: Allowed): string =>
    subject === 'case' ? capital(said) : `${capital(said)}: ${nameOf(subject)}`
  return (
    <>
      <section className="part" aria-labelledby="can">
        <h2 id="can">{t.can}</h2>
        <ul className="stack-tight acts">
          {inAnalysis ? (
            <li>
              <Link className={buttonClass('main')} to="/cases/$caseId/analysis" params={{ caseId: file.caseId }}>
                {t.analysis}
              </Link>
            </li>
          ) : null}
          {possible.map((one, index) => {
            const id = `${one.command}.${one.subject}`
            const to = elsewhere[one.command]
            if (to !== undefined)
              return (
                <li key={id}>
                  <Link
                    className={buttonClass(index === 0 && !inAnalysis ? 'main' : 'plain')}
                    to={to}
                    params={{ caseId: file.caseId }}
                  >
                    {labelOf(one)}
                  </Link>
                </li>
              )
            return (
              <li key={id}>
                <Button onPress={() => setOpen(open === id ? null : id)} expanded={open === id}>
                  {labelOf(one)}
                </Button>
                {open === id && one.how !== null ? (
                  <div className="panel act">
                    <CommandForm
                      caseId={file.caseId}
                      type={one.command as CommandType}
                      {...(one.subject === 'case' ? {} : { assignmentId: one.subject })}
                      ifMatch={one.how.ifMatch}
                      words={capital(one.words)}
                      options={options[one.command] ?? {}}
                      onDone={() => {
                        setOpen(null)
                        void queries.invalidateQueries()
                      }}
                      onCancel={() => setOpen(null)}
                    />
                  </div>
                ) : null}
              </li>
            )
          })}
        </ul>
      </section>
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

export const useNames = (file: CaseFile): ((subject: string) => string) => {
  useLanguage()
  return (subject) => file.assignments.find(({ assignmentId }) => assignmentId === subject)?.name ?? subject
}
