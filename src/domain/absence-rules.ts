// Rules of absence: what is refused before it is planned, so that no day comes on which nobody can be reached.
import { addPeriod, type IsoDate } from './calendar.ts'
import { dayWords } from './day-words.ts'
import { type Absence, awayOn, type Directory, reach } from './responsibility.ts'
import type { Refusal } from './result.ts'
import type { Colleague } from './whose-work.ts'

export type PlannedAbsence = Absence & { readonly id: string }

/** Everybody, with every absence that is not over, and what they are called. */
export type Staff = {
  readonly today: IsoDate
  readonly contacts: ReadonlyMap<string, Colleague>
  readonly absences: readonly PlannedAbsence[]
  readonly lastResort: readonly string[]
  readonly coalitions: ReadonlySet<string>
  readonly nameOf: (accountId: string) => string
}

/** What an absence would become; `id` is that of the row that is changed, or new. */
type Period = Pick<Absence, 'fromOn' | 'untilOn'>

/** Null when it may be planned. What the dates alone rule out was refused before. */
export function whyNotAbsent(staff: Staff, absence: PlannedAbsence): Refusal | null {
  const { accountId, replacementId, untilOn } = absence
  const { contacts, nameOf } = staff
  const [who, replacement] = [contacts.get(accountId), contacts.get(replacementId)]
  if (who === undefined || replacement === undefined) throw new Error('Both accounts are looked up before the rules are asked')
  if (accountId === replacementId) return byOneself
  if (untilOn !== null && untilOn < staff.today) return overAlready
  const others = staff.absences.filter(({ id }) => id !== absence.id)
  const own = others.find((one) => one.accountId === accountId && overlap(one, absence) !== null)
  if (own?.kind === 'departure') return leftAlready(nameOf(accountId), own.fromOn)
  if (own !== undefined && absence.kind !== 'departure') return overlapping(nameOf(accountId), own)
  if (!replacement.active) return replacementDisabled(nameOf(replacementId))
  const gone = others.find(
    (one) => one.accountId === replacementId && one.kind === 'departure' && (untilOn === null || one.fromOn <= untilOn),
  )
  const leftOn = gone?.fromOn ?? replacement.leftOn
  if (leftOn !== null && (untilOn === null || leftOn <= untilOn)) return replacementLeaves(nameOf(replacementId), leftOn)
  if (replacement.organisationId !== who.organisationId && !staff.coalitions.has(replacement.organisationId))
    return replacementElsewhere(nameOf(replacementId))
  const circle = wayBack(others, absence)
  if (circle !== null) return inACircle([accountId, ...circle, accountId].map(nameOf))
  return whyNobodyLeft(staff, { ...staff, absences: [...others, absence] })
}

/** Everybody whom the rules looked at: while one of these changes, the answer may change. */
export function readSet({ absences }: Staff, absence: PlannedAbsence): string[] {
  const seen = new Set([absence.accountId])
  const look = (accountId: string): void => {
    if (seen.has(accountId)) return
    seen.add(accountId)
    for (const one of absences) if (one.accountId === accountId && overlap(one, absence) !== null) look(one.replacementId)
  }
  look(absence.replacementId)
  return [...seen].sort()
}

/** The replacements on a way back to who is away, on days when all of them are away; null when there is none. */
function wayBack(others: readonly PlannedAbsence[], absence: PlannedAbsence): string[] | null {
  const search = (accountId: string, days: Period, path: readonly string[]): string[] | null => {
    if (accountId === absence.accountId) return [...path]
    if (path.includes(accountId)) return null
    for (const one of others) {
      const both = one.accountId === accountId ? overlap(one, days) : null
      const found = both === null ? null : search(one.replacementId, both, [...path, accountId])
      if (found !== null) return found
    }
    return null
  }
  return search(absence.replacementId, absence, [])
}

/** The days that both have; null when there are none. */
function overlap(a: Period, b: Period): Period | null {
  const fromOn = a.fromOn > b.fromOn ? a.fromOn : b.fromOn
  const untilOn = a.untilOn === null ? b.untilOn : b.untilOn === null || a.untilOn < b.untilOn ? a.untilOn : b.untilOn
  return untilOn !== null && untilOn < fromOn ? null : { fromOn, untilOn }
}

type Future = Pick<Staff, 'contacts' | 'absences' | 'lastResort' | 'today'>

