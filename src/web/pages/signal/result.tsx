// After putting forward: for a professional the result with its reason and who goes on with it by when, for a signaller that it was received.
import { useQuery } from '@tanstack/react-query'
import { getSignal, type Signal } from '../../../contract/signals.ts'
import { call } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnce } from '../../ui/error-summary.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { Note } from '../../ui/note.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tips } from '../screening/tips.tsx'
import { words as ofTest } from '../screening/words.ts'
import { words } from './words.ts'

export function Result({
  caseId,
  name,
  complete,
  again,
}: {
  readonly caseId: string
  readonly name: string
  /** Back to the questions. */
  readonly complete: () => void
  readonly again: () => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['signal', caseId, language],
    queryFn: async ({ signal }) => (await call(getSignal, { params: { caseId }, signal })).body,
    // What was completed since is another answer.
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Shown asked={asked}>
      {(signal) => {
        const { practice, outcome, status } = signal
        const low = outcome?.level.code === 'low'
        return (
          <div className="stack">
            <h2 id="recorded" tabIndex={-1} ref={focusOnce}>
              {practice === null ? t.status(name, status.words) : t.putForward(name)}
            </h2>
            <div className="not-on-paper stack">
              {outcome === null ? null : <Outcome outcome={outcome} />}
              {practice === null ? (
                <Note look="ok">
                  <p>{t.statusHow}</p>
                </Note>
              ) : (
                <GoesOn signal={signal} practice={practice} />
              )}
              <p className="btns">
                {outcome?.level.code === 'undetermined' ? (
                  <Button look="main" onPress={complete}>
                    {t.complete}
                  </Button>
                ) : null}
                <Button onPress={again}>{t.another}</Button>
              </p>
            </div>
            {low ? <Tips /> : null}
          </div>
        )
      }}
    </Shown>
  )
}

const levels: readonly string[] = ['low', 'moderate', 'high'] satisfies LevelName[]

function Outcome({ outcome: { level, reasons, missing, flags } }: { readonly outcome: NonNullable<Signal['outcome']> }) {
  const t = useTexts(words)
  const { level: names } = useTexts(ofTest)
  const known: LevelName = levels.includes(level.code) ? (level.code as LevelName) : 'undetermined'
  return (
    <section className="panel stack" aria-labelledby="outcome">
      <h3 id="outcome">{t.outcome}</h3>
      <p>
        <Level level={known} words={level.code in names ? names[known] : level.words} />
      </p>
      {reasons.length === 0 ? null : (
        <p>
          {t.because} {reasons.join('; ')}.
        </p>
      )}
      {missing.length === 0 ? null : (
        <p>
          {t.toAsk} {missing.join(', ')}.
        </p>
      )}
      {flags.length === 0 ? null : (
        <Note look="bad" alert>
          <p>
            <strong>{t.gpFirst}</strong>
          </p>
          {flags.map((flag) => (
            <p key={flag}>{flag}</p>
          ))}
        </Note>
      )}
    </section>
  )
}

function GoesOn({
  signal: { next, status, outcome },
  practice,
}: {
  readonly signal: Signal
  readonly practice: NonNullable<Signal['practice']>
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (status.code === 'closed')
    return (
      <Note look="warn">
        <p>{t.closed}</p>
      </Note>
    )
  const phone = next?.owner.phone ?? practice.phone
  return (
    <Note look={outcome !== null && outcome.flags.length > 0 ? 'neutral' : 'ok'}>
      <p>
        <strong>{t.at(practice.name, next?.owner.name ?? '')}</strong>{' '}
        {phone === null ? null : (
          <>
            {t.phone}{' '}
            <a className="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {phone}
            </a>
          </>
        )}
      </p>
      {next === null ? null : (
        <p>
          {t.next(next.awaited)} <strong>{t.by(shortDate(next.dueOn, language))}</strong>.
        </p>
      )}
      {next === null || next.owner.because === null ? null : <p className="mute">{next.owner.because}.</p>}
      {outcome?.level.code === 'low' ? <p>{t.tipsHow}</p> : null}
    </Note>
  )
}
