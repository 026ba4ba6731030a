// The fall analysis: all sections on one page, an answer a key, saved by itself; what it means grows alongside.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { type CaseFile, getCase } from '../../../contract/cases.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import { getPerson, type Person } from '../../../contract/people.ts'
import { carriedOver } from '../../../domain/carried-over.ts'
import { sectionStatus } from '../../../domain/completeness.ts'
import { call } from '../../api/call.ts'
import { session } from '../../session.ts'
import { say } from '../../status.ts'
import { clockTime } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonBar } from '../../ui/person-bar.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import { useAfterPaint } from './after-paint.ts'
import { createAnswerStore, type Snapshot } from './answer-store.ts'
import { Finish } from './finish.tsx'
import { useReports } from './flag-reports.ts'
import { focusFirst, focusFromSection } from './focus.ts'
import { type Live, liveOf, type PathwayKnowledge } from './live.ts'
import { neededParts, openParts } from './open-parts.ts'
import { type Previous, previousOf } from './previous.ts'
import { Section } from './section.tsx'
import { SectionList } from './section-list.tsx'
import { Seen } from './seen.tsx'
import { words } from './words.ts'
import '../../theme/analysis.css'

type Loaded = {
  readonly file: CaseFile
  readonly person: Person
  readonly knowledge: PathwayKnowledge
  readonly previous: Previous
}

export function Analysis() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const all = useQuery({
    queryKey: ['analysis', caseId, language],
    queryFn: async ({ signal }): Promise<Loaded> => {
      const { body: file } = await call(getCase, { params: { caseId }, signal })
      const [{ body: person }, data] = await Promise.all([
        call(getPerson, { params: { personId: file.personId }, signal }),
        call(getPathwayData, { params: { version: file.pathway }, signal }),
      ])
      // The data of a pathway are what the server reasons with itself.
      const knowledge = data.body as unknown as PathwayKnowledge
      const previous = await previousOf(person, caseId, knowledge.factsFromAnswers, signal)
      return { file, person, knowledge, previous }
    },
    refetchOnWindowFocus: false,
  })
  const { refetch } = all
  const again = useCallback((): void => void refetch(), [refetch])
  return all.data === undefined ? (
    <Without>
      <Shown asked={all}>{() => null}</Shown>
    </Without>
  ) : (
    <Bench key={caseId} {...all.data} caseId={caseId} again={again} />
  )
}

/** While there is nothing to fill in yet, or nothing for who looks. */
function Without({ children }: { readonly children: ReactNode }) {
  const t = useTexts(words)
  return (
    <div className="frame wide">
      <main className="main" id="main">
        <Page title={t.name} keepFocus>
          {children}
        </Page>
      </main>
    </div>
  )
}

type BenchProps = Loaded & { readonly caseId: string; readonly again: () => void }

