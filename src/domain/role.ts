// Roles: in which capacity somebody acts in the chain. Which role may do what is decided elsewhere.
import * as z from 'zod'
import type { Words } from './words.ts'

export const Role = z.enum([
  'person',
  'informalCarer',
  'signaller',
  'practiceAssistant',
  'practiceNurse',
  'generalPractitioner',
  'geriatricSpecialist',
  'districtNurse',
  'physiotherapist',
  'exerciseTherapist',
  'occupationalTherapist',
  'careProvider',
  'socialProvider',
  'communitySportCoach',
  'welfareWorker',
  'coordinator',
  'system',
])
export type Role = z.infer<typeof Role>

/** No colleagues: nobody finds an older adult in a list of contacts, and nobody's work goes to one. */
export const notColleagues = ['person', 'informalCarer', 'system'] as const satisfies readonly Role[]

export const isColleague = (role: Role): boolean => !notColleagues.some((one) => one === role)

export const roleWords: { readonly [role in Role]: Words } = {
  person: { nl: 'de oudere zelf', en: 'the older adult' },
  informalCarer: { nl: 'mantelzorger', en: 'informal carer' },
  signaller: { nl: 'signaleerder', en: 'signaller' },
  practiceAssistant: { nl: 'doktersassistent', en: 'practice assistant' },
  practiceNurse: { nl: 'praktijkondersteuner (POH)', en: 'practice nurse' },
  generalPractitioner: { nl: 'huisarts', en: 'GP' },
  geriatricSpecialist: { nl: 'specialist ouderengeneeskunde', en: 'elderly care physician' },
  districtNurse: { nl: 'wijkverpleegkundige', en: 'district nurse' },
  physiotherapist: { nl: 'fysiotherapeut', en: 'physiotherapist' },
  exerciseTherapist: { nl: 'oefentherapeut', en: 'exercise therapist' },
  occupationalTherapist: { nl: 'ergotherapeut', en: 'occupational therapist' },
  careProvider: { nl: 'aanbieder in de zorg', en: 'provider in care' },
  socialProvider: { nl: 'aanbieder in het sociaal domein', en: 'provider in the social domain' },
  communitySportCoach: { nl: 'buurtsportcoach', en: 'community sport coach' },
  welfareWorker: { nl: 'welzijnswerker', en: 'welfare worker' },
  coordinator: { nl: 'ketencoördinator', en: 'chain coordinator' },
  system: { nl: 'het systeem', en: 'the system' },
}
