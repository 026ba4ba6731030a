// The fall-risk test in one minute: three questions and what follows from them; the result in words, with the next step.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
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
import { Button, buttonClass } from '../../ui/button.tsx'
import { Level, type LevelName } from '../../ui/level.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Loading, WentWrong } from '../../ui/states.tsx'
import type { PathwayKnowledge } from '../analysis/live.ts'
import { Answers, type Given } from './answers.tsx'
import { words } from './words.ts'

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
      <Page title={t.name} keepFocus>
        {error === null ? <Loading /> : <WentWrong error={error} again={() => void file.refetch()} />}
      </Page>
    )
  return <Test file={file.data} person={person.data} knowledge={knowledge.data} />
}

type Loaded = { readonly file: CaseFile; readonly person: Person; readonly knowledge: PathwayKnowledge }

function Test({ file, person, knowledge }: Loaded) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const [given, setGiven] = useState<Given>({})
  const { rules } = knowledge
  const look = useMemo(() => {
    const parse = factParser(rules.facts, rules.byDefinition)
    const { screen } = assessor(rules)
    return (facts: { readonly [fact: string]: unknown }) => {
      const parsed = parse(facts)
      return parsed.ok ? screen(parsed.value) : null
    }
  }, [rules])
  const { birthDate, sex } = person.details
  const facts = { age: ageOn(birthDate, file.openedOn), sex, livesAtHome: 'yes', ...given }
  const result = look(facts)
  const level = levelOf(result?.risk)
  const nameOf = (fact: string): string => [...definitionsOf(rules)].find(({ id }) => id === fact)?.name[language] ?? fact
  const reasonOf = (reason: string): string => nameOf(reason)
  const record = useMutation({
    mutationFn: async () => {
      const { caseId } = file
      const may = (command: string) => file.allowed.some((one) => one.command === command && one.allowed)
      if (may('startScreening'))
        await give({ caseId, type: 'startScreening', payload: { personAgrees: true }, key: `${key}-start` })
      return give({ caseId, type: 'recordScreening', payload: { facts: given }, key })
    },
    onSuccess: async ({ stage, caseId }) => {
      await queries.invalidateQueries()
      if (stage === 'analysisPlanned') await navigate({ to: '/cases/$caseId', params: { caseId } })
    },
  })
  return (
    <>
      <PersonBar person={person} today={file.openedOn} label={t.about} title={t.title(person.details.name)} />
      <div className="with-aside">
        <div className="stack">
          <p className="lead">{t.lead}</p>
          <Answers given={given} change={setGiven} asks={rules.screening.asks} />
          {record.error === null ? null : <WentWrong error={record.error} />}
          {record.data === undefined ? (
            <p className="btns">
              <Button look="main" onPress={() => record.mutate()} busy={record.isPending ? t.recording : false} shortcut="Alt+S">
                {t.record}
              </Button>
            </p>
          ) : (
            <Note look="ok">
              <p role="status">
                <strong>{t.done}</strong> {t.doneHow[level]}
              </p>
              <Link className={buttonClass('main')} to="/cases/$caseId" params={{ caseId: file.caseId }}>
                {t.next.case}
              </Link>
            </Note>
          )}
        </div>
        <aside className="panel stack" aria-labelledby="outcome">
          <h2 id="outcome">{t.outcome}</h2>
          <p aria-live="polite">
            <Level level={level} words={t.level[level]} />
          </p>
          {result === null || result.reasons.length === 0 ? null : (
            <p>
              {t.because} {result.reasons.map(reasonOf).join(', ')}
            </p>
          )}
          {result === null || result.missing.length === 0 ? null : (
            <p className="mute">
              {t.missing} {result.missing.map(nameOf).join(', ')}
            </p>
          )}
        </aside>
      </div>
    </>
  )
}

const levelOf = (risk: string | undefined): LevelName =>
  risk === 'low' || risk === 'moderate' || risk === 'high' ? risk : 'undetermined'
