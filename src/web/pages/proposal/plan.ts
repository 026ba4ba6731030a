// What the choices come to: the assignments that can be sent, the tasks of the practice, and what is still missing.
import { type Choices, type ChosenOffer, interventionIn, ownWay } from './choices.ts'
import type { Proposal } from './lines.ts'

export type Planned = {
  readonly code: string
  readonly name: string
  readonly kind: 'primary' | 'followUp'
  readonly offer: ChosenOffer
}

export type Plan = {
  readonly assignments: readonly Planned[]
  /** Chosen to do, with no offer: somebody of the practice does it. */
  readonly tasks: readonly { readonly code: string; readonly name: string }[]
  /** The person exercises without an assignment. */
  readonly own: boolean
  /** Lines without an answer. */
  readonly open: readonly { readonly code: string; readonly name: string }[]
  readonly missing: readonly {
    readonly what: 'goal' | 'choice' | 'reason' | 'instead'
    readonly code: string
    readonly name: string
  }[]
  /** Goes into the record of the decision: why something else than proposed. */
  readonly reason: string | null
  /** What is put off or done otherwise, each with the person's reason. */
  readonly notNow: readonly { readonly code: string; readonly answer: 'not' | 'other'; readonly reason: string }[]
}

/** `decided`: the primary intervention stands already, and only follow-ups are chosen; `waiting`: something else is ready to be sent. */
export function planOf({ lines, not }: Proposal, choices: Choices, decided: boolean, waiting = false): Plan {
  const { answers, reasons, offers } = choices
  const nameOf = (code: string): string => [...lines, ...not].find((one) => one.code === code)?.name ?? code
  const interventions = decided ? [] : lines.filter(({ form }) => form !== 'followUp')
  const followUps = lines.filter(({ form }) => form === 'followUp')
  const codes = interventions.map(({ code }) => code)
  const primary = interventionIn(choices, codes)
  const own = primary === ownWay
  const doing = [
    ...(primary === null || own ? [] : [{ code: primary, kind: 'primary' as const }]),
    ...followUps.filter(({ code }) => answers[code] === 'do').map(({ code }) => ({ code, kind: 'followUp' as const })),
  ]
  const assignments = doing.flatMap(({ code, kind }): Planned[] => {
    const offer = offers[code]
    return offer === undefined ? [] : [{ code, name: nameOf(code), kind, offer }]
  })
  const tasks = doing.filter(({ code }) => offers[code] === undefined).map(({ code }) => ({ code, name: nameOf(code) }))
  const open = [
    // An alternative is asked about when what comes before it is not done.
    ...(primary === null ? interventions.filter(({ code }) => answers[code] === undefined).slice(0, 1) : []),
    ...followUps.filter(({ code }) => answers[code] === undefined),
  ].map(({ code, name }) => ({ code, name }))
  const given = [...interventions, ...followUps].filter(({ code }) => answers[code] !== undefined && answers[code] !== 'do')
  const needing = given.filter(({ code, form }) => answers[code] === 'not' || form === 'followUp' || deviates(choices, codes))
  const withoutReason = needing.filter(({ code }) => (reasons[code] ?? '').trim() === '')
  const isOther = interventions.find(({ code }) => answers[code] === 'other')
  const notNow = given.flatMap(({ code }) => {
    const [reason, answer] = [(reasons[code] ?? '').trim(), answers[code]]
    return reason === '' || answer === undefined || answer === 'do' ? [] : [{ code, answer, reason }]
  })
  const said = notNow.map(({ code, reason }) => `${nameOf(code)}: ${reason}`)
  return {
    assignments,
    tasks,
    own,
    open,
    missing: [
      ...(!decided && choices.goal.trim() === '' ? [{ what: 'goal' as const, code: 'goal', name: '' }] : []),
      ...(isOther !== undefined && primary === null
        ? [{ what: 'instead' as const, code: isOther.code, name: isOther.name }]
        : []),
      ...withoutReason.map(({ code, name }) => ({ what: 'reason' as const, code, name })),
      ...(doing.length === 0 && !own && !waiting ? [{ what: 'choice' as const, code: lines[0]?.code ?? '', name: '' }] : []),
    ],
    reason: said.length === 0 ? null : said.join('. '),
    notNow,
  }
}

/** Something of the catalogue that was not proposed. */
const deviates = ({ instead }: Choices, proposed: readonly string[]): boolean =>
  instead !== null && instead !== ownWay && !proposed.includes(instead)
