// One assignment in the inbox: what is asked of whom, by when, and the answer at once.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InboxLine } from '../../../contract/inbox.ts'
import { daysFrom, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Shown } from '../../ui/states.tsx'
import { cannotComeWords } from '../assignment/cannot-come.tsx'
import { DeclineForm } from './decline.tsx'
import { Phone } from './phone.tsx'
import { assignmentQuery } from './queries.ts'
import { capital, sentences } from './said.ts'
import { words } from './words.ts'

export type RowProps = {
  readonly line: InboxLine
  readonly today: string
  readonly chosen: boolean
  readonly declining: boolean
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onAccept: () => void
  readonly onDecline: (open: boolean) => void
  readonly onDeclined: () => void
}

export const may = ({ allowed }: Pick<InboxLine, 'allowed'>, command: string): boolean =>
  allowed.some((one) => one.command === command)

const following = ['planStart', 'startAssignment', 'recordSession', 'resumeAssignment', 'reportAssignment'] as const

export function Row({ line, today, chosen, declining, busy, onChoose, onAccept, onDecline, onDeclined }: RowProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const answers = may(line, 'acceptAssignment')
  const where = line.name === null ? '' : (line.area ?? '')
  const holder = line.holder.me ? t.withMe : line.holder.accountId === null ? t.withNobody : t.with(line.holder.name)
  const about = [
    line.daysOpen === null || !answers ? '' : t.open(line.daysOpen),
    answers ? '' : line.startsOn === null ? t.noStart : t.startsOn(shortDate(line.startsOn, language)),
    holder,
  ]
  return (
    <li className={chosen ? 'task open' : 'task'} data-id={line.assignmentId} onFocus={onChoose}>
      <div className="spread">
        <h3>
          <Link to="/inbox/$assignmentId" params={{ assignmentId: line.assignmentId }} preload={false}>
            {line.name ?? [line.age, line.area].filter(Boolean).join(', ')}
          </Link>{' '}
          {line.name === null ? null : <span className="mute nowrap age">{line.age}</span>}
        </h3>
        <Clock line={line} today={today} />
      </div>
      <p>
        <strong>{capital(line.asked.join(', '))}</strong>
      </p>
      <p className="mute">{sentences([where, ...line.wishes].filter((one) => one !== ''))}</p>
      <Cannot line={line} />
      <p className="small mute">{sentences([about.filter((one) => one !== '').join(', ')])}</p>
      <Answers {...{ line, declining, busy, onAccept, onDecline }} />
      {declining ? <Declining line={line} onCancel={() => onDecline(false)} onDone={onDeclined} /> : null}
    </li>
  )
}

/** Said by the code of the plan; the day that was agreed stands no longer. */
function Cannot({ line: { cannotCome, startsOn } }: Pick<RowProps, 'line'>) {
  const t = useTexts(cannotComeWords)
  const { language } = useLanguage()
  return cannotCome && startsOn !== null ? <p className="aged">{t.on(shortDate(startsOn, language))}</p> : null
}

/** What can be done with it at once. */
function Answers({
  line,
  declining,
  busy,
  onAccept,
  onDecline,
}: Pick<RowProps, 'line' | 'declining' | 'busy' | 'onAccept' | 'onDecline'>) {
  const t = useTexts(words)
  const answers = may(line, 'acceptAssignment')
  // Who has a day is not asked for one again.
  const next = following.find((command) => may(line, command) && (command !== 'planStart' || line.startsOn === null))
  return (
    <div className="btns">
      {answers ? (
        <>
          <Button small onPress={onAccept} shortcut="A" busy={busy ? t.accepting : false}>
            {t.accept}
          </Button>
          {may(line, 'declineAssignment') ? (
            <Button small onPress={() => onDecline(!declining)} shortcut="K" expanded={declining}>
              {t.decline}
            </Button>
          ) : null}
        </>
      ) : (
        <Link
          className={buttonClass('plain', true)}
          to="/inbox/$assignmentId"
          params={{ assignmentId: line.assignmentId }}
          preload={false}
        >
          {next === undefined ? t.look : t.next[next]}
        </Link>
      )}
      {line.runId === null || line.name === null ? null : (
        <Link className={buttonClass('plain', true)} to="/groups/$runId" params={{ runId: line.runId }} preload={false}>
          {t.group}
        </Link>
      )}
      <Phone item={line} name={line.name ?? t.somebody} phone={line.phone} logs={may(line, 'recordAttempt')} small />
    </div>
  )
}

/** Which reasons there are comes with the assignment itself. */
function Declining({
  line,
  onCancel,
  onDone,
}: {
  readonly line: InboxLine
  readonly onCancel: () => void
  readonly onDone: () => void
}) {
  const { language } = useLanguage()
  const whole = useQuery(assignmentQuery(line.assignmentId, language))
  return (
    <div className="under">
      <Shown asked={whole} lines={4}>
        {(item) => <DeclineForm item={item} onCancel={onCancel} onDone={onDone} />}
      </Shown>
    </div>
  )
}

/** What is awaited by when, in calendar days. */
export function Clock({ line, today }: { readonly line: Pick<InboxLine, 'clock' | 'allowed'>; readonly today: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (line.clock === null) return null
  const days = daysFrom(today, line.clock.dueOn)
  const said = days < 0 ? t.late(-days) : days > 0 ? t.left(days) : may(line, 'acceptAssignment') ? t.answerToday : t.dueToday
  return (
    <span
      className={`small nowrap ${days < 0 ? 'late' : days === 0 ? 'found' : 'mute'}`}
      title={`${line.clock.awaited}: ${shortDate(line.clock.dueOn, language)}`}
    >
      {said}
    </span>
  )
}