function Bench({ caseId, file, person, knowledge, previous, again }: BenchProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { instrument } = knowledge
  const me = session()!.accountId
  const [store] = useState(() => createAnswerStore(caseId, me, instrument))
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot)
  const { items, answers, closed, loaded } = snapshot
  const loadError = useConnected(store)
  useSavedLine(snapshot)

  const look = useMemo(() => liveOf(knowledge), [knowledge])
  // The key is answered first; what it means, and how far one is, may come a moment later.
  const settled = useAfterPaint(useMemo(() => ({ items, answers }), [items, answers]))
  const live = useMemo(() => look(settled.answers, file.facts, settled.items), [look, settled, file.facts])
  const carried = useMemo(() => carriedOver(knowledge.factsFromAnswers, file.facts, answers), [knowledge, file.facts, answers])
  const latest = useRef(carried)
  latest.current = carried

  const shortcut = useCallback(
    (sectionId: string): void => {
      flushSync(() => store.shortcut(sectionId))
      focusFromSection(sectionId)
    },
    [store],
  )
  const confirm = useCallback(
    (sectionId: string): void => {
      const section = instrument.sections.find(({ id }) => id === sectionId)
      flushSync(() => {
        for (const { id } of section?.items ?? []) {
          const value = latest.current.get(id)
          if (value !== undefined) store.give(id, { is: 'given', value, source: 'record' })
        }
      })
      focusFromSection(sectionId)
    },
    [store, instrument],
  )
  const choose = useCallback(
    (itemId: string, chosen: string): void => void store.choose(itemId, chosen).catch(() => undefined),
    [store],
  )
  useEffect(() => {
    if (loaded) focusFirst()
  }, [loaded])

  const needed = useMemo(() => neededParts(instrument, language), [instrument, language])
  const { reports, again: lookForReports } = useReports(caseId, live.flags.length > 0)
  const unsaid = useMemo(
    () => live.flags.filter((flag) => reports !== undefined && reports[flag] === undefined),
    [live.flags, reports],
  )
  const disputed = useMemo(() => Object.keys(settled.items).filter((id) => settled.items[id]!.disputed), [settled])
  const onReported = useCallback((): void => {
    again()
    lookForReports()
  }, [again, lookForReports])
  if (loadError !== null && !loaded)
    return (
      <Without>
        <WentWrong error={loadError} again={again} />
      </Without>
    )
  return (
    <div className="analysis">
      <PersonBar
        person={person}
        today={file.openedOn}
        label={t.about}
        title={t.title(person.details.name)}
        level={String(file.assessment?.['risk'] ?? '')}
      >
        <HowFar items={settled.items} needed={needed.length} open={openParts(instrument, live, disputed, language).length} />
      </PersonBar>
      <div className="bench">
        <SectionList instrument={instrument} items={settled.items} status={live.status} needed={needed} />
        <main id="main">
          {instrument.sections.map((section) => (
            <Section
              key={section.id}
              section={section}
              items={items}
              answers={answers}
              carried={carried}
              previous={previous}
              handled={sectionStatus(section, answers) !== 'notDone'}
              closed={closed[section.id] === true}
              me={me}
              give={store.give}
              note={store.note}
              choose={choose}
              shortcut={shortcut}
              undo={store.undoShortcut}
              confirm={confirm}
            />
          ))}
          <Finish
            caseId={caseId}
            live={live}
            items={settled.items}
            disputed={disputed}
            unsaid={unsaid}
            instrument={instrument}
            settled={store.settled}
          />
          <Peek live={live} />
        </main>
        <Seen
          file={file}
          person={person}
          knowledge={knowledge}
          live={live}
          answers={settled.answers}
          reports={reports}
          onReported={onReported}
        />
      </div>
    </div>
  )
}

const HowFar = memo(function HowFar({
  items,
  needed,
  open,
}: {
  readonly items: Snapshot['items']
  readonly needed: number
  readonly open: number
}) {
  const t = useTexts(words)
  const done = Object.values(items).filter(({ answer }) => answer !== null).length
  return (
    <>
      <span id="share">{t.progress(done, open)}</span>
      <progress aria-labelledby="share" value={needed - Math.min(open, needed)} max={needed} />
    </>
  )
})

/** Loaded once, looked at again for what others fill in, sent as soon as there is a connection. */
function useConnected(store: ReturnType<typeof createAnswerStore>): unknown {
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    store.load().catch(setError)
    const look = (): void => void store.refresh().catch(() => undefined)
    const others = setInterval(look, 10_000)
    const online = (): void => void store.flush()
    window.addEventListener('online', online)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(others)
      window.removeEventListener('online', online)
      window.removeEventListener('focus', look)
      store.stop()
    }
  }, [store])
  return error
}

/** Under 1200 px what we see stands below the questions: a line at the bottom says how much, and leads there. */
const Peek = memo(function Peek({ live }: { readonly live: Live }) {
  const t = useTexts(words)
  return (
    <div className="peek">
      <span>
        <strong>{t.findingCount(live.findings.length)}</strong>
        {live.flags.length === 0 ? null : (
          <>
            , <span className="late">{t.flagCount(live.flags.length)}</span>
          </>
        )}
      </span>
      <Button small onPress={showSeen}>
        {t.seen}
      </Button>
    </div>
  )
})

function showSeen(): void {
  const heading = document.getElementById('seen')
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

function useSavedLine({ saving, waiting, savedAt }: Snapshot): void {
  const t = useTexts(words)
  const { language } = useLanguage()
  useEffect(() => {
    if (saving === 'waiting') say(t.waiting(waiting))
    else if (saving === 'saving') say(t.saving)
    else if (savedAt !== null) say(t.savedAt(clockTime(savedAt, language)))
  }, [saving, waiting, savedAt, t, language])
  useEffect(() => () => say(''), [])
}
