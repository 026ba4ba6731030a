// Every way a seeded person can have gone so far: one for each stage of the pathway, and one for each way it can end.
import type { SeedProfile } from '../../db/seed/profiles.ts'
import type { Journey } from './journey.ts'
import {
  accepted,
  analysing,
  decided,
  ended,
  evaluating,
  maintaining,
  planned,
  referred,
  screened,
  screening,
  signalled,
  toDecide,
  underWay,
} from './journey-legs.ts'

type Level = SeedProfile['level']

export type Itinerary = {
  readonly id: string
  /** Which screening results this can happen to. */
  readonly levels: readonly Level[]
  readonly go: (journey: Journey, profile: SeedProfile) => void
}

const analysed: readonly Level[] = ['high']
const chosen: readonly Level[] = ['moderate', 'high']
const anybody: readonly Level[] = ['low', 'moderate', 'high']

export const itineraries: readonly Itinerary[] = [
  { id: 'signalled', levels: anybody, go: signalled },
  {
    id: 'attempted',
    levels: anybody,
    go: (journey) => {
      signalled(journey)
      journey.pass(2, 6)
      journey.contact(false)
    },
  },
  { id: 'screening', levels: anybody, go: screening },
  { id: 'screeningIncomplete', levels: ['undetermined'], go: screened },
  { id: 'advised', levels: ['low'], go: screened },
  { id: 'analysisPlanned', levels: analysed, go: screened },
  {
    id: 'analysis',
    levels: analysed,
    go: (journey) => {
      analysing(journey)
      journey.answer(journey.answers())
      // Two people, two answers: both are kept, and somebody chooses.
      journey.answer({ 'vision.problem': 'yes' }, 'district-zonnestraal')
    },
  },
  { id: 'decision', levels: analysed, go: toDecide },
  { id: 'decisionAtModerate', levels: ['moderate'], go: toDecide },
  { id: 'proposed', levels: chosen, go: decided },
  { id: 'referred', levels: chosen, go: referred },
  {
    id: 'waitlisted',
    levels: ['moderate'],
    go: (journey, profile) => {
      referred(journey, profile)
      journey.pass(2, 7)
      journey.waitForPlace()
    },
  },
  { id: 'accepted', levels: chosen, go: accepted },
  { id: 'planned', levels: chosen, go: planned },
  { id: 'active', levels: chosen, go: underWay },
  {
    id: 'activeWithFollowUps',
    levels: analysed,
    go: (journey, profile) => {
      decided(journey, profile)
      for (const code of profile.followUps) journey.followUp(code)
      journey.send()
      journey.pass(1, 4)
      journey.accept()
      journey.pass(3, 10)
      journey.start()
      journey.sessions(3)
    },
  },
  {
    id: 'fellWithoutInjury',
    levels: chosen,
    go: (journey, profile) => {
      underWay(journey, profile)
      journey.pass(2)
      journey.ask(journey.cast.person, { type: 'reportFall', payload: { injury: 'no', note: 'Gestruikeld over de mat.' } })
    },
  },
  {
    id: 'paused',
    levels: chosen,
    go: (journey, profile) => {
      underWay(journey, profile)
      journey.pass(2)
      journey.pause(28)
    },
  },
  { id: 'ended', levels: chosen, go: ended },
  {
    id: 'stoppedEarly',
    levels: chosen,
    go: (journey, profile) => {
      underWay(journey, profile)
      journey.pass(3, 8)
      journey.stopEarly()
    },
  },
  { id: 'evaluation', levels: chosen, go: evaluating },
  { id: 'maintenance', levels: chosen, go: maintaining },
  {
    id: 'declinedByProvider',
    levels: chosen,
    go: (journey, profile) => {
      referred(journey, profile)
      journey.pass(2, 5)
      const { account, id } = journey.primary
      journey.ask(account, { type: 'declineAssignment', payload: { assignmentId: id, reason: 'full', note: 'De groep is vol.' } })
    },
  },
  {
    id: 'expired',
    levels: chosen,
    go: (journey, profile) => {
      referred(journey, profile)
      journey.pass(18)
    },
  },
  {
    id: 'heldDuringAnalysis',
    levels: analysed,
    go: (journey) => {
      analysing(journey)
      journey.raise('RF04', 'Weet niet meer hoe hij viel.')
    },
  },
  {
    id: 'heldWhileActive',
    levels: chosen,
    go: (journey, profile) => {
      underWay(journey, profile)
      journey.pass(1)
      const note = 'Op het hoofd gevallen, gebruikt bloedverdunners.'
      journey.ask(journey.primary.account, { type: 'reportFall', payload: { injury: 'yes', flag: 'RF02', note } })
    },
  },
  {
    id: 'exerciseOnHold',
    levels: chosen,
    go: (journey, profile) => {
      toDecide(journey, profile)
      journey.pass(1)
      journey.raise('RF13', 'Nieuwe klachten bij inspanning.')
    },
  },
  {
    id: 'correctedAfterSending',
    levels: analysed,
    go: (journey, profile) => {
      referred(journey, profile)
      journey.pass(1)
      const payload = { fact: 'medicines', value: 11, reason: 'Lijst van de apotheek nagekeken.' }
      journey.ask(journey.cast.nurse, { type: 'correctFact', payload })
    },
  },
  {
    id: 'consentWithdrawn',
    levels: ['moderate'],
    go: (journey, profile) => {
      accepted(journey, profile)
      journey.pass(2, 6)
      const payload = { recipient: journey.primary.organisation, reason: 'Wil niet dat zij dit weten.' }
      journey.ask(journey.cast.person, { type: 'withdrawConsent', payload })
    },
  },
  {
    id: 'closedAdvised',
    levels: ['low'],
    go: (journey) => {
      screened(journey)
      journey.pass(10, 40)
      journey.close('advised')
    },
  },
  {
    id: 'closedCompleted',
    levels: chosen,
    go: (journey, profile) => {
      maintaining(journey, profile)
      journey.pass(160)
      journey.talk(6)
      journey.pass(185)
      journey.talk(12)
    },
  },
  {
    id: 'closedDeclined',
    levels: chosen,
    go: (journey, profile) => {
      toDecide(journey, profile)
      journey.pass(1, 8)
      journey.decline('Vindt het nu te veel.')
    },
  },
  {
    id: 'closedMoved',
    levels: chosen,
    go: (journey, profile) => {
      underWay(journey, profile)
      journey.pass(4)
      journey.end('moved')
    },
  },
  {
    id: 'closedDied',
    levels: chosen,
    go: (journey, profile) => {
      accepted(journey, profile)
      journey.pass(6)
      journey.end('died')
    },
  },
  {
    id: 'closedAdmitted',
    levels: analysed,
    go: (journey) => {
      analysing(journey)
      journey.pass(4)
      journey.end('admitted')
    },
  },
  {
    id: 'closedNoContact',
    levels: anybody,
    go: (journey) => {
      signalled(journey)
      for (let attempt = 0; attempt < 3; attempt += 1) {
        journey.pass(2, 4)
        journey.contact(false)
      }
    },
  },
  { id: 'closedOutOfScope', levels: ['outOfScope'], go: screened },
  {
    id: 'closedOther',
    levels: chosen,
    go: (journey, profile) => {
      evaluating(journey, profile)
      journey.pass(3)
      journey.close('other')
    },
  },
  {
    id: 'cameBack',
    levels: ['moderate'],
    go: (journey, profile) => {
      toDecide(journey, profile)
      journey.pass(2)
      journey.decline('Eerst de verbouwing.')
      journey.pass(90)
      journey.comeBack(`${journey.caseId}-2`)
    },
  },
]
