// The pending deadlines of a case in words: what is awaited, of whom, and what would happen if nobody acts.
import type { Deadline } from '../contract/cases.ts'
import { ofCase, type Subject } from '../domain/case-log.ts'
import type { BookRow, CaseState } from '../domain/case-state.ts'
import { passingOf, ruleById } from '../domain/deadline-book.ts'
import { decidePassing } from '../domain/decide.ts'
import { type MachineMeta, machineMetaOf, type Owner, ownerWords } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language, Words } from '../domain/words.ts'
import { stageIn } from './stage-in.ts'

/** Who has a part in a case today; `because` says what put this person in the place of another. */
export type NamedPerson = {
  readonly accountId: string | null
  readonly name: string
  readonly phone: string | null
  readonly because: Words | null
}
export type WhoIn = (owner: Owner, subject: Subject) => NamedPerson

/** Of the case and of its assignments, the first to pass first; those that stand still last. */
export function deadlineLines(pathway: Pathway, state: CaseState, who: WhoIn, language: Language): Deadline[] {
  const lines = rowsIn(state).map(({ subject, row }) => lineOf(pathway, state, { subject, row, who }, language))
  const rank = ({ standsStillWith, dueAt }: Deadline) => `${standsStillWith === null ? 0 : 1}${dueAt}`
  return lines.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** Everybody who is told when one of the deadlines passes, in a fixed order. */
export const peopleTold = (pathway: Pathway, state: CaseState, who: WhoIn): NamedPerson[] =>
  rowsIn(state).flatMap(({ subject, row }) => {
    const { owner, told } = ruleById(metaFor(pathway, subject).deadlines, row.deadline)
    return [owner, ...told].map((one) => who(one, subject))
  })

const rowsIn = (state: CaseState): { readonly subject: Subject; readonly row: BookRow }[] =>
  [
    { subject: ofCase, book: state.book },
    ...Object.entries(state.assignments).map(([subject, { book }]) => ({ subject, book })),
  ].flatMap(({ subject, book }) => book.map((row) => ({ subject, row })))

type Pending = { readonly subject: Subject; readonly row: BookRow; readonly who: WhoIn }

function lineOf(pathway: Pathway, state: CaseState, { subject, row, who }: Pending, language: Language): Deadline {
  const meta = metaFor(pathway, subject)
  const rule = ruleById(meta.deadlines, row.deadline)
  const responsible = (owner: Owner): Deadline['owner'] => {
    const { accountId, name, phone, because } = who(owner, subject)
    return { code: owner, words: ownerWords(owner)[language], accountId, name, phone, because: because?.[language] ?? null }
  }
  return {
    id: [subject, row.deadline, row.about ?? '', row.startedSeq].join('.'),
    subject,
    rule: row.deadline,
    about: row.about,
    awaited: rule.words[language],
    startedOn: row.startedOn,
    dueOn: row.due.on,
    dueAt: row.due.at,
    opensOn: row.due.opensOn,
    standsStillWith: row.paused,
    standsStillBecause: row.paused === null ? null : stillWords(state, subject)[language],
    owner: responsible(rule.owner),
    told: rule.told.map(responsible),
    why: rule.why[language],
    ifNobodyActs: outcomeOf(pathway, state, subject, row, language),
    source: rule.source,
    status: rule.status,
  }
}

const metaFor = ({ machines }: Pathway, subject: Subject): MachineMeta =>
  machineMetaOf(subject === ofCase ? machines.case : machines.assignment)

/** A hold stops every clock of what is under way; a pause only that of its own assignment. */
function stillWords({ position }: CaseState, subject: Subject): Words {
  if ((position.value as { safety: string }).safety === 'held')
    return { nl: 'De huisarts kijkt eerst. Daarna loopt de tijd verder.', en: 'The GP looks first. Then the clock goes on.' }
  return subject === ofCase
    ? { nl: 'Dit wacht op een afgesproken dag.', en: 'This waits for an agreed day.' }
    : { nl: 'De opdracht is gepauzeerd.', en: 'The assignment is paused.' }
}

/** The passing is decided as it would be if nothing else happened until then, and not kept. */
function outcomeOf(
  pathway: Pathway,
  state: CaseState,
  subject: Subject,
  row: BookRow,
  language: Language,
): Deadline['ifNobodyActs'] {
  const meta = metaFor(pathway, subject)
  const event = passingOf(row, meta.deadlines)
  const passed = decidePassing(pathway, state, { subject, deadline: row.deadline, about: row.about, event }, 0)
  const happening = meta.events[event.type]?.[language] ?? event.type
  if (!passed.ok) return { happening, follows: [passed.refusal.words[language]], thenAt: named(stageIn(state), language) }
  const follows = passed.value.effects.flatMap((one) => {
    const effects = metaFor(pathway, one.subject)
    const words = effects.effects[one.effect.type]?.[language]
    if (words === undefined || silent.has(one.effect.type)) return []
    const of = one.effect.params?.['deadline']
    return [of === undefined ? words : `${words}: ${ruleById(effects.deadlines, String(of)).words[language]}`]
  })
  return { happening, follows: [...new Set(follows)], thenAt: named(stageIn(passed.value.state), language) }
}

/** Bookkeeping that nobody notices. */
const silent: ReadonlySet<string> = new Set(['stopDeadline', 'tellCase'])

const named = (stage: Stage, language: Language) => ({ code: stage, words: stageWords[stage][language] })
