// Feedback: the moments at which a referrer hears by himself how it goes, one line each.
import type { Words } from './words.ts'

export type FeedbackMoment =
  | 'accepted'
  | 'waitlisted'
  | 'started'
  | 'stoppedEarly'
  | 'finished'
  | 'declined'
  | 'notReached'
  | 'missed'
  | 'cannotCome'
  | 'cannotComePhone'

export const feedbackWords: { readonly [moment in FeedbackMoment]: Words } = {
  accepted: { nl: 'De opdracht is aangenomen.', en: 'The assignment was accepted.' },
  waitlisted: { nl: 'Er is nog geen plaats: op de wachtlijst gezet.', en: 'There is no place yet: put on the waiting list.' },
  started: { nl: 'De eerste bijeenkomst is geweest.', en: 'The first session took place.' },
  stoppedEarly: { nl: 'Eerder gestopt dan gepland.', en: 'Stopped earlier than planned.' },
  finished: { nl: 'Het geplande einde is bereikt.', en: 'The planned end was reached.' },
  declined: { nl: 'De opdracht is afgewezen, met reden.', en: 'The assignment was declined, with a reason.' },
  notReached: { nl: 'Drie keer geprobeerd, niet bereikt.', en: 'Tried three times, not reached.' },
  missed: { nl: 'Twee bijeenkomsten op rij gemist.', en: 'Missed two sessions in a row.' },
  cannotCome: { nl: 'Kan niet komen op de afspraak.', en: 'Cannot come to the appointment.' },
  /** Nobody at the provider can read it here. */
  cannotComePhone: {
    nl: 'Kan niet komen op de afspraak. Bel de aanbieder.',
    en: 'Cannot come to the appointment. Phone the provider.',
  },
}
