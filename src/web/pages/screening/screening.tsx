// The fall-risk test in one minute: three questions and what follows from them; the result in words, with the next step.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseFile } from '../../../contract/cases.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import type { Person } from '../../../contract/people.ts'
import { assessor } from '../../../domain/assess.ts'
import { factParser } from '../../../domain/facts.ts'
import { ageOn } from '../../../domain/person.ts'
import { definitionsOf } from '../../../domain/rules.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { caseQuery, personQuery } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Loading, WentWrong } from '../../ui/states.tsx'
import type { PathwayKnowledge } from '../analysis/live.ts'
import { Answers, type Given } from './answers.tsx'
import { NextStep } from './next-step.tsx'
import { words } from './words.ts'
import '../../theme/screening.css'

export function Screening() {
  const t = useTexts(words)
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const file = useQuery(caseQuery(caseId, language))
  const person = useQuery({ ...personQuery(file.data?.personId ?? '', language), enabled: file.data !== undefined })
  const knowledge = useQuery({
    queryKey: ['pathway-data', file.data?.pathway],
    queryFn: async ({ signal }) =>
      (await call(getPathwayData, { params: { version: file.data!.pathway }, signal })).body as unknown as PathwayKnowledge,
    enabled: file.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const error = file.error ?? person.error ?? knowledge.error
  if (error !== null || file.data === undefined || person.data === undefined || knowledge.data === undefined)
    return (
      <Wide>
        <Page title={t.name} keepFocus>
          {error === null ? <Loading /> : <WentWrong error={error} again={() => void file.refetch()} />}
        </Page>
      </Wide>
    )
  return <Test file={file.data} person={person.data} knowledge={knowledge.data} />
}

const Wide = ({ children }: { readonly children: ReactNode }) => (
  <div className="frame wide">
    <main className="main" id="main">
      {children}
    </main>
  </div>
)

type Loaded = { readonly file: CaseFile; readonly person: Person; readonly knowledge: PathwayKnowledge }

function Test({ file, person, knowledge }: Loaded) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const key = useRef(newKey())
  const [given, setGiven] = useState<Given>({})
  const { rules } = knowledge
  const look = useMemo(() => {
    const parse = factParser(rules.facts, rules.byDefinition)
    const { assess } = assessor(rules)
    return (facts: { readonly [fact: string]: unknown }) => {
      const parsed = parse(facts)
      return parsed.ok ? assess(parsed.value) : null
    }
  }, [rules])
  const { birthDate, sex } = person.details
  const result = look({ age: ageOn(birthDate, file.openedOn), sex, livesAtHome: 'yes', ...given })
  const may = (command: string): boolean => file.allowed.some((one) => one.command === command && one.allowed)
  const record = useMutation({
    mutationFn: async () => {
      const { caseId } = file
      if (may('startScreening'))
        await give({ caseId, type: 'startScreening', payload: { personAgrees: true }, key: `${key.current}-start` })
      return give({ caseId, type: 'recordScreening', payload: { facts: given }, key: key.current })
    },
    onSuccess: async () => {
      // What is completed later is another result.
      key.current = newKey()
      await queries.invalidateQueries()
    },
  })
  // One begins where there is something to answer.
  useEffect(() => document.querySelector<HTMLElement>('[data-first]')?.focus(), [])
  const recorded = record.data !== undefined && record.data.stage !== 'screeningIncomplete'
  const act = useRef(record.mutate)
  act.current = record.mutate
  const waits = !recorded && !record.isPending
  useEffect(() => {
    if (!waits) return
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      act.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [waits])
  return (
    <>
      <PersonBar person={person} today={file.openedOn} label={t.about} title={t.title(person.details.name)} />
      <Wide>
        <div className="with-aside">
          <div className="stack">
            {recorded ? (
              <NextStep file={file} level={levelOf(result?.risk)} />
            ) : (
              <>
                <p className="lead">{t.lead}</p>
                <Answers given={given} change={setGiven} asks={rules.screening.asks} />
                {record.error === null ? null : <WentWrong error={record.error} />}
                {record.data === undefined ? null : (
                  <Note look="warn" alert>
                    <p>{t.doneHow.undetermined}</p>
                  </Note>
                )}
                {may('startScreening') ? <p className="mute">{t.agreed(sex)}</p> : null}
                <p className="btns">
                  <Button
                    look="main"
                    onPress={() => record.mutate()}
                    busy={record.isPending ? t.recording : false}
                    shortcut="Alt+S"
                  >
                    {t.record}
                  </Button>
                </p>
              </>
            )}
          </div>
          <Outcome result={result} knowledge={knowledge} />
        </div>
      </Wide>
    </>
  )
}

type Result = ReturnType<ReturnType<typeof assessor>['assess']>

/** The result in words, with what led to it; a red flag before anything else. */
function Outcome({ result, knowledge: { rules } }: Pick<Loaded, 'knowledge'> & { readonly result: Result | null }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const level = levelOf(result?.risk)
  const nameOf = (fact: string): string => [...definitionsOf(rules)].find(({ id }) => id === fact)?.name[language] ?? fact
  const reasonOf = (reason: string): string => rules.answerWords.reasons[reason]?.[language] ?? nameOf(reason)
  const flags = rules.redFlags.filter(({ id }) => result?.redFlags.includes(id))
  return (
    <aside className="panel stack" aria-labelledby="outcome">
      <h2 id="outcome">{t.outcome}</h2>
      <div aria-live="polite">
        <p>
          <Level level={level} words={t.level[level]} />
        </p>
        {result === null || result.reasons.length === 0 ? null : (
          <p>
            {t.because} {result.reasons.map(reasonOf).join('; ')}.
          </p>
        )}
        {result === null || result.missing.length === 0 ? null : (
          <p className="mute">
            {t.missing} {result.missing.map(nameOf).join(', ')}
          </p>
        )}
      </div>
      {flags.length === 0 ? null : (
        <Note look="bad" alert>
          <p>
            <strong>{t.gpFirst}</strong>
          </p>
          {flags.map(({ id, words: says }) => (
            <p key={id}>{says[language]}</p>
          ))}
        </Note>
      )}
    </aside>
  )
}

const levelOf = (risk: string | undefined): LevelName =>
  risk === 'low' || risk === 'moderate' || risk === 'high' ? risk : 'undetermined'
