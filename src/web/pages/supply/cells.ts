// The cells of the supply that can be edited in place: what stands there, as it is typed, and what was typed as data.
import { type Offer, OfferBody } from '../../../contract/offers.ts'
import { dayIn } from '../../text/typed-dates.ts'

export const editable = ['name', 'cost', 'wait', 'until', 'next'] as const
export type Editable = (typeof editable)[number]
export const isEditable = (column: string): column is Editable => editable.some((one) => one === column)

/** As somebody here types it; empty: nothing. */
export function typedOf({ offer, check }: Offer, column: Editable, comma: boolean): string {
  switch (column) {
    case 'name':
      return offer.name
    case 'cost':
      return (offer.cost.cents / 100).toFixed(2).replace('.', comma ? ',' : '.')
    case 'wait':
      return offer.waitWeeks === null ? '' : String(offer.waitWeeks)
    case 'until':
      return typedDay(offer.validUntil ?? null)
    case 'next':
      return typedDay(check.nextCheckOn)
  }
}

/** `31-12-2026`: the way days are typed in either language. */
export const typedDay = (day: string | null): string => (day === null ? '' : day.split('-').map(Number).reverse().join('-'))

/** In euro cents; null when it is no amount. */
export function centsIn(typed: string): number | null {
  const [, whole = '', part = ''] = /^€? ?(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? []
  return whole === '' ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** The whole offer with this one cell as typed; null when that is not what the cell takes. Editing a cell is no check of the rest. */
export function bodyWith({ offer, check }: Offer, column: Editable, typed: string): OfferBody | null {
  const text = typed.trim()
  const body = { ...offer, lastCheckedOn: check.lastCheckedOn, nextCheckOn: check.nextCheckOn ?? undefined }
  const day = text === '' ? null : dayIn(text)
  const cents = centsIn(text)
  const changed = {
    name: text === '' ? null : { ...body, name: text },
    cost: cents === null ? null : { ...body, cost: { ...body.cost, cents } },
    wait: /^\d{0,3}$/.test(text) ? { ...body, waitWeeks: text === '' ? null : Number(text) } : null,
    until: text !== '' && day === null ? null : { ...body, validUntil: day },
    next: day === null ? null : { ...body, nextCheckOn: day },
  }[column]
  const parsed = OfferBody.safeParse(changed)
  return parsed.success ? parsed.data : null
}
