// The fall analysis: all sections on one page, an answer a key, saved by itself; what it means grows alongside.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { getCase } from '../../../contract/cases.ts'
import { commandOperations } from '../../../contract/command-operations.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import { getPerson } from '../../../contract/people.ts'
import { carriedOver } from '../../../domain/carried-over.ts'
import { itemsOf } from '../../../domain/instrument.ts'
import { call, isRefusal } from '../../api/call.ts'
import { session } from '../../session.ts'
import { say } from '../../status.ts'
import { clockTime } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { createAnswerStore, type Snapshot } from './answer-store.ts'
import { focusAfterSection, focusFromSection, focusItem } from './focus.ts'
import { liveOf, type PathwayKnowledge } from './live.ts'
import { Section } from './section.tsx'
import { SectionList } from './section-list.tsx'
import { Seen } from './seen.tsx'
import { words } from './words.ts'

const complete = commandOperations.find(({ command }) => command === 'completeAnalysis')!

export function Analysis() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const all = useQuery({
    queryKey: ['analysis', caseId, language],
    queryFn: async ({ signal }) => {
      const { body: file, etag } = await call(getCase, { params: { caseId }, signal })
      const [person, data] = await Promise.all([
        call(getPerson, { params: { personId: file.personId }, signal }),
        call(getPathwayData, { params: { version: file.pathway }, signal }),
      ])
      // The data of a pathway are what the server reasons with itself.
      return { file, etag, person: person.body, knowledge: data.body as unknown as PathwayKnowledge }
    },
    refetchOnWindowFocus: false,
  })
  return <Shown asked={all}>{(loaded) => <Bench {...loaded} caseId={caseId} again={() => void all.refetch()} />}</Shown>
}

type Loaded = {
  readonly file: Awaited<ReturnType<typeof call<never, never, null, NonNullable<typeof getCase.answer>>>>['body']
  readonly person: Awaited<ReturnType<typeof call<never, never, null, NonNullable<typeof getPerson.answer>>>>['body']
  readonly knowledge: PathwayKnowledge
}

function Bench({ caseId, file, person, knowledge, again }: Loaded & { readonly caseId: string; readonly again: () => void }) {
  const t = useTexts(words)
  const { instrument } = knowledge
  const me = session()!.accountId
  const [store] = useState(() => createAnswerStore(caseId, me))
  const answers = useSyncExternalStore(store.subscribe, store.snapshot)
  const [loadError, setLoadError] = useState<unknown>(null)
  useEffect(() => {
    store.load().catch(setLoadError)
    const others = setInterval(() => void store.refresh().catch(() => undefined), 15_000)
    const online = (): void => void store.flush()
    window.addEventListener('online', online)
    return () => {
      clearInterval(others)
      window.removeEventListener('online', online)
      store.stop()
    }
  }, [store])
  useSavedLine(answers)

  const look = useMemo(() => liveOf(knowledge), [knowledge])
  const live = useMemo(() => look(answers.answers, file.facts), [look, answers.answers, file.facts])
  const carried = useMemo(
    () => carriedOver(knowledge.factsFromAnswers, file.facts, answers.answers),
    [knowledge, file.facts, answers.answers],
  )
  const latest = useRef(carried)
  latest.current = carried

  const shortcut = useCallback(
    (sectionId: string) => {
      store.shortcut(sectionId).then(() => focusAfterSection(sectionId), setLoadError)
    },
    [store],
  )
  const undo = useCallback((sectionId: string) => void store.undoShortcut(sectionId).catch(setLoadError), [store])
  const confirm = useCallback(
    (sectionId: string) => {
      const section = instrument.sections.find(({ id }) => id === sectionId)
      for (const { id } of section?.items ?? []) {
        const value = latest.current.get(id)
        if (value !== undefined) store.give(id, { is: 'given', value, source: 'record' })
      }
      focusFromSection(sectionId)
    },
    [store, instrument],
  )
  const choose = useCallback((itemId: string, chosen: string) => void store.choose(itemId, chosen).catch(setLoadError), [store])

  const total = itemsOf(instrument).length
  const done = Object.values(answers.items).filter(({ answer }) => answer !== null).length
  if (loadError !== null && !answers.loaded) return <WentWrong error={loadError} again={again} />
  return (
    <div className="analysis">
      <PersonBar
        person={person}
        today={file.openedOn}
        label={t.about}
        title={t.title(person.details.name)}
        level={String(file.assessment?.['risk'] ?? '')}
      >
        <span id="share">{t.progress(done, total)}</span>
        <progress aria-labelledby="share" value={done} max={total} />
      </PersonBar>
      <div className="bench">
        <SectionList instrument={instrument} items={answers.items} status={live.status} />
        <main id="main">
          {instrument.sections.map((section) => (
            <Section
              key={section.id}
              section={section}
              items={answers.items}
              carried={carried}
              findings={noFindings}
              computed={noComputed}
              filled={answers.filled[section.id]}
              me={me}
              give={store.give}
              choose={choose}
              shortcut={shortcut}
              undo={undo}
              confirm={confirm}
            />
          ))}
          <Finish caseId={caseId} seqTag={file.etag} live={live} instrument={instrument} flush={store.flush} />
        </main>
        <Seen caseId={caseId} knowledge={knowledge} live={live} raised={openFlagsIn(file)} onRaised={again} />
      </div>
    </div>
  )
}

