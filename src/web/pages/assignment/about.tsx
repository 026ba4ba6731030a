// What is asked of whom and why, as it was sent: nothing more than the receiver may see, and what is held back with the reason.
import type { InboxAssignment } from '../../../contract/inbox.ts'
import type { Language } from '../../../domain/words.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'
import { capital, sentences, telOf } from '../inbox/said.ts'
import { CannotCome } from './cannot-come.tsx'
import { type AssignmentWords, words } from './words.ts'

export const linesOf = (item: InboxAssignment, category: string): readonly string[] =>
  item.view?.shown.find((one) => one.category === category)?.lines ?? []

export const nameIn = (item: InboxAssignment): string | null => linesOf(item, 'name')[0] ?? null

/** The name with the age; before acceptance the age and where. */
export const headingOf = (item: InboxAssignment, t: AssignmentWords): string => {
  const age = linesOf(item, 'age')[0]
  const said = [nameIn(item) ?? age, nameIn(item) === null ? linesOf(item, 'area')[0] : age].filter(Boolean).join(', ')
  return said === '' ? t.somebody : said
}

export const leadOf = ({ referrer, practice, name, sentOn }: InboxAssignment, t: AssignmentWords, language: Language): string =>
  `${t.asks(referrer.name, practice.name, name)}${sentOn === null ? '' : ` ${t.sent(shortDate(sentOn, language))}`}`

/** Said in the heading or in places of their own. */
const elsewhere: ReadonlySet<string> = new Set(['request', 'name', 'age', 'goal', 'safety', 'attendance'])

/** Her own goal, and what to mind. */
export function About({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const goal = linesOf(item, 'goal')
  const safety = linesOf(item, 'safety')
  return (
    <div className="stack">
      <CannotCome item={item} />
      {goal.length === 0 ? null : <blockquote className="quote">{`“${goal.join(' ')}”`}</blockquote>}
      {safety.length === 0 ? null : (
        <Note look="warn">
          <p>
            <strong>{t.safety}</strong>
          </p>
          <p>{sentences(safety)}</p>
        </Note>
      )}
    </div>
  )
}

/** What else was sent, and who asks. */
export function Facts({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const facts = item.view?.shown.filter(({ category }) => !elsewhere.has(category)) ?? []
  return (
    <div className="stack">
      <dl className="facts">
        {facts.map(({ category, label, lines }) => (
          <Fact key={category} label={capital(label)}>
            {category === 'phone' ? (
              <Tel phone={lines[0] ?? ''} />
            ) : lines.length === 1 ? (
              capital(lines[0] ?? '')
            ) : (
              sentences(lines)
            )}
          </Fact>
        ))}
        <Fact label={t.holder}>{item.holder.me ? capital(t.you) : item.holder.name}</Fact>
        <Fact label={t.caseNumber}>{item.caseId}</Fact>
      </dl>
      <div className="row-of panel asker">
        <span className="face" aria-hidden="true">
          {initials(item.referrer.name)}
        </span>
        <div>
          <p className="small mute">{t.asker}</p>
          <p>
            <strong>{item.referrer.name}</strong>, {item.practice.name}
          </p>
          <p className="small">
            <Colleague phone={item.referrer.phone} />
            {item.deputy === null ? null : (
              <>
                {item.referrer.phone === null ? '' : ', '}
                {t.deputy(item.deputy.name)} <Colleague phone={item.deputy.phone} />
              </>
            )}
          </p>
        </div>
      </div>
    </div>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

const Tel = ({ phone }: { readonly phone: string }) => {
  const tel = telOf(phone)
  return tel === null ? (
    capital(phone)
  ) : (
    <a className="tel" href={tel}>
      {phone}
    </a>
  )
}

const Colleague = ({ phone }: { readonly phone: string | null }) => {
  const tel = telOf(phone)
  return tel === null ? null : (
    <a className="nowrap" href={tel}>
      {phone}
    </a>
  )
}

/** What was done so far, what is seen and what is not. */
export function Around({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { sessions, dose, view } = item
  return (
    <>
      {sessions.length === 0 && item.startedOn === null ? null : (
        <section className="part" aria-labelledby={`sessions-${item.assignmentId}`}>
          <div className="spread">
            <h2 id={`sessions-${item.assignmentId}`}>{t.sessions}</h2>
            <span className="small mute">{`${dose.words}${dose.reached === true ? `. ${t.enough}` : ''}`}</span>
          </div>
          {sessions.length === 0 ? (
            <p className="mute">{t.noSessions}</p>
          ) : (
            <ol className="sessions">
              {sessions.map(({ on, attended }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two on one day are told apart by their place
                <li key={`${on}.${index}`} className={attended ? '' : 'missed'}>
                  <span className="nowrap">{shortDate(on, language)}</span>{' '}
                  <span className="small">{attended ? t.was : t.wasNot}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      {view === null ? null : (
        <details className="twin">
          <summary>{t.seesNot}</summary>
          <ul className="seen">
            {view.notShown.map(({ category, label, why }) => (
              <li key={category}>
                {capital(label)}
                <br />
                <span className="mute small">{capital(why)}</span>
              </li>
            ))}
          </ul>
          <p className="small mute">{view.summary}</p>
        </details>
      )}
    </>
  )
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0] ?? '')
    .filter((letter) => /\p{Lu}/u.test(letter))
    .slice(0, 2)
    .join('')
