// Where a case stands, as a nurse would tell a colleague: a sentence for each state of the case and of the assignment it waits for.
import type { Situations } from '../../../src/domain/situation.ts'

/** `{}` is what was asked for, by name. A state without a sentence needs none: something else says it. */
export const situations: Situations = {
  progress: {
    signalled: { nl: 'Aangemeld. Er is nog geen contact geweest.', en: 'Put forward. There has been no contact yet.' },
    screening: { nl: 'De valrisicotest is begonnen en nog niet af.', en: 'The screening has begun and is not finished.' },
    screeningIncomplete: {
      nl: 'De valrisicotest is niet compleet. Het risico is nog niet bekend.',
      en: 'The screening is not complete. The risk is not known yet.',
    },
    advised: {
      nl: 'Er is advies gegeven. Over een jaar volgt een nieuwe valrisicotest.',
      en: 'Advice was given. In a year there will be a new screening.',
    },
    analysisPlanned: {
      nl: 'Er is een valanalyse nodig. Daarvoor is nog geen gesprek geweest.',
      en: 'A fall analysis is needed. There has been no talk for it yet.',
    },
    analysis: { nl: 'De valanalyse is begonnen en nog niet af.', en: 'The fall analysis has begun and is not finished.' },
    decision: {
      nl: 'Er is nog niet gekozen. Kies samen wat het beste past.',
      en: 'Nothing is chosen yet. Choose together what fits best.',
    },
    evaluation: { nl: 'Het programma is klaar. Bespreek hoe het is gegaan.', en: 'The programme is over. Discuss how it went.' },
    maintenance: {
      nl: 'Het programma is klaar. Nu gaat het om blijven bewegen.',
      en: 'The programme is over. Now it is about staying active.',
    },
    closed: { nl: 'Dit traject is afgesloten.', en: 'This case is closed.' },
  },
  held: {
    nl: 'Eerst kijkt de huisarts. Tot die vrijgeeft, staat oefenen stil.',
    en: 'The GP looks first. Until then, exercise is on hold.',
  },
  assignment: {
    proposed: { nl: '{} is klaargezet en nog niet verstuurd.', en: '{} is prepared and not sent yet.' },
    sent: {
      nl: '{} is aangevraagd. De aanbieder heeft nog niet geantwoord.',
      en: '{} was asked for. The provider has not answered yet.',
    },
    waitlisted: { nl: '{} is vol. Er is een plaats op de wachtlijst.', en: '{} is full. There is a place on the waiting list.' },
    accepted: {
      nl: '{} is aangenomen. De eerste keer is nog niet afgesproken.',
      en: '{} was accepted. The first time has not been agreed yet.',
    },
    planned: {
      nl: '{} is aangenomen. De eerste keer is nog niet geweest.',
      en: '{} was accepted. The first time is still to come.',
    },
    started: { nl: '{} loopt.', en: '{} is under way.' },
    paused: { nl: '{} is gepauzeerd.', en: '{} is paused.' },
    completed: { nl: '{} is klaar. De terugkoppeling komt nog.', en: '{} is over. The report is still to come.' },
    stoppedEarly: {
      nl: '{} is eerder gestopt. De terugkoppeling komt nog.',
      en: '{} was stopped early. The report is still to come.',
    },
    reported: { nl: '{} is voorbij, en de terugkoppeling is er.', en: '{} is over, and the report is in.' },
    declined: { nl: '{} gaat niet door.', en: '{} will not go ahead.' },
    withdrawn: { nl: '{} is ingetrokken.', en: '{} was withdrawn.' },
    expired: { nl: 'Op {} kwam geen antwoord.', en: '{} was never answered.' },
  },
}
