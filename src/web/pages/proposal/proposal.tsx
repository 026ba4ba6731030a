// The proposal: the person's own goal first, then every line with why and local offers. Nurse and person decide together.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo } from 'react'
import type { CaseFile } from '../../../contract/cases.ts'
import { say } from '../../status.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { Note } from '../../ui/note.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { AssumedPart, HowPart, NotProposedPart } from './background.tsx'
import { type Answer, type Choices, interventionIn, type UseChoices, useChoices } from './choices.ts'
import { Chosen } from './chosen.tsx'
import { focusFirstOpen } from './focus.ts'
import { ProposalLine } from './line.tsx'
import { proposalIn } from './lines.ts'
import { calledIn, type Explained, type Loaded, useLoaded } from './loaded.ts'
import { planOf } from './plan.ts'
import { BareMain, Steps } from './steps.tsx'
import { words } from './words.ts'

export function Proposal() {
  const t = useTexts(words)
  const loaded = useLoaded()
  if (loaded.data === undefined)
    return (
      <BareMain title={t.title}>
        <Shown asked={loaded}>{() => null}</Shown>
      </BareMain>
    )
  return (
    <Shown asked={loaded}>
      {(data) => (
        <Around loaded={data}>
          <Stage loaded={data} />
        </Around>
      )}
    </Shown>
  )
}

function Around({ loaded: { person }, children }: { readonly loaded: Loaded; readonly children: ReactNode }) {
  const t = useTexts(words)
  const { name } = person.details
  return (
    <>
      <PersonBar person={person} today={new Date().toISOString().slice(0, 10)} label={t.about} title={t.tab(name)} under />
      <div className="frame wide">
        <main className="main" id="main">
          <Steps now="proposal" />
          {children}
        </main>
      </div>
    </>
  )
}

/** What there is to decide, or why nothing can be. */
function Stage({ loaded }: { readonly loaded: Loaded }) {
  const t = useTexts(words)
  const { file, explained } = loaded
  const { caseId } = file
  const mayDecide = allowedIn(file, 'recordDecision')
  const nothing = explained === null || explained.assessment.primary.length + explained.assessment.followUps.length === 0
  if (file.stage.code === 'closed')
    return (
      <Page title={t.title}>
        <Empty title={t.closed}>
          <p>{mayDecide.why}</p>
          <Link className={buttonClass('plain')} to="/cases/$caseId" params={{ caseId }}>
            {t.toCase}
          </Link>
        </Empty>
      </Page>
    )
  if (nothing)
    return (
      <Page title={t.title}>
        <Held file={file} flags={[]} />
        <Empty title={t.notYet}>
          <p>{t.notYetHow}</p>
          <Link
            className={buttonClass('main')}
            to={file.position.some(({ code }) => code === 'analysis') ? '/cases/$caseId/analysis' : '/cases/$caseId'}
            params={{ caseId }}
          >
            {file.position.some(({ code }) => code === 'analysis') ? t.toAnalysis : t.toCase}
          </Link>
        </Empty>
      </Page>
    )
  return <Together loaded={loaded} explained={explained} />
}

function Together({ loaded, explained }: { readonly loaded: Loaded; readonly explained: Explained }) {
  const { choices, change } = useChoices(loaded.file.caseId)
  if (choices === null) return <div aria-busy="true" />
  return <Decide loaded={loaded} explained={explained} choices={choices} change={change} />
}

