// What was filled in on the page of a link, as the act it stands for; or what is still missing, at which field.
import type { LinkAct } from '../contract/links.ts'
import { fieldOf } from '../documents/attendance-page.ts'
import type { FormFault } from '../documents/form-parts.ts'
import { AssignmentId } from '../domain/commands.ts'
import type { Language, Words } from '../domain/words.ts'

export type Filled = ReadonlyMap<string, string>

/** Null: no page of ours sends this. */
export type FromForm = { readonly act: LinkAct } | { readonly faults: readonly FormFault[] } | null

export function actIn(filled: Filled, language: Language): FromForm {
  const faults = (...all: readonly (readonly [string, Words])[]): FromForm => ({
    faults: all.map(([field, words]) => ({ field, says: words[language] })),
  })
  const text = (field: string): string => (filled.get(field) ?? '').trim()
  switch (filled.get('act')) {
    case 'accept':
      return { act: { act: 'accept' } }
    case 'confirm':
      return { act: { act: 'confirm' } }
    case 'decline': {
      const [reason, note] = [text('reason'), text('note')]
      if (reason === '') return faults(['reason', says.reason])
      if (note.length > mostText) return faults(['note', says.tooLong])
      return { act: { act: 'decline', reason, ...(note === '' ? {} : { note }) } }
    }
    case 'askChange': {
      const change = text('text')
      if (change === '') return faults(['text', says.change])
      return change.length > mostText ? faults(['text', says.tooLong]) : { act: { act: 'askChange', text: change } }
    }
    case 'everybody':
    case 'attendance':
      return attendanceIn(filled, filled.get('act') === 'everybody', faults)
    default:
      return null
  }
}

type Faults = (...all: readonly (readonly [string, Words])[]) => FromForm

function attendanceIn(filled: Filled, everybody: boolean, faults: Faults): FromForm {
  const people = (filled.get('people') ?? '').split(' ')
  if (!people.every((id) => AssignmentId.safeParse(id).success)) return null
  const choiceOf = (id: string) => filled.get(fieldOf(id))
  const absent = people.filter((id) => choiceOf(id) === 'absent')
  if (everybody)
    return absent.length > 0
      ? faults(['everybody', says.notEverybody])
      : { act: { act: 'attendance', present: people, absent: [] } }
  const present = people.filter((id) => choiceOf(id) === 'present')
  const open = people.filter((id) => !present.includes(id) && !absent.includes(id))
  return open.length > 0
    ? faults(...open.map((id) => [fieldOf(id), says.choose] as const))
    : { act: { act: 'attendance', present, absent } }
}

/** As long as the operation takes. */
const mostText = 4000

const says = {
  reason: { nl: 'Kies waarom het niet kan', en: 'Choose why it is not possible' },
  change: { nl: 'Schrijf op wat er anders moet', en: 'Write down what should be different' },
  tooLong: { nl: 'Dit is te lang; gebruik hoogstens 4000 tekens', en: 'This is too long; use 4000 characters at most' },
  choose: { nl: 'Kies of deze persoon er was', en: 'Choose whether this person was there' },
  notEverybody: {
    nl: 'U koos ook iemand die er niet was. Gebruik de knop onder de lijst',
    en: 'You also chose somebody who was not there. Use the button below the list',
  },
} as const satisfies { readonly [name: string]: Words }
