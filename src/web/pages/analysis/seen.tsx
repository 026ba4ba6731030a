// What we now see: red flags, level, findings and the proposal, growing with each answer.
import { useMutation } from '@tanstack/react-query'
import { commandOperations } from '../../../contract/command-operations.ts'
import type { Instrument } from '../../../domain/instrument.ts'
import { call, newKey } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { focusItem } from './focus.ts'
import type { Live, PathwayKnowledge } from './live.ts'
import { words } from './words.ts'

const raise = commandOperations.find(({ command }) => command === 'raiseRedFlag')!

export function Seen({
  caseId,
  knowledge,
  live,
  raised,
  onRaised,
}: {
  readonly caseId: string
  readonly knowledge: PathwayKnowledge
  readonly live: Live
  /** Flags that the case has open already. */
  readonly raised: readonly string[]
  readonly onRaised: () => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { assessment } = live
  const { rules, instrument } = knowledge
  const problems = instrument.sections.filter(({ id }) => live.status[id] === 'problem')
  const nameOf = (code: string): string =>
    [...rules.routing.interventions, ...rules.followUps].find(({ id }) => id === code)?.name[language] ?? code
  const level = levelOf(assessment?.risk)
  return (
    <aside className="now-see" aria-labelledby="seen">
      <div className="spread">
        <h2 id="seen">{t.seen}</h2>
        <span className="small mute">{t.changes}</span>
      </div>
      {live.flags.map(({ itemId, flag }) => (
        <Flag
          key={itemId}
          caseId={caseId}
          flag={flag}
          words={flagWords(rules, instrument, itemId, flag, language)}
          raised={raised.includes(flag)}
          onRaised={onRaised}
        />
      ))}
      <div className="level">
        <Level level={level} words={t.level[level]} />
      </div>
      <h3>
        {t.findings} <span className="mute">{problems.length}</span>
      </h3>
      {problems.length === 0 ? (
        <p className="mute">{t.noneYet}</p>
      ) : (
        <ul className="seen">
          {problems.map(({ id, words: name, items }) => (
            <li key={id}>
              <button type="button" className="term" onClick={() => focusItem(items[0]!.id)}>
                {name[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>{t.proposal}</h3>
      {assessment === null || assessment.primary.length === 0 ? (
        <p className="mute">{t.noProposal}</p>
      ) : (
        <ul className="seen">
          {assessment.primary.map((code) => (
            <li key={code}>
              <strong>{nameOf(code)}</strong>
            </li>
          ))}
        </ul>
      )}
      {assessment === null || assessment.followUps.length === 0 ? null : (
        <>
          <h3>{t.followUps}</h3>
          <ul className="seen">
            {assessment.followUps.map((code) => (
              <li key={code}>{nameOf(code)}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

const levelOf = (risk: string | undefined): LevelName =>
  risk === 'low' || risk === 'moderate' || risk === 'high' ? risk : 'undetermined'

function flagWords(
  rules: PathwayKnowledge['rules'],
  instrument: Instrument,
  itemId: string,
  flag: string,
  language: 'nl' | 'en',
): string {
  const item = instrument.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId)
  return rules.redFlags.find(({ id }) => id === flag)?.words[language] ?? item?.words[language] ?? flag
}

function Flag({
  caseId,
  flag,
  words: said,
  raised,
  onRaised,
}: {
  readonly caseId: string
  readonly flag: string
  readonly words: string
  readonly raised: boolean
  readonly onRaised: () => void
}) {
  const t = useTexts(words)
  const report = useMutation({
    mutationFn: (key: string) => call(raise, { params: { caseId }, body: { flag }, key } as never),
    onSuccess: onRaised,
  })
  return (
    <div className="flag" role="alert">
      <h3>
        <Icon name="flag" />
        {t.callGp}
      </h3>
      <div className="body">
        <p>{said}</p>
        {raised ? (
          <p>
            <strong>{t.flagReported}</strong>
          </p>
        ) : (
          <Button onPress={() => report.mutate(newKey())} busy={report.isPending ? t.saving : false}>
            {t.flagReport}
          </Button>
        )}
        {report.error === null ? null : <WentWrong error={report.error} />}
        <p className="small mute">{t.flagHow}</p>
      </div>
    </div>
  )
}
