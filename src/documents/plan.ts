// My plan: what somebody wants, what she will do, what others do, and what to do after a fall. At most two pages, never a diagnosis.
import type { Block, Line, PaperDocument, Step } from '../contract/documents.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { PictureName } from '../domain/pictures.ts'
import type { Language } from '../domain/words.ts'
import { longDay } from './long-day.ts'
import { doneByOthers, planWords } from './plan-words.ts'
import { qrOf } from './qr.ts'

/** What is not over yet. */
export const planStates = ['proposed', 'sent', 'waitlisted', 'accepted', 'planned', 'started', 'paused'] as const
export type PlanState = (typeof planStates)[number]

export type PlanDeed = {
  readonly assignmentId: string
  readonly code: string
  /** In plain words, without a full stop. */
  readonly what: string
  readonly state: PlanState
  /** Null: nobody is named yet. */
  readonly who: { readonly name: string; readonly organisation: string | null; readonly phone: string | null } | null
  readonly place: string | null
  /** In words: `maandag en donderdag`. */
  readonly days: string | null
  readonly time: string | null
  /** By when it is awaited. */
  readonly by: IsoDate | null
  readonly startsOn: IsoDate | null
}

export type PlanFacts = {
  readonly language: Language
  readonly today: IsoDate
  readonly name: string
  /** In her own words; null: not said. */
  readonly goal: string | null
  /** The doctor looks first: no exercise. */
  readonly held: boolean
  /** What matters most first. */
  readonly deeds: readonly PlanDeed[]
  readonly practice: {
    readonly name: string
    readonly phone: string | null
    readonly nurse: string
    readonly nursePhone: string | null
  }
  readonly code: { readonly code: string; readonly address: string } | null
}

/** More at once is not done. Source: the design of the plan; status: local default. */
const mostDeeds = 4
/** A whole story does not fit on two pages beside the rest; what is longer is cut, visibly. */
const longestGoal = 600

export function planDocument(facts: PlanFacts): PaperDocument {
  const { language, today, name } = facts
  const say = planWords[language]
  const own = facts.deeds.filter(({ code }) => !doneByOthers.has(code))
  const doing = own.slice(0, mostDeeds)
  return {
    title: say.title,
    language,
    reader: 'person',
    wide: false,
    above: name,
    beside: longDay(today, language, null),
    parts: [
      { title: say.wish, apart: false, blocks: goalIn(facts) },
      { title: say.doing, apart: false, blocks: doingIn(facts, doing) },
      { title: say.others, apart: false, blocks: othersIn(facts, own.slice(mostDeeds)) },
      { title: say.appointments, apart: false, blocks: [appointmentsIn(facts)] },
      { title: say.falling, apart: true, blocks: [fallingIn(facts)] },
      { title: say.tell, apart: false, blocks: [{ is: 'lines', lines: [[say.tellWhy]] }] },
      { title: say.questions, apart: false, blocks: questionsIn(facts) },
    ],
  }
}

function goalIn({ goal, language }: PlanFacts): Block[] {
  if (goal === null)
    return [
      { is: 'lines', lines: [[planWords[language].noWish]] },
      { is: 'room', lines: 2 },
    ]
  return [{ is: 'own', text: goal.length <= longestGoal ? goal : `${goal.slice(0, longestGoal).trimEnd()} …` }]
}

function doingIn(facts: PlanFacts, doing: readonly PlanDeed[]): Block[] {
  const say = planWords[facts.language]
  const held: Block[] = facts.held ? [{ is: 'lines', lines: [[{ strong: say.held }]] }] : []
  if (doing.length === 0) return [...held, { is: 'lines', lines: [[say.nothing]] }]
  return [...held, { is: 'steps', large: false, steps: doing.map((deed) => stepIn(facts, deed)) }]
}

function stepIn(facts: PlanFacts, deed: PlanDeed): Step {
  const say = planWords[facts.language]
  const { who, place, days, time } = deed
  const lines: (Line | null)[] = [
    who === null ? null : [say.withWhom(who.name, who.organisation)],
    place === null ? null : [say.where(place)],
    days === null ? null : [say.when(days, time)],
    facts.held && pictureOf(deed.code) === 'exercise' ? [say.waits] : nextIn(facts, deed),
    who?.phone == null ? null : [say.phone, { phone: who.phone }],
  ]
  return { picture: pictureOf(deed.code), title: deed.what, lines: lines.filter((line) => line !== null) }
}

