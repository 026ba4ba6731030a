// Sent: what went to whom and by when each answers; the plan to print, the text for the record, the check, and the next person.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { CaseFile } from '../../../contract/cases.ts'
import { getLetter, getPlan, getReport } from '../../../contract/documents.ts'
import { getSummary } from '../../../contract/outgoing.ts'
import type { Person } from '../../../contract/people.ts'
import { call } from '../../api/call.ts'
import { takeAlong } from '../../api/files.ts'
import { caseQuery, personQuery } from '../../api/queries.ts'
import { homeOf } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { longDate, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { DocumentLinks } from '../../ui/document-links.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Empty, Loading, Shown, WentWrong } from '../../ui/states.tsx'
import { BareMain, Steps } from '../proposal/steps.tsx'
import { words } from './words.ts'

export function Done() {
  const t = useTexts(words)
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const file = useQuery(caseQuery(caseId, language))
  const person = useQuery({ ...personQuery(file.data?.personId ?? '', language), enabled: file.data !== undefined })
  const error = file.error ?? person.error
  if (file.data === undefined || person.data === undefined)
    return (
      <BareMain title={t.title}>
        {error === null ? <Loading /> : <WentWrong error={error} again={() => void file.refetch()} />}
      </BareMain>
    )
  return <Sent file={file.data} person={person.data} />
}

/** Prepared, ended or not started is not sent. */
const notSent: ReadonlySet<string> = new Set(['proposed', 'declined', 'withdrawn', 'expired'])
const answerRule = 'TM6'
const checkRule = 'TM8'

function Sent({ file, person }: { readonly file: CaseFile; readonly person: Person }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const sent = file.assignments
    .filter(({ state }) => !notSent.has(state.code))
    .sort((a, b) => Number(a.kind !== 'primary') - Number(b.kind !== 'primary'))
  const own = (file.decision?.['record'] as { readonly way?: string } | undefined)?.way === 'own'
  const clockOf = (assignmentId: string) =>
    file.deadlines.find(({ subject, rule }) => subject === assignmentId && rule === answerRule)
  const last = sent
    .flatMap(({ assignmentId }) => clockOf(assignmentId)?.dueOn ?? [])
    .sort()
    .at(-1)
  const check = file.deadlines.find(({ rule }) => rule === checkRule)
  const { name } = person.details
  const nothing = sent.length === 0 && !own
  return (
    <>
      <PersonBar person={person} today={new Date().toISOString().slice(0, 10)} label={t.about} title={t.tab(name)} under />
      <div className="frame wide">
        <main className="main" id="main">
          <Steps now="done" />
          <Page
            title={nothing ? t.none : sent.length === 0 ? t.decided : t.title}
            lead={last === undefined ? (own ? t.own(name) : undefined) : t.called(name, longDate(last, language))}
          >
            {nothing ? (
              <Empty title={t.noneHow}>
                <Link className={buttonClass('plain')} to="/cases/$caseId/proposal" params={{ caseId: file.caseId }}>
                  {t.toProposal}
                </Link>
              </Empty>
            ) : (
              <div className="with-aside">
                <div>
                  {sent.length === 0 ? null : (
                    <Part id="sent" title={t.sent} count={t.count(sent.length)}>
                      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
                      <section className="scroll" tabIndex={0} aria-labelledby="sent">
                        <table className="table wide-words">
                          <thead>
                            <tr>
                              <th scope="col">{t.what}</th>
                              <th scope="col">{t.whom}</th>
                              <th scope="col">{t.state}</th>
                              <th scope="col">{t.answer}</th>
                              <th scope="col">{t.late}</th>
                            </tr>
                          </thead>
                          <tbody>
                            {sent.map(({ assignmentId, name: asked, state }) => {
                              const clock = clockOf(assignmentId)
                              const any = clock ?? file.deadlines.find(({ subject }) => subject === assignmentId)
                              return (
                                <tr key={assignmentId}>
                                  <th scope="row">{asked}</th>
                                  <td>{holderOf(file, assignmentId)}</td>
                                  <td>{state.words}</td>
                                  <td>
                                    {clock === undefined ? (
                                      <span className="mute">{any?.standsStillBecause ?? t.answered}</span>
                                    ) : (
                                      <strong className="nowrap">{shortDate(clock.dueOn, language)}</strong>
                                    )}
                                  </td>
                                  <td>
                                    {clock?.told.map(({ name: told, words: role }) => (told === '' ? role : told)).join(', ')}
                                  </td>
                                </tr>
                              )
                            })}
                          </tbody>
                        </table>
                      </section>
                    </Part>
                  )}
                  {sent.length === 0 ? null : (
                    <Part id="letters" title={t.letters}>
                      <DocumentLinks
                        documents={sent.flatMap(({ assignmentId, name: asked }) => [
                          { name: t.letter(asked), operation: getLetter, params: { caseId: file.caseId, assignmentId } },
                          { name: t.report(asked), operation: getReport, params: { caseId: file.caseId, assignmentId } },
                        ])}
                      />
                    </Part>
                  )}
                  <ForRecord caseId={file.caseId} assignmentIds={sent.map(({ assignmentId }) => assignmentId)} />
                </div>
                <Now
                  caseId={file.caseId}
                  check={
                    check === undefined
                      ? null
                      : check.opensOn === null
                        ? t.checkOn(longDate(check.dueOn, language))
                        : t.checkBetween(longDate(check.opensOn, language), longDate(check.dueOn, language))
                  }
                />
              </div>
            )}
          </Page>
        </main>
      </div>
    </>
  )
}

/** Whoever has it at the provider, as one of its clocks says. */
const holderOf = ({ deadlines }: CaseFile, assignmentId: string): string =>
  deadlines.find(({ subject, owner }) => subject === assignmentId && owner.code === 'provider')?.owner.name ?? ''

function Now({ caseId, check }: { readonly caseId: string; readonly check: string | null }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const home = homeOf(useSession()?.role ?? '')
  const pdf = useMutation({ mutationFn: () => takeAlong(getPlan, { format: 'pdf' }, { caseId }) })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 'n') return
      event.preventDefault()
      void navigate({ to: home })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, home])
  return (
    <aside className="panel" aria-labelledby="now">
      <h2 id="now">{t.now}</h2>
      <ul className="stack-tight acts">
        <li>
          <Link className={buttonClass('main')} to="/cases/$caseId/plan" params={{ caseId }}>
            <Icon name="print" />
            {t.print}
          </Link>
        </li>
        <li>
          <Button busy={pdf.isPending && t.making} onPress={() => pdf.mutate()}>
            {t.planPdf}
          </Button>
          {pdf.error === null ? null : <WentWrong error={pdf.error} />}
          <p className="told" role="status">
            {pdf.data === undefined ? '' : t.planKept(pdf.data)}
          </p>
        </li>
        <li>
          <Button look="plain" onPress={() => void navigate({ to: home })} shortcut="Alt+N">
            {t.next}
          </Button>
        </li>
        <li>
          <Link className={buttonClass('plain')} to="/cases/$caseId" params={{ caseId }}>
            {t.case}
          </Link>
        </li>
      </ul>
      {check === null ? null : (
        <p className="under">
          <strong>{t.check}</strong>
          <br />
          {check}
        </p>
      )}
    </aside>
  )
}

