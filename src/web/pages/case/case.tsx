// One person's pathway: where it stands in words, who has the next step, every deadline, what happened, what is possible.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CaseFile } from '../../../contract/cases.ts'
import type { Person } from '../../../contract/people.ts'
import { ageOn } from '../../../domain/person.ts'
import { caseQuery, personQuery } from '../../api/queries.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Loading, WentWrong } from '../../ui/states.tsx'
import { Actions, useNames } from './actions.tsx'
import { Deadlines } from './deadlines.tsx'
import { useOptions } from './options.ts'
import { Timeline } from './timeline.tsx'
import { Way } from './way.tsx'
import { words } from './words.ts'

export function Case() {
  const t = useTexts(words)
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const file = useQuery(caseQuery(caseId, language))
  const person = useQuery({ ...personQuery(file.data?.personId ?? '', language), enabled: file.data !== undefined })
  const error = file.error ?? person.error
  if (file.data === undefined || person.data === undefined || error !== null)
    return (
      <Page title={t.name} keepFocus>
        {error === null ? <Loading /> : <WentWrong error={error} again={() => void file.refetch()} />}
      </Page>
    )
  return <Shown file={file.data} person={person.data} />
}

function Shown({ file, person }: { readonly file: CaseFile; readonly person: Person }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const nameOf = useNames(file)
  const options = useOptions(file)
  const { details } = person
  const today = new Date().toISOString()
  const [next] = file.deadlines.filter(({ standsStillWith }) => standsStillWith === null)
  const phone =
    details.phone === undefined ? null : (
      <a className={buttonClass('plain')} href={`tel:${details.phone.replaceAll(' ', '')}`}>
        <Icon name="phone" />
        {`${t.call} ${details.name}`}
      </a>
    )
  return (
    <>
      <ol className="crumb" aria-label={t.crumb}>
        <li>
          <Link to="/people">{t.people}</Link>
        </li>
        <li>{details.name}</li>
      </ol>
      <Page
        title={details.name}
        lead={[
          `${ageOn(details.birthDate, today.slice(0, 10))} ${t.years}`,
          shortDate(details.birthDate, language),
          details.street,
          details.city,
        ]
          .filter(Boolean)
          .join(', ')}
        action={<div className="btns">{phone}</div>}
      >
        <section className="panel where" aria-labelledby="where">
          <div className="halves">
            <div>
              <p className="small mute">{t.where}</p>
              <h2 id="where">{sentence(file.stage.words)}</h2>
              {file.position.map(({ region, words: said }) => (
                <p key={region}>{said}</p>
              ))}
            </div>
            <div>
              <p className="small mute">{t.next}</p>
              {next === undefined ? (
                <p>{t.nobody}</p>
              ) : (
                <>
                  <p className="lead-name">
                    <strong>{next.owner.name === '' ? next.owner.words : next.owner.name}</strong>, {next.owner.words}
                  </p>
                  <p>
                    {next.awaited}, {t.by} <strong>{shortDate(next.dueOn, language)}</strong>
                  </p>
                </>
              )}
            </div>
          </div>
        </section>
        {file.warnings.map((warning) => (
          <Note key={JSON.stringify(warning)} look="warn">
            <p>
              <strong>{t.warnings}</strong> {'words' in warning ? String(warning.words) : ''}
            </p>
          </Note>
        ))}
        <Part id="path" title={t.path}>
          <Way stage={file.stage.code} passed={noneKnown} />
        </Part>
        <div className="with-aside">
          <div>
            <Part id="deadlines" title={t.deadlines} count={t.running(file.deadlines.length)}>
              <Deadlines items={file.deadlines} today={today} />
            </Part>
            <Part id="timeline" title={t.timeline}>
              <Timeline caseId={file.caseId} nameOf={nameOf} />
            </Part>
          </div>
          <aside className="stack">
            <Actions file={file} options={options} nameOf={nameOf} />
          </aside>
        </div>
      </Page>
    </>
  )
}

const noneKnown: ReadonlySet<string> = new Set()
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
