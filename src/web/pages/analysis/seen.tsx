// What we now see: red flags, level, findings and the proposal, growing with each answer.
import { memo } from 'react'
import type { CaseFile } from '../../../contract/cases.ts'
import type { Person } from '../../../contract/people.ts'
import type { Answers } from '../../../domain/answers.ts'
import type { Item } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { answerWords } from './answer-words.ts'
import { Flag } from './flag.tsx'
import type { Reports } from './flag-reports.ts'
import { focusItem } from './focus.ts'
import type { Live, PathwayKnowledge } from './live.ts'
import { words } from './words.ts'

type SeenProps = {
  readonly file: CaseFile
  readonly person: Person
  readonly knowledge: PathwayKnowledge
  readonly live: Live
  readonly answers: Answers
  readonly reports: Reports | undefined
  readonly onReported: () => void
}

export const Seen = memo(function Seen({
  file,
  person,
  knowledge: { rules, instrument },
  live,
  answers,
  reports,
  onReported,
}: SeenProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { assessment } = live
  const nameOf = (code: string): string =>
    [...rules.routing.interventions, ...rules.followUps].find(({ id }) => id === code)?.name[language] ?? code
  const level = levelOf(assessment?.risk)
  const reasons = (assessment?.reasons ?? []).map((code) => rules.answerWords.reasons[code]?.[language] ?? code)
  return (
    <aside className="now-see" aria-labelledby="seen">
      <div className="spread">
        <h2 id="seen" tabIndex={-1}>
          {t.seen}
        </h2>
        <span className="small mute">{t.changes}</span>
      </div>
      {rules.redFlags
        .filter(({ id }) => live.flags.includes(id))
        .map((flag) => (
          <Flag
            key={flag.id}
            file={file}
            practiceId={person.practiceId}
            sex={person.details.sex}
            flag={flag}
            report={reports === undefined ? null : reports[flag.id]}
            onReported={onReported}
          />
        ))}
      <div className="level">
        <p>
          <Level level={level} words={t.level[level]} />
        </p>
        {reasons.length === 0 ? null : <p className="small mute">{`${capitalised(reasons.join('; '))}.`}</p>}
      </div>
      <h3>
        {t.findings} <span className="count mute">{live.findings.length}</span>
      </h3>
      {live.findings.length === 0 ? (
        <p className="mute">{t.noneYet}</p>
      ) : (
        <ul className="seen">
          {live.findings.map(({ sectionId, itemIds }) => {
            const section = instrument.sections.find(({ id }) => id === sectionId)!
            const values = figuresOf(section.items, itemIds, answers, language)
            return (
              <li key={sectionId}>
                <span className="spread">
                  <button type="button" className="to" onClick={() => focusItem(itemIds[0]!)}>
                    {section.words[language]}
                  </button>
                  {values === '' ? null : <strong>{values}</strong>}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <h3>{t.proposal}</h3>
      {assessment === null || assessment.primary.length === 0 ? (
        <p className="mute">{live.flags.length > 0 ? t.waitsForGp : t.noProposal}</p>
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
})

/** The figures behind a finding; what a yes means its section says. */
function figuresOf(items: readonly Item[], ids: readonly string[], answers: Answers, language: 'nl' | 'en'): string {
  const figures = items.filter(({ id, kind }) => ids.includes(id) && (kind === 'number' || kind === 'bloodPressure'))
  return figures
    .slice(0, 3)
    .map((item) => answerWords(item, answers[item.id]!, language))
    .join(', ')
}

const levelOf = (risk: string | undefined): LevelName =>
  risk === 'low' || risk === 'moderate' || risk === 'high' ? risk : 'undetermined'

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