const noFindings: ReadonlySet<string> = new Set()
const noComputed: { readonly [itemId: string]: string } = {}

const openFlagsIn = (file: Loaded['file']): readonly string[] => {
  const flags = file.facts['redFlags']
  return Array.isArray(flags) ? flags.map(String) : []
}

function useSavedLine({ saving, waiting, savedAt }: Snapshot): void {
  const t = useTexts(words)
  const { language } = useLanguage()
  useEffect(() => {
    if (saving === 'waiting') say(t.waiting(waiting))
    else if (saving === 'saving') say(t.saving)
    else if (savedAt !== null) say(t.savedAt(clockTime(savedAt, language)))
    return () => undefined
  }, [saving, waiting, savedAt, t, language])
  useEffect(() => () => say(''), [])
}

function Finish({
  caseId,
  seqTag,
  live,
  instrument,
  flush,
}: {
  readonly caseId: string
  readonly seqTag: string
  readonly live: ReturnType<ReturnType<typeof liveOf>>
  readonly instrument: PathwayKnowledge['instrument']
  readonly flush: () => Promise<void>
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { mustBeKnown, mandatory, minimum } = live.complete
  const open = [
    ...mustBeKnown.map((id) => ({
      id,
      at: id,
      words: itemsOf(instrument).find((item) => item.id === id)?.words[language] ?? id,
    })),
    ...sectionsOpen(
      instrument,
      live.status,
      [...mandatory, ...minimum.open.flatMap((domain) => sectionsOfDomain(instrument, domain))],
      language,
    ),
  ]
  const finish = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await flush()
      const { etag } = await call(getCase, { params: { caseId } })
      await call(complete, { params: { caseId }, body: {}, ifMatch: etag ?? seqTag } as never)
      await queries.invalidateQueries()
      await navigate({ to: '/cases/$caseId/proposal', params: { caseId } })
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void finish()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return (
    <div className="finish stack">
      {open.length === 0 ? null : (
        <Note look="warn">
          <p>
            <strong>{t.stillOpen}</strong>
          </p>
          <ul>
            {open.map(({ id, at, words: name }) => (
              <li key={id}>
                <button type="button" className="term" onClick={() => focusItem(at)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {error === null ? null : <WentWrong error={error} />}
      <p className="btns">
        <Button look="main" onPress={() => void finish()} busy={busy ? t.viewing : false} shortcut="Alt+S" id="finish">
          {t.view}
        </Button>
        {isRefusal(error) ? (
          <Link to="/cases/$caseId" params={{ caseId }}>
            {caseId}
          </Link>
        ) : null}
      </p>
    </div>
  )
}

const sectionsOfDomain = ({ domains }: PathwayKnowledge['instrument'], id: string): readonly string[] =>
  [...domains.minimum, ...domains.preferred].find((domain) => domain.id === id)?.sections ?? []

function sectionsOpen(
  instrument: PathwayKnowledge['instrument'],
  status: { readonly [sectionId: string]: string },
  ids: readonly string[],
  language: 'nl' | 'en',
) {
  return instrument.sections
    .filter(({ id }) => ids.includes(id) && status[id] === 'notDone')
    .map(({ id, words: name, items }) => ({ id, at: items[0]!.id, words: name[language] }))
}
