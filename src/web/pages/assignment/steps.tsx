// The steps of one assignment as a line with stations; under the one where it stands, what can be done.
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { getAssignmentCalendar, type InboxAssignment } from '../../../contract/inbox.ts'
import { takeAlong } from '../../api/files.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { Phone } from '../inbox/phone.tsx'
import { capital, sentences } from '../inbox/said.ts'
import { linesOf, nameIn } from './about.tsx'
import { ActButton, type ActName, canDo } from './acts.tsx'
import { OtherActs } from './other-acts.tsx'
import { type AssignmentWords, words } from './words.ts'

const stations = ['answer', 'call', 'plan', 'start', 'end', 'report'] as const
type Station = (typeof stations)[number]

/** Where the line stands, by the state of the one vocabulary of assignments. */
const at: { readonly [state: string]: Station } = {
  sent: 'answer',
  waitlisted: 'answer',
  accepted: 'plan',
  planned: 'start',
  started: 'end',
  paused: 'end',
  completed: 'report',
  stoppedEarly: 'report',
}

const actsAt: { readonly [station in Station]: readonly ActName[] } = {
  answer: ['accept', 'decline'],
  call: [],
  plan: ['plan'],
  start: ['start', 'planAgain'],
  end: ['session', 'complete', 'stop'],
  report: ['report'],
}

export function Steps({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const code = item.state.code
  const here = at[code]
  const place = here === undefined ? stations.length : stations.indexOf(here)
  const { attempts } = item
  const reached = attempts.total > 0 && attempts.notReachedInARow === 0
  const classOf = (station: Station, index: number): string => {
    if (station === here) return 'now'
    if (station === 'call') return reached ? 'done' : attempts.total > 0 ? 'half' : ''
    if (index >= place) return 'later'
    return station === 'plan' && item.startsOn === null ? '' : 'done'
  }
  const detail: { readonly [station in Station]: ReactNode } = {
    answer: code === 'waitlisted' ? t.waiting : null,
    call: <Called item={item} t={t} />,
    plan: item.startsOn === null ? null : <Planned item={item} day={shortDate(item.startsOn, language)} t={t} />,
    start: item.startedOn === null ? null : shortDate(item.startedOn, language),
    end: item.startedOn === null ? null : item.dose.words,
    report: code === 'reported' ? t.reported : null,
  }
  const nameOf = (station: Station): string =>
    station === 'end' && code in t.endedAs ? t.endedAs[code as keyof typeof t.endedAs] : t.stations[station]
  return (
    <>
      <ol className="path stations">
        {stations.map((station, index) => (
          <li key={station} className={classOf(station, index)} aria-current={station === here ? 'step' : undefined}>
            <h4>{nameOf(station)}</h4>
            {detail[station] === null ? null : <div className="small mute">{detail[station]}</div>}
            {station === here ? <Here item={item} station={station} t={t} /> : null}
          </li>
        ))}
      </ol>
      <OtherActs item={item} shown={here === undefined ? [] : actsAt[here]} />
    </>
  )
}

/** The day, and as long as it is ahead the same day as a file for an agenda. */
function Planned({ item, day, t }: { readonly item: InboxAssignment; readonly day: string; readonly t: AssignmentWords }) {
  const take = useMutation({ mutationFn: () => takeAlong(getAssignmentCalendar, {}, { assignmentId: item.assignmentId }) })
  if (item.startsOn === null || item.startsOn < item.today || item.startedOn !== null) return day
  return (
    <>
      {day}{' '}
      <Button look="quiet" small onPress={() => take.mutate()} busy={take.isPending ? t.busy : false}>
        {t.toAgenda}
      </Button>
      {take.error === null ? t.agendaMail : <WentWrong error={take.error} again={() => take.mutate()} />}
    </>
  )
}

/** What can be done where it stands; the first is what usually comes next. */
function Here({ item, station, t }: { readonly item: InboxAssignment; readonly station: Station; readonly t: AssignmentWords }) {
  const possible = actsAt[station].filter((act) => canDo(item, act))
  const [first] = actsAt[station]
  const why = first === undefined || canDo(item, first) ? null : whyNot(item, first)
  const flags = station === 'start' && canDo(item, 'flags')
  return (
    <div className="here">
      {flags ? <ActButton item={item} act="flags" look={canDo(item, 'start') ? 'plain' : 'main'} /> : null}
      {why === null ? null : (
        <Note look="warn">
          <p>{sentences([why])}</p>
        </Note>
      )}
      {possible.map((act, index) => (
        <ActButton key={act} item={item} act={act} look={index === 0 ? 'main' : 'plain'} />
      ))}
      {station === 'answer' ? <p className="small mute">{t.acceptNote}</p> : null}
    </div>
  )
}

const commandOf: { readonly [act in ActName]?: string } = {
  start: 'startAssignment',
  session: 'recordSession',
  plan: 'planStart',
  report: 'reportAssignment',
}
const whyNot = (item: InboxAssignment, act: ActName): string | null =>
  item.allowed.find(({ command }) => command === commandOf[act])?.why?.words ?? null

function Called({ item, t }: { readonly item: InboxAssignment; readonly t: AssignmentWords }) {
  const { attempts } = item
  const logs = item.allowed.some(({ command, allowed }) => command === 'recordAttempt' && allowed)
  const phone = linesOf(item, 'phone')[0] ?? null
  const said = [
    attempts.total === 0 ? '' : t.tried(attempts.total),
    attempts.notReachedInARow === 0 ? '' : t.missed(attempts.notReachedInARow),
  ]
    .filter((one) => one !== '')
    .join(', ')
  return (
    <>
      {said === '' ? (logs ? t.notCalled : null) : `${capital(said)}.`}
      {logs && phone !== null ? (
        <span className="btns phone">
          <Phone item={item} name={nameIn(item) ?? t.somebody} phone={phone} logs asking small />
        </span>
      ) : null}
      {attempts.advice === null || !canDo(item, 'decline') ? null : (
        <Note look="warn">
          <p>{sentences([attempts.advice])}</p>
          <ActButton item={item} act="giveBack" />
        </Note>
      )}
    </>
  )
}
