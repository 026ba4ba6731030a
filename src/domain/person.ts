// A person: what is known of an older adult outside the log. Never part of a case's events.
import * as z from 'zod'
import type { IsoDate } from './calendar.ts'

export const PersonDetails = z.strictObject({
  name: z.string().trim().min(1).max(200),
  birthDate: z.iso.date(),
  sex: z.enum(['F', 'M', 'X']),
  street: z.string().trim().max(200).optional(),
  postcode: z
    .string()
    .regex(/^[1-9]\d{3} ?[A-Z]{2}$/)
    .optional(),
  city: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(40).optional(),
})
export type PersonDetails = z.infer<typeof PersonDetails>

/** Whole years on `day`. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
