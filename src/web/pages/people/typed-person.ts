// What is typed of an older adult, and what of it is sent.
import * as z from 'zod'
import type { PersonBody } from '../../../contract/people.ts'
import { dayIn } from '../../text/typed-dates.ts'

export const TypedPerson = z.object({
  name: z.string().trim().min(1),
  birthDate: z.string().refine((typed) => dayIn(typed) !== null),
  sex: z.enum(['F', 'M', 'X']),
  street: z.string().trim(),
  postcode: z.string().refine((typed) => typed.trim() === '' || postcodeIn(typed) !== null),
  city: z.string().trim(),
  municipality: z.string().regex(/^GM\d{4}$/),
  phone: z.string().trim(),
  livesAtHome: z.enum(['yes', 'no', 'unknown']),
})
export type TypedPerson = z.infer<typeof TypedPerson>

const postcodeIn = (typed: string): string | null => {
  const [, digits, letters] = /^([1-9]\d{3}) ?([A-Za-z]{2})$/.exec(typed.trim()) ?? []
  return digits === undefined ? null : `${digits} ${letters!.toUpperCase()}`
}

export const nobodyYet = {
  name: '',
  birthDate: '',
  street: '',
  postcode: '',
  city: '',
  municipality: '',
  phone: '',
  livesAtHome: 'yes',
} as const satisfies Partial<TypedPerson>

export function bodyOf({ name, birthDate, sex, municipality, postcode, street, city, phone }: TypedPerson): PersonBody {
  const told = { street, city, phone, postcode: postcodeIn(postcode) ?? '' }
  const filled = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''))
  return { name, sex, municipality, birthDate: dayIn(birthDate)!, ...filled }
}
