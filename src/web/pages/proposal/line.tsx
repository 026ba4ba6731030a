// One line of the proposal: what, why, how sure, who pays; do it, not now or something else, each with its key; then the local offers.
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { getCaseOffers, type OfferMatch } from '../../../contract/matching.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Shown } from '../../ui/states.tsx'
import { type Answer, type Choices, chosenFrom, ownWay } from './choices.ts'
import { focusBeside, focusNextOpen, focusWithin } from './focus.ts'
import type { Evidence, Line, NotProposed } from './lines.ts'
import { fittingIn, Offers } from './offers.tsx'
import { Instead, WhyNot } from './reasons.tsx'
import { words } from './words.ts'

export type LineProps = {
  readonly caseId: string
  readonly line: Line
  readonly rank: number
  readonly choices: Choices
  readonly change: (next: (now: Choices) => Choices) => void
  readonly answer: (code: string, answer: Answer) => void
  /** The intervention that was chosen already, so that this one needs no answer. */
  readonly takenBy: string | null
  /** What else there is, for something else than proposed. */
  readonly others: readonly NotProposed[]
  readonly readOnly: boolean
  readonly open: boolean
}

const answersOf = ['do', 'not', 'other'] as const

export function ProposalLine(props: LineProps) {
  const { caseId, line, rank, choices, change, answer, takenBy, others, readOnly, open } = props
  const t = useTexts(words)
  const { language } = useLanguage()
  const id = useId()
  const given = choices.answers[line.code]
  const wanted = given === 'do' ? line.code : given === 'other' && line.form !== 'followUp' ? choices.instead : null
  const code = wanted === ownWay ? null : wanted
  const takeFirst = useRef(false)
  const offers = useQuery({
    queryKey: ['offers', caseId, code, language],
    queryFn: async ({ signal }) => (await call(getCaseOffers, { params: { caseId }, query: { code: code! }, signal })).body,
    enabled: code !== null && !readOnly,
  })
  const choose = (offer: OfferMatch, advance: boolean): void => {
    change((now) => ({ ...now, offers: { ...now.offers, [code!]: chosenFrom(offer) } }))
    if (advance) focusNextOpen(line.code)
  }
  /** Enter: the first offer, unless one was chosen; then on. */
  const goOn = (): void => {
    if (code !== null && choices.offers[code] === undefined && offers.data === undefined) {
      takeFirst.current = true
      return
    }
    const [first] = code === null || choices.offers[code] !== undefined || offers.data === undefined ? [] : fittingIn(offers.data)
    if (first === undefined) focusNextOpen(line.code)
    else choose(first, true)
  }
  useEffect(() => {
    if (!takeFirst.current || offers.data === undefined) return
    takeFirst.current = false
    goOn()
  })
  const take = (next: Answer): void => {
    answer(line.code, next)
    if (next === 'not') focusWithin(line.code, '[data-reason] input')
    if (next === 'other') focusWithin(line.code, '[data-instead]')
  }
  const report = (): void => document.querySelector<HTMLElement>(`[data-line="${line.code}"] [data-gap]`)?.click()
  const acts: { readonly [key: string]: (() => void) | undefined } = {
    1: () => take('do'),
    2: () => take('not'),
    3: () => take('other'),
    Enter: goOn,
    ArrowDown: () => focusBeside(line.code, 1),
    ArrowUp: () => focusBeside(line.code, -1),
    m: report,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const nameOf = (one: string): string => others.find(({ code: other }) => other === one)?.name ?? line.name
  return (
    <li className="choice" data-line={line.code} data-open={open ? 'yes' : 'no'} id={`line-${line.code}`}>
      <span className="rank" aria-hidden="true">
        {rank}
      </span>
      <div>
        <div className="top-line">
          <h3 id={id}>{line.name}</h3>
          {readOnly || takenBy !== null ? null : (
            <div className="answers" role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown}>
              {answersOf.map((one, index) => (
                <label className="answer" key={one}>
                  <input
                    type="radio"
                    name={`answer-${line.code}`}
                    checked={given === one}
                    onChange={() => answer(line.code, one)}
                  />
                  <span>{t[one]}</span>
                  <kbd aria-hidden="true">{index + 1}</kbd>
                </label>
              ))}
            </div>
          )}
        </div>
        {line.form === 'alternative' ? (
          <p className="small mute">
            {t.also}, {t.alsoHow}
          </p>
        ) : null}
        <Why line={line} />
        {takenBy === null ? null : <p className="mute">{t.taken(takenBy)}</p>}
        {takenBy !== null ? null : (
          <>
            {given === 'not' ? <WhyNot code={line.code} choices={choices} change={change} /> : null}
            {given === 'other' ? <Instead line={line} choices={choices} change={change} others={others} /> : null}
            {code === null ? null : (
              <Shown asked={offers} lines={3}>
                {(found) => (
                  <Offers found={found} name={nameOf(code)} code={code} chosen={choices.offers[code]?.offerId} choose={choose} />
                )}
              </Shown>
            )}
          </>
        )}
      </div>
    </li>
  )
}

function Why({ line }: { readonly line: Line }) {
  const t = useTexts(words)
  const within = line.within === null ? '' : `, ${t.within(line.within.amount, t.units(line.within.unit, line.within.amount))}`
  return (
    <>
      <p className="why">
        {line.because.length === 0 ? null : `${t.because} ${line.because.join('; ')}. `}
        {line.rule.id === line.code ? null : (
          <span className="small mute nowrap">
            {t.rule} {line.rule.id}
          </span>
        )}
      </p>
      {line.why === null ? null : <p className="why mute">{line.why}</p>}
      <dl className="facts">
        {line.form === 'followUp' ? null : (
          <>
            <dt>{t.sure}</dt>
            <dd>{line.evidence === null ? t.notKnown : <Sure evidence={line.evidence} />}</dd>
          </>
        )}
        {line.payer === null ? null : (
          <>
            <dt>{t.pays}</dt>
            <dd>{line.payer}</dd>
          </>
        )}
        {line.who === null ? null : (
          <>
            <dt>{t.who}</dt>
            <dd>
              {line.who}
              {within}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** One short sentence; who wants to know finds the figures, the source and whether anybody read it. */
function Sure({ evidence: { short, whole } }: { readonly evidence: Evidence }) {
  const t = useTexts(words)
  return (
    <>
      {t.studied(short)}
      <details className="sure">
        <summary>{t.sureMore}</summary>
        <ul>
          {whole.map(({ words: said, source, status }) => (
            <li key={said}>
              {`${said}. `}
              <span className="mute">{`${t.source}: ${source}, ${t.statuses[status] ?? status}.`}</span>
            </li>
          ))}
        </ul>
        <p className="mute">{t.ofGroup}</p>
      </details>
    </>
  )
}
