// Notices: what a mail says, one line each. Never a name, an intervention or anything about health: whoever reads over a shoulder learns nothing.
import type { Words } from './words.ts'

/** `urgent` goes out at once; the rest may wait for a digest. */
export type NoticeKind = keyof typeof notices

export const notices = {
  newAssignment: { urgent: false, words: { nl: 'Er is een nieuwe opdracht voor u.', en: 'There is a new assignment for you.' } },
  assignmentChanged: { urgent: false, words: { nl: 'Een opdracht is veranderd.', en: 'An assignment has changed.' } },
  assignmentGone: { urgent: false, words: { nl: 'Een opdracht is vervallen.', en: 'An assignment no longer stands.' } },
  reminder: {
    urgent: false,
    words: { nl: 'Een termijn is voorbij; er wacht iets op u.', en: 'A deadline has passed; something waits for you.' },
  },
  escalation: {
    urgent: false,
    words: { nl: 'Een termijn is voorbij en niemand reageerde.', en: 'A deadline has passed and nobody responded.' },
  },
  alarm: { urgent: true, words: { nl: 'Er is iets dat vandaag aandacht vraagt.', en: 'Something needs attention today.' } },
  feedback: { urgent: false, words: { nl: 'Er is een terugkoppeling voor u.', en: 'There is feedback for you.' } },
  task: { urgent: false, words: { nl: 'Er staat een taak voor u klaar.', en: 'A task is waiting for you.' } },
  phone: { urgent: false, words: { nl: 'Wilt u iemand bellen?', en: 'Would you phone somebody?' } },
  handover: {
    urgent: false,
    words: {
      nl: 'U neemt werk over van een collega. Lees en bevestig.',
      en: 'You take over work of a colleague. Read and acknowledge.',
    },
  },
  offerCheck: { urgent: false, words: { nl: 'Klopt uw aanbod nog?', en: 'Is your offer still right?' } },
  attendance: { urgent: false, words: { nl: 'Vul in wie er was.', en: 'Fill in who was there.' } },
  unmetNeed: { urgent: false, words: { nl: 'Er is een gat in het aanbod gemeld.', en: 'A gap in the supply was reported.' } },
  cannotCome: {
    urgent: false,
    words: { nl: 'Iemand kan niet komen op een afspraak.', en: 'Somebody cannot come to an appointment.' },
  },
  appointment: { urgent: false, words: { nl: 'Een afspraak voor uw agenda.', en: 'An appointment for your calendar.' } },
} as const satisfies { readonly [kind: string]: { readonly urgent: boolean; readonly words: Words } }
