// HSDS 3.0 (Open Referral): the part of it that a list of services comes in and goes out with. Names are those of the standard.
import * as z from 'zod'

const text = z.string().max(10_000).nullish()
const id = z.string().max(200).nullish()
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(500).nullish()

const Phone = z.looseObject({ number: text })
const Attribute = z.looseObject({
  label: text,
  value: text,
  taxonomy_term: z.looseObject({ code: text, name: text, taxonomy: text }).nullish(),
})
const Contact = z.looseObject({ name: text, title: text, email: text, phones: many(Phone) })
const Schedule = z.looseObject({
  dtstart: text,
  until: text,
  byday: text,
  opens_at: text,
  notes: text,
  attributes: many(Attribute),
})
const Address = z.looseObject({ address_1: text, city: text, region: text, postal_code: text })
const Location = z.looseObject({
  name: text,
  addresses: many(Address),
  accessibility: many(z.looseObject({ description: text })),
})

/** What is not named here is let by: others say more of a service than we take over. */
export const HsdsService = z.looseObject({
  id,
  name: text,
  description: text,
  url: text,
  status: text,
  assured_date: text,
  assurer_email: text,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  eligibility_description: text,
  accreditations: text,
  organization: z.looseObject({ id, name: text }).nullish(),
  service_areas: many(z.looseObject({ name: text, extent: text })),
  service_at_locations: many(z.looseObject({ location: Location.nullish() })),
  contacts: many(Contact),
  phones: many(Phone),
  schedules: many(Schedule),
  languages: many(z.looseObject({ code: text, name: text })),
  cost_options: many(z.looseObject({ amount: z.number().nullish(), currency: text, amount_description: text })),
  funding: many(z.looseObject({ source: text })),
  attributes: many(Attribute),
})
export type HsdsService = z.infer<typeof HsdsService>

const page = {
  total_items: z.int(),
  total_pages: z.int(),
  page_number: z.int(),
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
}

/** A page of services with all that belongs to each, as the standard's `/services` gives it. */
export const HsdsServices = z.strictObject({ ...page, contents: z.array(HsdsService).max(5000) })
export type HsdsServices = z.infer<typeof HsdsServices>

export const HsdsOrganisations = z.strictObject({
  ...page,
  contents: z.array(z.strictObject({ id: z.string(), name: z.string(), description: z.string() })),
})

/** As it comes in: who made it by hand leaves the counts of the page out. */
export const HsdsServicesIn = z.strictObject({ ...z.object(page).partial().shape, contents: z.array(HsdsService).max(5000) })
export type HsdsServicesIn = z.infer<typeof HsdsServicesIn>

export const hsdsPage = <Item>(all: readonly Item[], number: number, size: number) => {
  const contents = all.slice((number - 1) * size, number * size)
  const pages = Math.max(1, Math.ceil(all.length / size))
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  }
}
