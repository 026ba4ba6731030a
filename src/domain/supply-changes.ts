// Supply changes: what was done to an offer, a course run or a contact, and which of its fields became other ones.
import { canonicalJson } from './canonical.ts'
import type { Words } from './words.ts'

export const supplyNouns = ['organisation', 'location', 'offer', 'run', 'account'] as const
export type SupplyNoun = (typeof supplyNouns)[number]

export const supplyActions = ['added', 'changed', 'confirmed', 'withdrawn', 'changeAsked'] as const
export type SupplyAction = (typeof supplyActions)[number]

export const supplyActionWords: { readonly [action in SupplyAction]: Words } = {
  added: { nl: 'toegevoegd', en: 'added' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  confirmed: { nl: 'bevestigd: klopt nog', en: 'confirmed: still right' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  changeAsked: { nl: 'wijziging gevraagd', en: 'change asked' },
}

/** The whole of what stood after the change, field by field. */
export type SupplyValue = { readonly [field: string]: unknown }
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** In the order of their names; null stands for what was not there. */
export const changesBetween = (before: SupplyValue, after: SupplyValue): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))

/** What a field is called; one without words shows its own name. */
export const supplyFieldWords = (field: string): Words => fieldWords[field] ?? { nl: field, en: field }

const fieldWords: { readonly [field: string]: Words } = {
  access: { nl: 'toegankelijkheid', en: 'access' },
  active: { nl: 'actief', en: 'active' },
  areas: { nl: 'werkgebied', en: 'areas served' },
  askMe: { nl: 'wat u kunt vragen', en: 'what to ask' },
  certificate: { nl: 'certificaat', en: 'certificate' },
  certificateUntil: { nl: 'certificaat geldig tot en met', en: 'certificate valid until' },
  changeAsked: { nl: 'gevraagde wijziging', en: 'change that is asked' },
  city: { nl: 'plaats', en: 'city' },
  code: { nl: 'interventie', en: 'intervention' },
  contactId: { nl: 'contactpersoon', en: 'contact' },
  coordinatorId: { nl: 'coördinator', en: 'coordinator' },
  cost: { nl: 'prijs', en: 'price' },
  days: { nl: 'dagen', en: 'days' },
  deputyId: { nl: 'vervanger', en: 'deputy' },
  description: { nl: 'omschrijving', en: 'description' },
  domain: { nl: 'domein', en: 'domain' },
  email: { nl: 'e-mail', en: 'e-mail' },
  endsOn: { nl: 'einddatum', en: 'end date' },
  forWhom: { nl: 'voor wie', en: 'for whom' },
  form: { nl: 'vorm', en: 'form' },
  funding: { nl: 'wie betaalt', en: 'who pays' },
  houseNumber: { nl: 'huisnummer', en: 'house number' },
  kind: { nl: 'soort', en: 'kind' },
  languages: { nl: 'talen', en: 'languages' },
  lastCheckedOn: { nl: 'laatst gecontroleerd', en: 'last checked' },
  locationId: { nl: 'locatie', en: 'location' },
  login: { nl: 'inloggen', en: 'login' },
  meetings: { nl: 'bijeenkomsten', en: 'meetings' },
  municipality: { nl: 'gemeente', en: 'municipality' },
  name: { nl: 'naam', en: 'name' },
  nextCheckOn: { nl: 'volgende controle', en: 'next check' },
  note: { nl: 'opmerking', en: 'note' },
  open: { nl: 'open voor aanmelden', en: 'open for enrolment' },
  organisationId: { nl: 'organisatie', en: 'organisation' },
  ownerId: { nl: 'eigenaar van de gegevens', en: 'owner of the data' },
  phone: { nl: 'telefoon', en: 'phone' },
  places: { nl: 'plaatsen', en: 'places' },
  postcode: { nl: 'postcode', en: 'postcode' },
  role: { nl: 'rol', en: 'role' },
  startsOn: { nl: 'startdatum', en: 'start date' },
  street: { nl: 'straat', en: 'street' },
  time: { nl: 'tijd', en: 'time' },
  validFrom: { nl: 'geldig vanaf', en: 'valid from' },
  validUntil: { nl: 'geldig tot en met', en: 'valid until' },
  waitWeeks: { nl: 'wachttijd in weken', en: 'wait in weeks' },
  website: { nl: 'website', en: 'website' },
}