function Decide({
  loaded,
  explained,
  choices,
  change,
}: {
  readonly loaded: Loaded
  readonly explained: Explained
  readonly choices: Choices
  readonly change: UseChoices['change']
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { file, person } = loaded
  const proposal = useMemo(() => proposalIn(loaded, explained, language), [loaded, explained, language])
  const decision = allowedIn(file, 'recordDecision')
  const follow = allowedIn(file, 'proposeFollowUp')
  const decided = !decision.allowed && file.decision !== null
  const readOnly = !decision.allowed && !(decided && follow.allowed)
  const interventions = proposal.lines.filter(({ form }) => form !== 'followUp').map(({ code }) => code)
  const chosen = interventionIn(choices, interventions)
  const ready = file.assignments.filter(({ state }) => state.code === 'proposed')
  const plan = planOf(proposal, choices, decided, ready.length > 0)
  const who = calledIn(language, person.details.sex)
  useEffect(() => {
    // Whoever was sent to a part of this page begins there.
    const part = document.querySelector<HTMLElement>('#nothing-now[open] summary')
    if (part !== null) part.focus()
    else if (!readOnly) focusFirstOpen()
    return () => say('')
  }, [readOnly])
  const answer = (code: string, next: Answer): void => {
    const rival = next === 'do' && interventions.includes(code)
    change((now) => ({
      ...now,
      answers: {
        // One intervention at a time: the other proposals are no choice any more.
        ...Object.fromEntries(
          Object.entries(now.answers).filter(([other]) => !rival || !isRival(now, interventions, other, code)),
        ),
        [code]: next,
      },
      ...(rival ? { instead: null } : {}),
    }))
    say(t.kept)
  }
  const setGoal = (goal: string): void => {
    change((now) => ({ ...now, goal }))
    say(t.kept)
  }
  const level = levelOf(explained.assessment.risk)
  const nameOf = (code: string): string => [...proposal.lines, ...proposal.not].find((one) => one.code === code)?.name ?? t.own
  return (
    <Page
      title={t.title}
      keepFocus={!readOnly}
      lead={
        <>
          <Level level={level} words={t.level[level]} /> {t.by(proposal.reasons.join('; '))}
        </>
      }
    >
      <Held file={file} flags={proposal.flags} />
      {decided ? (
        <Note>
          <p>
            <strong>{t.decided}</strong> {follow.allowed ? t.decidedHow : ''}
          </p>
        </Note>
      ) : readOnly ? (
        <Note look="warn">
          <p>
            <strong>{t.readOnly}</strong> {decision.why}
          </p>
        </Note>
      ) : null}
      <div className="with-aside decide">
        <div>
          <section className="part" aria-labelledby="goal-label">
            <h2 id="goal-label">
              <label htmlFor="goal">{t.goal(who)}</label>
            </h2>
            <p className="hint" id="goal-hint">
              {t.goalHint}
            </p>
            <textarea
              className="area goal"
              id="goal"
              aria-describedby="goal-hint"
              aria-required
              maxLength={4000}
              readOnly={readOnly || decided}
              value={decided ? goalIn(file) : choices.goal}
              onChange={({ target }) => setGoal(target.value)}
            />
          </section>
          <Part id="proposed" title={t.proposed} count={t.inOrder(proposal.lines.length)} aside={<a href="#how">{t.how}</a>}>
            {readOnly ? null : <p className="small mute no-print">{t.keys}</p>}
            <ol className="choices">
              {proposal.lines.map((line, index) => {
                const isRivalLine = line.form !== 'followUp' && chosen !== null && choices.answers[line.code] === undefined
                return (
                  <ProposalLine
                    key={line.code}
                    caseId={file.caseId}
                    line={line}
                    rank={index + 1}
                    choices={choices}
                    change={change}
                    answer={answer}
                    takenBy={decided && line.form !== 'followUp' ? nameOf(decidedOn(file)) : isRivalLine ? nameOf(chosen) : null}
                    others={proposal.not}
                    readOnly={readOnly}
                    open={plan.open.some(({ code }) => code === line.code)}
                  />
                )
              })}
            </ol>
          </Part>
          <AssumedPart assumed={proposal.assumed} notes={proposal.notes} />
          <NotProposedPart not={proposal.not} />
          <HowPart explained={explained} pathway={file.pathway} />
        </div>
        {readOnly ? null : <Chosen file={file} plan={plan} ready={ready} who={who} />}
      </div>
    </Page>
  )
}

const isRival = (now: Choices, interventions: readonly string[], other: string, code: string): boolean =>
  other !== code && interventions.includes(other) && now.answers[other] === 'do'

/** While a red flag is held nothing goes on; who must release it is said by name. */
function Held({ file, flags }: { readonly file: CaseFile; readonly flags: readonly string[] }) {
  const t = useTexts(words)
  const held = file.position.find(({ region, code }) => region === 'safety' && code === 'held')
  if (held === undefined && flags.length === 0) return null
  const clock = file.deadlines.find(({ rule }) => rule.startsWith('TM4'))
  const who = [clock?.owner.name ?? '', held?.owner.words ?? clock?.owner.words ?? ''].filter(Boolean).join(', ')
  return (
    <div className="flag held">
      <h3>
        <Icon name="flag" />
        {t.held}
      </h3>
      <div className="body">
        {flags.map((flag) => (
          <p key={flag}>{flag}</p>
        ))}
        {held === undefined ? null : (
          <p>
            <strong>{t.heldHow(capital(who))}</strong>
          </p>
        )}
      </div>
    </div>
  )
}

const allowedIn = (file: CaseFile, command: string): { allowed: boolean; why: string } => {
  const one = file.allowed.find((allowed) => allowed.command === command && allowed.subject === 'case')
  return { allowed: one?.allowed === true, why: one?.why?.words ?? '' }
}

const recordOf = (file: CaseFile) => (file.decision?.['record'] ?? {}) as { readonly [field: string]: unknown }
const goalIn = (file: CaseFile): string => String(recordOf(file)['goal'] ?? '')
const decidedOn = (file: CaseFile): string => String(recordOf(file)['intervention'] ?? '')
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const levelOf = (risk: string): LevelName => (risk === 'low' || risk === 'moderate' || risk === 'high' ? risk : 'undetermined')