/** Refused when a change takes away the last coordinator on a day on which there is one now; who reacts late is still there. */
export function whyNobodyLeft(before: Future, after: Future): Refusal | null {
  const days = [...new Set([...daysThatMatter(before), ...daysThatMatter(after)])].sort()
  const lost = days.find((day) => lastResortOn(before, day) !== null && lastResortOn(after, day) === null)
  return lost === undefined ? null : nobodyLeft(lost)
}

function daysThatMatter({ today, absences, contacts }: Future): IsoDate[] {
  const begins = absences.flatMap(({ fromOn, untilOn }) =>
    untilOn === null ? [fromOn] : [fromOn, addPeriod(untilOn, 1, 'days')],
  )
  const leaves = [...contacts.values()].flatMap(({ leftOn }) => (leftOn === null ? [] : [leftOn]))
  return [today, ...[...begins, ...leaves].filter((day) => day > today)]
}

/** Who would have it on `day` if every chain before had failed. */
export function lastResortOn({ contacts, absences, lastResort }: Future, day: IsoDate): string | null {
  const directory: Directory = { contacts, absences: awayOn(absences, day), lastResort }
  return reach(directory, [], day).accountId
}

/** More than a year is no absence but a departure, or another holder. */
export const isTooLong = (fromOn: IsoDate, untilOn: IsoDate): boolean =>
  untilOn > `${String(Number(fromOn.slice(0, 4)) + 1).padStart(4, '0')}${fromOn.slice(4)}`

const byOneself: Refusal = {
  code: 'replacedByOneself',
  words: {
    nl: 'Iemand kan zichzelf niet vervangen. Kies een collega.',
    en: 'Nobody can replace themselves. Choose a colleague.',
  },
}
const overAlready: Refusal = {
  code: 'absenceOver',
  words: {
    nl: 'Deze dagen zijn al voorbij; er is niets over te nemen.',
    en: 'These days are over; there is nothing to take over.',
  },
}
const overlapping = (name: string, { fromOn, untilOn }: Absence): Refusal => ({
  code: 'overlappingAbsence',
  words: {
    nl: `${name} is al afwezig van ${dayWords(fromOn, 'nl')} ${untilOn === null ? 'tot nader bericht' : `tot en met ${dayWords(untilOn, 'nl')}`}. Wijzig die afwezigheid, of trek die eerst in.`,
    en: `${name} is away already from ${dayWords(fromOn, 'en')} ${untilOn === null ? 'until further notice' : `up to and including ${dayWords(untilOn, 'en')}`}. Change that absence, or cancel it first.`,
  },
})
const leftAlready = (name: string, on: IsoDate): Refusal => ({
  code: 'leftAlready',
  words: {
    nl: `${name} vertrekt op ${dayWords(on, 'nl')}. Het werk gaat dan naar de opvolger; wijzig zo nodig wie dat is.`,
    en: `${name} leaves on ${dayWords(on, 'en')}. The work then goes to the successor; change who that is if need be.`,
  },
})
const replacementDisabled = (name: string): Refusal => ({
  code: 'replacementDisabled',
  words: { nl: `${name} kan niet meer inloggen. Kies iemand anders.`, en: `${name} can no longer log in. Choose somebody else.` },
})
const replacementLeaves = (name: string, on: IsoDate): Refusal => ({
  code: 'replacementLeaves',
  words: {
    nl: `${name} vertrekt zelf op ${dayWords(on, 'nl')}. Kies iemand die blijft, of kies een kortere periode.`,
    en: `${name} leaves on ${dayWords(on, 'en')}. Choose somebody who stays, or a shorter period.`,
  },
})
const replacementElsewhere = (name: string): Refusal => ({
  code: 'replacementElsewhere',
  words: {
    nl: `${name} werkt bij een andere organisatie. Kies een collega van dezelfde organisatie, of iemand van de coalitie.`,
    en: `${name} works at another organisation. Choose a colleague of the same organisation, or somebody of the coalition.`,
  },
})
const inACircle = (names: readonly string[]): Refusal => ({
  code: 'replacedInACircle',
  words: {
    nl: `Op dezelfde dagen zou het werk rondgaan: ${names.join(' → ')}. Kies iemand die er dan is.`,
    en: `On the same days the work would go round: ${names.join(' → ')}. Choose somebody who is there then.`,
  },
})
const nobodyLeft = (day: IsoDate): Refusal => ({
  code: 'lastCoordinator',
  words: {
    nl: `Op ${dayWords(day, 'nl')} zou de coalitie geen bereikbare coördinator meer hebben. Wijs eerst een andere coördinator aan.`,
    en: `On ${dayWords(day, 'en')} the coalition would have no coordinator left who can be reached. Name another coordinator first.`,
  },
})
