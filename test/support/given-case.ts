// Given a case, when somebody asks something of it, then this is logged: deciding tested without a database.
import { pathwayVersions } from '../../pathways/versions.ts'
import type { Answers } from '../../src/domain/answers.ts'
import { addPeriod, type IsoDate } from '../../src/domain/calendar.ts'
import type { LogEntry } from '../../src/domain/case-log.ts'
import type { CaseState, SubjectEffect } from '../../src/domain/case-state.ts'
import type { Command, CommandType, OpenCase } from '../../src/domain/commands.ts'
import { passedBy, passingOf } from '../../src/domain/deadline-book.ts'
import { type Decided, decide, decideOpening, decidePassing } from '../../src/domain/decide.ts'
import type { Gathered } from '../../src/domain/first-entry.ts'
import type { Instrument } from '../../src/domain/instrument.ts'
import { machineMetaOf } from '../../src/domain/machine-definition.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Role } from '../../src/domain/role.ts'
import { type Stage, stageOf } from '../../src/domain/stage.ts'

export const pathway = pathwayVersions.at(-1)!

type Payload<Type extends CommandType> = Extract<Command, { type: Type }>['payload']

/** Answers that complete an analysis without findings, with the wishes said. */
export function wholeAnalysis({ sections }: Instrument): Answers {
  const items = sections.flatMap((section) => section.items)
  return Object.fromEntries(
    items.map((item) => {
      if (item.kind === 'yesNo' && item.redFlag !== undefined) return [item.id, { is: 'given', value: 'no' }]
      return [
        item.id,
        item.id.startsWith('wishes') && item.kind === 'text' ? { is: 'given', value: 'weer dansen' } : { is: 'declined' },
      ]
    }),
  ) as Answers
}

export type GivenCase = {
  readonly opened: Result<Decided>
  readonly log: readonly LogEntry[]
  readonly effects: readonly SubjectEffect[]
  readonly state: CaseState
  readonly stage: Stage
  readonly today: IsoDate
  /** The types of what was logged, those of assignments behind a slash. */
  readonly happened: string[]
  when<Type extends CommandType>(
    type: Type,
    payload: Payload<Type>,
    by?: Role,
    occurredOn?: IsoDate,
    gathered?: Gathered,
  ): Result<Decided>
  /** Takes what must be possible. */
  after<Type extends CommandType>(type: Type, payload: Payload<Type>, by?: Role): GivenCase
  days(count: number): GivenCase
  /** Fires every deadline that has passed by today, earliest first; says how many. */
  fireDue(daysLate?: number): number
}

/** A case that begins on `day` with a signal about somebody of 80 who lives at home. */
export function givenCase(day: IsoDate = '2026-01-05', open: Partial<OpenCase> = {}): GivenCase {
  const log: LogEntry[] = []
  const effects: SubjectEffect[] = []
  let state: CaseState | null = null
  let today = day

  const keep = (decided: Result<Decided>): Result<Decided> => {
    if (decided.ok) {
      log.push(...decided.value.entries)
      effects.push(...decided.value.effects)
      state = decided.value.state
    }
    return decided
  }
  const opening = { caseId: 'c1', personId: 'p1', age: 80, livesAtHome: 'yes', reopenedFrom: null, ...open } as const
  const opened = keep(decideOpening(pathway, opening, { occurredOn: day, today: day, by: 'signaller' }))

  const self: GivenCase = {
    opened,
    log: log as readonly LogEntry[],
    effects: effects as readonly SubjectEffect[],
    get state(): CaseState {
      if (state === null) throw new Error('The case was not opened')
      return state
    },
    get stage() {
      const primary = self.state.position.context['primary'] as { id: string } | null
      return stageOf(self.state.position, primary === null ? null : (self.state.assignments[primary.id]?.position ?? null))
    },
    get today() {
      return today
    },
    get happened(): string[] {
      return log.map(({ subject, type }) => (subject === 'case' ? type : `${subject}/${type}`))
    },
    when<Type extends CommandType>(
      type: Type,
      payload: Payload<Type>,
      by: Role = 'practiceNurse',
      occurredOn: IsoDate = today,
      gathered: Gathered = {},
    ): Result<Decided> {
      const command = { type, payload } as Command // the type parameter keeps the two together
      return keep(
        decide(
          pathway,
          self.state,
          command,
          { occurredOn, today, by },
          { age: 80, sex: 'F', answers: wholeAnalysis(pathway.instrument), ...gathered },
        ),
      )
    },
    after<Type extends CommandType>(type: Type, payload: Payload<Type>, by: Role = 'practiceNurse'): GivenCase {
      const result = self.when(type, payload, by)
      if (!result.ok) throw new Error(`${type}: ${result.refusal.code}: ${result.refusal.words.en}`)
      return self
    },
    days(count: number): GivenCase {
      today = addPeriod(today, count, 'days')
      return self
    },
    fireDue(daysLate = 0): number {
      for (let fired = 0; ; fired++) {
        if (fired > 2000) throw new Error('Deadlines that never end')
        const books = [
          { subject: 'case', book: self.state.book },
          ...Object.entries(self.state.assignments).map(([subject, { book }]) => ({ subject, book })),
        ]
        const due = books.flatMap(({ subject, book }) => passedBy(book, today).map((row) => ({ subject, row })))
        const [first] = due.sort((a, b) => (a.row.due.at < b.row.due.at ? -1 : 1))
        if (first === undefined) return fired
        const machine = first.subject === 'case' ? pathway.machines.case : pathway.machines.assignment
        const event = passingOf(first.row, machineMetaOf(machine).deadlines)
        const passing = { subject: first.subject, deadline: first.row.deadline, about: first.row.about, event }
        const passed = keep(decidePassing(pathway, self.state, passing, daysLate))
        if (!passed.ok) throw new Error(`${first.row.deadline} passed and was refused: ${passed.refusal.words.en}`)
      }
    },
  }
  return self
}

/** Facts of the risk test that give each level. */
export const screeningOf = {
  low: { falls12m: 0, concern: 'no', mobilityDifficulty: 'no', walks10m: 'yes' },
  moderate: {
    falls12m: 1,
    concern: 'no',
    mobilityDifficulty: 'yes',
    injury: 'no',
    couldNotGetUp: 'no',
    lossOfConsciousness: 'no',
    frail: 'no',
    walk4m: 4.4,
  },
  high: {
    falls12m: 2,
    concern: 'no',
    mobilityDifficulty: 'no',
    injury: 'no',
    couldNotGetUp: 'no',
    lossOfConsciousness: 'no',
    frail: 'no',
    walk4m: 3.4,
    underlying: 'yes',
  },
  undetermined: { falls12m: 1, injury: 'unknown' },
} as const

export const screened = (level: keyof typeof screeningOf): GivenCase =>
  givenCase().after('startScreening', { personAgrees: true }).after('recordScreening', { facts: screeningOf[level] })

/** Somebody at moderate risk for whom In Balans was decided. */
export const decided = (assignmentId = 'a1'): GivenCase =>
  screened('moderate').after('recordDecision', {
    way: 'assignment',
    assignmentId,
    intervention: 'inBalans',
    domain: 'social',
    providerId: 'sportclub',
    goal: 'weer dansen',
    consentGiven: true,
    redFlagsChecked: true,
  })
