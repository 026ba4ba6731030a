// Check and send: what was chosen on this device is checked and goes out; or why there is nothing to send.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseFile } from '../../../contract/cases.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { keptChoices, noChoices } from '../proposal/choices.ts'
import { proposalIn } from '../proposal/lines.ts'
import { type Loaded, useLoaded } from '../proposal/loaded.ts'
import { type Plan, planOf } from '../proposal/plan.ts'
import { BareMain, Steps } from '../proposal/steps.tsx'
import { Check } from './check.tsx'
import { proposedIn } from './receivers.ts'
import { keptSending } from './sending.ts'
import { words } from './words.ts'

export function Send() {
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
        <>
          <PersonBar
            person={data.person}
            today={new Date().toISOString().slice(0, 10)}
            label={t.about}
            title={t.tab(data.person.details.name)}
            under
          />
          <div className="frame wide">
            <main className="main" id="main">
              <Steps now="send" />
              <Kept loaded={data} />
            </main>
          </div>
        </>
      )}
    </Shown>
  )
}

/** What was chosen on this device, and a sending that was cut off. */
function Kept({ loaded }: { readonly loaded: Loaded }) {
  const { language } = useLanguage()
  const { file, explained } = loaded
  const mine = useQuery({
    queryKey: ['kept', file.caseId],
    queryFn: async () => ({ choices: await keptChoices(file.caseId), sending: await keptSending(file.caseId) }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (mine.data === undefined) return <div aria-busy="true" />
  const { choices, sending } = mine.data
  const decided = isRefused(file, 'recordDecision') !== null && file.decision !== null
  const plan = explained === null ? null : planOf(proposalIn(loaded, explained, language), choices ?? noChoices, decided)
  const mayNot = isRefused(file, 'proposeFollowUp')
  const some = sending !== null || proposedIn(file).length > 0 || hasSome(plan)
  if (mayNot !== null || !some) return <Nothing file={file} mayNot={mayNot} />
  return <Check loaded={loaded} choices={choices ?? noChoices} plan={plan} decided={decided} before={sending} />
}

function Nothing({ file, mayNot }: { readonly file: CaseFile; readonly mayNot: string | null }) {
  const t = useTexts(words)
  const title = mayNot === null ? t.empty : file.stage.code === 'closed' ? t.closed : t.readOnly
  return (
    <Page title={t.title}>
      <Empty title={title}>
        <p>{mayNot ?? t.emptyHow}</p>
        <Link
          className={buttonClass('plain')}
          to={mayNot === null ? '/cases/$caseId/proposal' : '/cases/$caseId'}
          params={{ caseId: file.caseId }}
        >
          {mayNot === null ? t.toProposal : t.toCase}
        </Link>
      </Empty>
    </Page>
  )
}

const hasSome = (plan: Plan | null): boolean => plan !== null && (plan.assignments.length > 0 || plan.own)

/** Why not, in the server's words; null: it is allowed. */
const isRefused = (file: CaseFile, command: string): string | null =>
  file.allowed.find((one) => one.command === command && one.subject === 'case' && !one.allowed)?.why?.words ?? null