/** What happens next, and who moves first. */
function nextIn({ language, today }: PlanFacts, { state, who, by, startsOn }: PlanDeed): Line {
  const say = planWords[language]
  const day = (on: IsoDate): Line => [{ strong: longDay(on, language, today) }, '.']
  const coming = by !== null && by >= today ? by : null
  switch (state) {
    case 'proposed':
      return [say.prepared]
    case 'sent':
      return coming === null ? [say.answer] : [say.answerBy, ...day(coming)]
    case 'waitlisted':
      return [say.waiting]
    case 'accepted': {
      const caller = who?.name ?? say.somebody
      return coming === null ? [say.calls(caller)] : [say.callsBy(caller), ...day(coming)]
    }
    case 'planned':
      return startsOn === null ? [say.calls(who?.name ?? say.somebody)] : [say.first, ...day(startsOn)]
    case 'started':
      return [say.goesOn]
    case 'paused':
      return [say.rests]
  }
}

function othersIn({ deeds, language, practice }: PlanFacts, later: readonly PlanDeed[]): Block[] {
  const say = planWords[language]
  const lines: Line[] = [
    ...deeds.filter(({ code }) => doneByOthers.has(code)).map(({ what }): Line => [`${what}.`]),
    [say.asksHow(practice.nurse)],
  ]
  const rest: Block[] =
    later.length === 0
      ? []
      : [
          { is: 'lines', lines: [[say.later]] },
          { is: 'list', items: later.slice(0, 3).map(({ what }) => what) },
        ]
  return [{ is: 'lines', lines }, ...rest]
}

/** Those that are known, and room for the others. */
function appointmentsIn({ deeds, language, today }: PlanFacts): Block {
  const say = planWords[language]
  const rows = appointmentsOf({ deeds, today })
    .slice(0, 4)
    .map(({ startsOn, time, who, what }) => [longDay(startsOn, language, today), time ?? '', who?.name ?? what])
  return {
    is: 'table',
    caption: say.appointments,
    head: [say.day, say.time, say.with],
    rows,
    blank: Math.max(1, 3 - rows.length),
  }
}

export type Appointment = PlanDeed & { readonly startsOn: IsoDate }

/** First meetings that are still to come. */
export const appointmentsOf = ({ deeds, today }: Pick<PlanFacts, 'deeds' | 'today'>): Appointment[] =>
  deeds
    .filter((deed): deed is Appointment => deed.state === 'planned' && deed.startsOn !== null && deed.startsOn >= today)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))

const fallPictures = ['lie', 'crawl', 'rise', 'phone'] as const

function fallingIn({ language, practice }: PlanFacts): Block {
  const say = planWords[language]
  const doctor: Line = practice.phone === null ? [say.elseWithout] : [say.else, { phone: practice.phone }]
  const steps = say.fall.map(([title, line], index): Step => {
    const last = index === say.fall.length - 1
    const lines: Line[] = last ? [[line, { phone: '112' }, '.'], doctor] : [[line]]
    return { picture: fallPictures[index] ?? null, title: `${index + 1}. ${title}`, lines }
  })
  return { is: 'steps', large: true, steps }
}

function questionsIn({ language, practice, code }: PlanFacts): Block[] {
  const say = planWords[language]
  const phone = practice.nursePhone ?? practice.phone
  const lines: Line[] = [[say.call(practice.nurse, practice.name)], ...(phone === null ? [] : [[{ phone }]])]
  if (code === null) return [{ is: 'lines', lines }]
  const home: Block = {
    is: 'code',
    words: say.home,
    code: `${code.code.slice(0, 5)} ${code.code.slice(5)}`,
    how: say.homeHow,
    about: say.homeQr,
    qr: qrOf(code.address),
  }
  return [{ is: 'lines', lines }, home]
}

const pictureOf = (code: string): PictureName => pictureByCode[code] ?? (talks.has(code) ? 'talk' : 'exercise')
const pictureByCode: { readonly [code: string]: PictureName } = {
  medicationReview: 'pill',
  eyeTest: 'eye',
  homeCheck: 'house',
  occupationalTherapyHomeVisit: 'house',
  homeAdaptation: 'house',
}
const talks: ReadonlySet<string> = new Set([
  'orthostaticHypotensionConsult',
  'nutritionAdvice',
  'dietitian',
  'continenceAssessment',
  'welfareCoach',
  'moodConsult',
  'cognitionConsult',
  'zichtOpEvenwichtHome',
])
