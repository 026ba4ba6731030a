// Consent: three plain sentences to read aloud, one answer, and for "in part" an answer per receiver; then the red flags once more.

import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { aloud } from './aloud.ts'
import type { ConsentHow } from './sending.ts'
import { words } from './words.ts'

export type Agreed = 'yes' | 'no' | 'partly'
export type Consent = {
  readonly agreed: Agreed | null
  /** In part: the receivers who may know. */
  readonly may: readonly string[]
  /** Nothing is filled in beforehand: it is asked. */
  readonly how: ConsentHow | null
  readonly flagsChecked: boolean
}
export const noConsent: Consent = { agreed: null, may: [], how: null, flagsChecked: false }

export const mayKnow = ({ agreed, may }: Consent, code: string): boolean =>
  agreed === 'yes' || (agreed === 'partly' && may.includes(code))

const answers = ['yes', 'no', 'partly'] as const

export function ConsentPart({
  caseId,
  receivers,
  who,
  consent,
  change,
}: {
  readonly caseId: string
  readonly receivers: readonly { readonly code: string; readonly name: string; readonly asked: string }[]
  readonly who: string
  readonly consent: Consent
  readonly change: (next: Consent) => void
}) {
  const t = useTexts(words)
  const first = useRef<HTMLInputElement>(null)
  const flags = useRef<HTMLInputElement>(null)
  // Whoever comes here read the choices a moment ago: what is asked now comes first.
  useEffect(() => (first.current ?? flags.current)?.focus({ preventScroll: true }), [])
  const take = (agreed: Agreed): void => {
    change({ ...consent, agreed })
    if (agreed === 'yes') afterDrawing(() => document.getElementById('how-0')?.focus())
  }
  const takeHow = (how: ConsentHow): void => {
    change({ ...consent, how })
    flags.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const agreed = answers[Number(event.key) - 1]
    if (agreed === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    take(agreed)
  }
  const names = [...new Set(receivers.map(({ name }) => name))]
  return (
    <>
      {receivers.length === 0 ? null : (
        <section className="part" aria-labelledby="consent">
          <h2 id="consent">{t.consent}</h2>
          <p className="hint">{t.read}</p>
          <ol className="aloud" lang="nl" id="aloud">
            {aloud(names).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <p className="label" id="agrees">
            {t.agrees(who)}
          </p>
          <div
            className="answers show-keys"
            role="radiogroup"
            aria-labelledby="agrees"
            aria-describedby="aloud"
            onKeyDown={onKeyDown}
          >
            {answers.map((answer, index) => (
              <label className="answer" key={answer}>
                <input
                  ref={index === 0 ? first : undefined}
                  type="radio"
                  id={`agrees-${answer}`}
                  name="agrees"
                  checked={consent.agreed === answer}
                  onChange={() => change({ ...consent, agreed: answer })}
                />
                <span>{t[answer]}</span>
                <kbd aria-hidden="true">{index + 1}</kbd>
              </label>
            ))}
          </div>
          {consent.agreed === 'no' ? (
            <div role="status" className="refusing">
              <p>{t.noWhy}</p>
              <p className="btns">
                <Link className={buttonClass('plain')} to="/cases/$caseId/proposal" params={{ caseId }} hash="nothing-now">
                  {t.toNothing}
                </Link>
              </p>
            </div>
          ) : null}
          {consent.agreed === 'partly' ? (
            <fieldset className="field">
              <legend className="label">{t.which}</legend>
              {receivers.map(({ code, name, asked }) => (
                <label className="tick" key={code}>
                  <input
                    type="checkbox"
                    checked={consent.may.includes(code)}
                    onChange={({ target }) =>
                      change({
                        ...consent,
                        may: target.checked ? [...consent.may, code] : consent.may.filter((one) => one !== code),
                      })
                    }
                  />
                  <span>
                    {name} <small className="mute">{asked}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          ) : null}
          {consent.agreed === 'yes' || consent.agreed === 'partly' ? (
            <How who={who} how={consent.how} change={(how) => change({ ...consent, how })} take={takeHow} />
          ) : null}
        </section>
      )}
      <section className="part" aria-labelledby="flags-part">
        <h2 id="flags-part">{t.flags}</h2>
        <label className="tick">
          <input
            id="flags"
            ref={flags}
            type="checkbox"
            checked={consent.flagsChecked}
            onChange={({ target }) => change({ ...consent, flagsChecked: target.checked })}
          />
          <span>{t.flagsChecked}</span>
        </label>
      </section>
    </>
  )
}

const ways = [
  { how: 'spoken', givenBy: 'person' },
  { how: 'written', givenBy: 'person' },
  { how: 'spoken', givenBy: 'representative' },
  { how: 'written', givenBy: 'representative' },
] as const satisfies readonly ConsentHow[]

/** One key says both; none is chosen beforehand. */
function How({
  who,
  how,
  change,
  take,
}: {
  readonly who: string
  readonly how: ConsentHow | null
  readonly change: (how: ConsentHow) => void
  readonly take: (how: ConsentHow) => void
}) {
  const t = useTexts(words)
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = ways[Number(event.key) - 1]
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    take(way)
  }
  const said = t.ways(who)
  return (
    <>
      <p className="label given" id="given">
        {t.how}
      </p>
      <div className="answers many show-keys" role="radiogroup" aria-labelledby="given" onKeyDown={onKeyDown}>
        {ways.map((way, index) => (
          <label className="answer" key={said[index]}>
            <input
              type="radio"
              id={`how-${index}`}
              name="how"
              checked={how?.how === way.how && how.givenBy === way.givenBy}
              onChange={() => change(way)}
            />
            <span>{said[index]}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </label>
        ))}
      </div>
    </>
  )
}

/** What was just chosen brings up what is asked next. */
const afterDrawing = (act: () => void): void => {
  queueMicrotask(() => requestAnimationFrame(act))
}
