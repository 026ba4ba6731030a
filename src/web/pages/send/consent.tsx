// Consent: three plain sentences to read aloud, one answer, and for "in part" an answer per receiver; then the red flags once more.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTexts } from '../../text/language.tsx'
import { aloud, words } from './words.ts'

export type Agreed = 'yes' | 'no' | 'partly'
export type Consent = {
  readonly agreed: Agreed | null
  /** In part: the receivers who may know. */
  readonly may: readonly string[]
  readonly flagsChecked: boolean
}
export const noConsent: Consent = { agreed: null, may: [], flagsChecked: false }

export const mayKnow = ({ agreed, may }: Consent, code: string): boolean =>
  agreed === 'yes' || (agreed === 'partly' && may.includes(code))

const answers = ['yes', 'no', 'partly'] as const

export function ConsentPart({
  receivers,
  who,
  consent,
  change,
}: {
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
    if (agreed === 'yes') flags.current?.focus()
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
          {consent.agreed === 'no' ? <p role="status">{t.noWhy}</p> : null}
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
