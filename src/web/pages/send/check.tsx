// The check itself: everything on one page, consent and red flags beside it, and one button that can be pressed again.
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { OfferMatch } from '../../../contract/matching.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { type Choices, chosenFrom } from '../proposal/choices.ts'
import { calledIn, type Loaded } from '../proposal/loaded.ts'
import type { Plan } from '../proposal/plan.ts'
import { type Consent, ConsentPart, mayKnow, noConsent } from './consent.tsx'
import { Broken, Fix, type Missing } from './fix.tsx'
import { Letter } from './letter.tsx'
import { Progress } from './progress.tsx'
import { type ToSend, useReceivers } from './receivers.ts'
import { Sees } from './sees.tsx'
import { type Group, groupOf, groupOfProposed, instead, isDone, type Sending, type Wanted } from './sending.ts'
import { useSending } from './use-sending.ts'
import { What } from './what.tsx'
import { words } from './words.ts'

export function Check({
  loaded: { file, person },
  choices,
  plan,
  decided,
  before,
}: {
  readonly loaded: Loaded
  readonly choices: Choices
  readonly plan: Plan | null
  readonly decided: boolean
  readonly before: Sending | null
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { caseId } = file
  const [consent, setConsent] = useState<Consent>(noConsent)
  const { sending, busy, error, run, retry } = useSending(caseId, before)
  const [tried, setTried] = useState(0)
  // What is being sent does not change under way, though the case does.
  const [fixed] = useState({ file, plan })
  const assignments = fixed.plan?.assignments ?? []
  const receivers = useReceivers(fixed.file, assignments, choices.goal)
  const who = calledIn(language, person.details.sex)
  const all = receivers.data ?? []
  const agreed = all.filter(({ code }) => mayKnow(consent, code))
  const ownWay = fixed.plan?.own === true && !decided
  // Nothing may be known to anybody, and nothing else was decided: there is nothing to send.
  const refused = isRefused(sending, consent, all.length, ownWay)
  const missing = sending === null ? missingIn(consent, all.length, agreed.length, ownWay) : []
  const begin = (): Sending => {
    const { goal } = choices
    const said = { goal, reason: fixed.plan?.reason ?? null, etag: fixed.file.etag, how: consent.how }
    // What was put off is said once: with the first thing that is decided on here.
    const first = ownWay ? null : (agreed.find(({ planned }) => planned !== null)?.code ?? null)
    const putOff = fixed.plan?.notNow ?? []
    return {
      groups: [
        ...(ownWay ? [groupOf({ ...nothingSent, ...said, name: t.own, how: null, notNow: putOff })] : []),
        ...agreed.map((one) => groupFor(one, { ...said, notNow: one.code === first ? putOff : [] })),
      ],
    }
  }
  const go = (): void => {
    if (busy || (sending === null && receivers.data === undefined)) return
    if (missing.length > 0) setTried((times) => times + 1)
    else run(sending ?? begin())
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      go()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  const replace = (group: Group, offer: OfferMatch): void => {
    if (sending === null) return
    retry(async () => {
      const next = await instead(caseId, group, chosenFrom(offer), t.full)
      return { groups: sending.groups.map((one) => (one === group ? next : one)) }
    })
  }
  const drop = (code: string): void => {
    if (sending !== null) run({ groups: sending.groups.filter((group) => group.code !== code) })
  }
  const count = sending === null ? agreed.length : sending.groups.filter((group) => !isDone(group)).length
  const shownCount = sending === null && consent.agreed === null ? all.length : count
  return (
    <Page title={t.title} keepFocus lead={t.lead(all.length)}>
      <div className="with-aside even">
        <div>
          {sending === null ? null : <Progress caseId={caseId} sending={sending} replace={replace} drop={drop} />}
          <What receivers={all} plan={fixed.plan} goal={choices.goal} caseId={caseId} />
          <Shown asked={receivers}>{(found) => <Sees receivers={found} who={who} />}</Shown>
          <div className="exactly">
            {all.map((one) => (
              <Letter receiver={one} caseId={caseId} goal={choices.goal} key={one.code} />
            ))}
          </div>
        </div>
        <aside className="sticky">
          {sending === null && receivers.data !== undefined ? (
            <ConsentPart caseId={caseId} receivers={all} who={who} consent={consent} change={setConsent} />
          ) : null}
          <div className="finish-send stack">
            {tried > 0 && missing.length > 0 ? <Fix missing={missing} key={tried} /> : null}
            {error === null ? null : <Broken error={error} sending={sending !== null} />}
            <p className="btns">
              {refused ? null : (
                <Button look="main" id="send" onPress={go} busy={busy ? t.sending : false} shortcut="Alt+S">
                  {sending === null ? t.send(shownCount) : t.again}
                </Button>
              )}
              {sending === null ? (
                <Link className={buttonClass('quiet')} to="/cases/$caseId/proposal" params={{ caseId }}>
                  {t.back}
                </Link>
              ) : null}
            </p>
            {refused ? null : <p className="mute small">{t.until}</p>}
          </div>
        </aside>
      </div>
    </Page>
  )
}

const isRefused = (sending: Sending | null, { agreed }: Consent, asked: number, ownWay: boolean): boolean =>
  sending === null && asked > 0 && agreed === 'no' && !ownWay

function missingIn({ agreed, how, flagsChecked }: Consent, asked: number, may: number, ownWay: boolean): Missing[] {
  const some = asked > 0
  return [
    ...(some && agreed === null ? (['consent'] as const) : []),
    ...(some && how === null && (agreed === 'yes' || agreed === 'partly') ? (['how'] as const) : []),
    ...(flagsChecked ? [] : (['flags'] as const)),
    ...(some && agreed !== null && may === 0 && !ownWay ? (['some'] as const) : []),
  ]
}

const nothingSent = { code: 'own', kind: 'own', offer: null, domain: 'social' } as const

const groupFor = (
  { code, asked, kind, planned, assignmentId, domain }: ToSend,
  said: Pick<Wanted, 'goal' | 'reason' | 'etag' | 'how' | 'notNow'>,
) =>
  planned === null
    ? groupOfProposed(assignmentId!, code, asked, kind)
    : groupOf({ code, name: asked, kind, offer: planned.offer, domain, ...said })