/** The text for the GP record, copied with one key. */
function ForRecord({ caseId, assignmentIds }: { readonly caseId: string; readonly assignmentIds: readonly string[] }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [copied, setCopied] = useState<'yes' | 'failed' | null>(null)
  const text = useQuery({
    queryKey: ['summary', caseId, assignmentIds, language],
    queryFn: async ({ signal }) => {
      const all = await Promise.all(
        assignmentIds.map(async (assignmentId) => (await call(getSummary, { params: { caseId, assignmentId }, signal })).body),
      )
      return all.map((one) => String(one).trim()).join('\n\n')
    },
    enabled: assignmentIds.length > 0,
  })
  const copy = useCallback((): void => {
    if (text.data === undefined) return
    navigator.clipboard.writeText(text.data).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  }, [text.data])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      copy()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [copy])
  if (assignmentIds.length === 0) return null
  return (
    <Part id="record" title={t.text}>
      <Shown asked={text}>
        {(data) => (
          <>
            <p className="letter for-record">{data}</p>
            <p className="btns under">
              <Button onPress={copy} shortcut="Alt+K">
                {t.copy}
              </Button>
              <span role="status">{copied === null ? '' : copied === 'yes' ? t.copied : t.copyFailed}</span>
            </p>
          </>
        )}
      </Shown>
    </Part>
  )
}
