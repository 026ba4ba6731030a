// What an invented offer consists of, and what most of them share.
import { contactsOf } from './providers.ts'

/** Courses that begin every `everyWeeks`, with meetings on `days`; in the first `introWeeks` on the first of them only. */
export type SeedCourse = {
  readonly weeks: number
  readonly introWeeks: number
  readonly everyWeeks: number
  /** Weeks by which it begins later than the others. */
  readonly shift: number
  readonly places: number
}

export type SeedOffer = {
  readonly id: string
  readonly organisation: string
  readonly contact: string
  readonly deputy: string
  readonly code: string
  readonly domain: 'care' | 'social'
  readonly name: string
  readonly form: 'group' | 'home' | 'consult'
  readonly municipality: string
  readonly areas: readonly string[]
  readonly location: string | null
  readonly days: readonly string[]
  readonly time: string | null
  readonly languages: readonly string[]
  readonly forWhom: { readonly [field: string]: unknown }
  readonly cost: { readonly cents: number; readonly per: 'meeting' | 'course' | 'month' | 'year' }
  readonly payer: 'zvw' | 'supplementary' | 'municipality' | 'wmo' | 'own' | 'free'
  /** Weeks until a first appointment, where no courses are kept. */
  readonly waitWeeks: number | null
  /** Months that the certificate is still valid; negative: lapsed. */
  readonly certificateMonths: number | null
  /** Null: nobody checked it ever. */
  readonly checkedMonthsAgo: number | null
  /** Months from the last day that is played: negative for one that was withdrawn. */
  readonly endsInMonths: number | null
  readonly course: SeedCourse | null
}

export const [aalsmeer, amstelveen, diemen, ouderAmstel, uithoorn] = ['GM0358', 'GM0362', 'GM0384', 'GM0437', 'GM0451'] as const

type Given = Pick<SeedOffer, 'organisation' | 'code' | 'name' | 'areas'> & Partial<SeedOffer> & { readonly also?: string }

/** What most offers share; `also` tells two offers of one provider for the same thing apart. */
export function offered({ also, ...given }: Given): SeedOffer {
  const { contact, deputy } = contactsOf(given.organisation)
  return {
    id: `${given.organisation}-${given.code}${also === undefined ? '' : `-${also}`}`,
    contact,
    deputy,
    domain: 'care',
    form: 'consult',
    municipality: given.areas.find((area) => area.startsWith('GM')) ?? amstelveen,
    location: null,
    days: [],
    time: null,
    languages: ['nl'],
    forWhom: {},
    cost: { cents: 0, per: 'course' },
    payer: 'zvw',
    waitWeeks: 3,
    certificateMonths: null,
    checkedMonthsAgo: 2,
    endsInMonths: null,
    course: null,
    ...given,
  }
}

export const certified = { certificateMonths: 50 }
