// One person's pathway: where it stands in words, who has the next step, every deadline, what happened, what is possible.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { CaseFile } from '../../../contract/cases.ts'
import type { Person } from '../../../contract/people.ts'
import { ageOn } from '../../../domain/person.ts'
import { caseQuery, personQuery } from '../../api/queries.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Loading, WentWrong } from '../../ui/states.tsx'
import { Actions, useNames } from './actions.tsx'
import { Deadlines } from './deadlines.tsx'
import { Measures } from './measures.tsx'
import { Notices } from './notices.tsx'
import { Papers, PrintPlan } from './papers.tsx'
import { knowledgeQuery, wayQuery } from './queries.ts'
import type { CaseSearch } from './search.ts'
import { SeenBy } from './seen-by.tsx'
import { Timeline } from './timeline.tsx'
import { Way } from './way.tsx'
import { Where } from './where.tsx'
import { words } from './words.ts'
import '../../theme/case.css'

export function Case() {
  const t = useTexts(words)
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const file = useQuery(caseQuery(caseId, language))
  // Who sees how it goes and not whose it is gets no name.
  const named = file.data?.content === 'whole'
  const person = useQuery({ ...personQuery(file.data?.personId ?? '', language), enabled: named })
  const error = file.error ?? person.error
  if (file.data === undefined || (named && person.data === undefined) || error !== null)
    return (
      <Page title={t.name} keepFocus>
        {error === null ? <Loading /> : <WentWrong error={error} again={() => void file.refetch()} />}
      </Page>
    )
  return <Shown key={caseId} file={file.data} person={person.data ?? null} />
}

function Shown({ file, person }: { readonly file: CaseFile; readonly person: Person | null }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { kind } = useSearch({ strict: false }) as CaseSearch
  const nameOf = useNames(file)
  const way = useQuery(wayQuery(file.caseId, language))
  const knowledge = useQuery(knowledgeQuery(file.pathway))
  const today = way.data?.today ?? new Date().toISOString().slice(0, 10)
  const age = person === null ? null : ageOn(person.details.birthDate, today)
  const title = person?.details.name ?? t.nameless(file.caseId)
  return (
    <>
      <ol className="crumb" aria-label={t.crumb}>
        <li>{person === null ? t.name : <Link to="/people">{t.people}</Link>}</li>
        <li>{title}</li>
      </ol>
      <Page
        title={title}
        {...(person === null ? {} : { lead: leadOf(person, `${age} ${t.years}`, language) })}
        action={person === null ? null : <Head file={file} person={person} />}
      >
        <Where file={file} way={way.data} today={today} />
        <Notices file={file} />
        <Part id="path" title={t.path}>
          {way.data === undefined ? <Loading lines={2} /> : <Way way={way.data} />}
        </Part>
        <div className="with-aside">
          <div>
            <Part
              id="deadlines"
              title={t.deadlines}
              {...(file.deadlines.length === 0 ? {} : { count: t.running(file.deadlines.length) })}
            >
              <Deadlines items={file.deadlines} today={today} nameOf={nameOf} />
            </Part>
            <Timeline caseId={file.caseId} kind={kind} nameOf={nameOf} />
          </div>
          <aside className="beside">
            <Actions file={file} knowledge={knowledge.data} age={age} nameOf={nameOf} />
            {'measures' in file.links ? <Measures caseId={file.caseId} /> : null}
            {person === null ? null : <Papers file={file} />}
            {'accessLog' in file.links ? <SeenBy personId={file.personId} /> : null}
          </aside>
        </div>
      </Page>
    </>
  )
}

const leadOf = ({ details }: Person, age: string, language: 'nl' | 'en'): string =>
  [age, shortDate(details.birthDate, language), details.street, details.city].filter(Boolean).join(', ')

function Head({ file, person: { details } }: { readonly file: CaseFile; readonly person: Person }) {
  const t = useTexts(words)
  return (
    <div className="btns">
      {details.phone === undefined ? null : (
        <a className={buttonClass('plain')} href={`tel:${details.phone.replaceAll(' ', '')}`}>
          <Icon name="phone" />
          {`${t.call} ${details.name}`}
        </a>
      )}
      <PrintPlan caseId={file.caseId} />
    </div>
  )
}
