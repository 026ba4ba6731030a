// Stages: where a case stands as seen from outside, drawn from its own position and that of its primary assignment.
import type { Position } from './advance.ts'
import { unreachable } from './result.ts'
import type { PlainWords } from './words.ts'

/** The progress of a case machine, and the states of an assignment machine. */
type Progress =
  | 'signalled'
  | 'screening'
  | 'screeningIncomplete'
  | 'advised'
  | 'analysisPlanned'
  | 'analysis'
  | 'decision'
  | 'intervention'
  | 'evaluation'
  | 'maintenance'
  | 'closed'
type AssignmentState =
  | 'proposed'
  | 'sent'
  | 'waitlisted'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'planned'
  | 'started'
  | 'paused'
  | 'completed'
  | 'stoppedEarly'
  | 'reported'

type AssignmentStage = 'decision' | 'referred' | 'accepted' | 'active' | 'paused' | 'ended'
export type Stage = Exclude<Progress, 'intervention'> | AssignmentStage | 'medicalHold'

/** A hold is seen before everything else; while the intervention runs, the primary assignment says where things stand. */
export function stageOf(ofCase: Position, ofPrimary: Position | null): Stage {
  const { progress, safety } = ofCase.value as { progress: Progress; safety: 'clear' | 'held' } // the shape of every case machine
  if (safety === 'held') return 'medicalHold'
  if (progress !== 'intervention') return progress
  if (ofPrimary === null) throw new Error('A case in its intervention has a primary assignment')
  return stageOfAssignment(ofPrimary.value as AssignmentState) // the one vocabulary of assignments
}

function stageOfAssignment(state: AssignmentState): AssignmentStage {
  switch (state) {
    case 'proposed':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return 'decision'
    case 'sent':
    case 'waitlisted':
      return 'referred'
    case 'accepted':
    case 'planned':
      return 'accepted'
    case 'started':
      return 'active'
    case 'paused':
      return 'paused'
    case 'completed':
    case 'stoppedEarly':
    case 'reported':
      return 'ended'
    default:
      return unreachable(state)
  }
}

export const stageWords: { readonly [stage in Stage]: PlainWords } = {
  signalled: { nl: 'aangemeld', en: 'signalled', b1: 'Wij nemen contact met u op.' },
  screening: { nl: 'valrisicotest', en: 'screening', b1: 'Wij stellen u een paar vragen.' },
  screeningIncomplete: {
    nl: 'valrisicotest niet compleet',
    en: 'screening incomplete',
    b1: 'Wij missen nog een paar antwoorden.',
  },
  advised: { nl: 'advies gegeven', en: 'advised', b1: 'U kreeg advies om stevig te blijven staan.' },
  analysisPlanned: { nl: 'valanalyse plannen', en: 'analysis planned', b1: 'Wij maken een afspraak met u.' },
  analysis: { nl: 'valanalyse', en: 'analysis', b1: 'Wij kijken samen wat u kan helpen.' },
  decision: { nl: 'samen beslissen', en: 'decision', b1: 'U kiest samen met ons wat bij u past.' },
  referred: { nl: 'aangemeld bij aanbieder', en: 'referred', b1: 'Wij hebben u aangemeld. U hoort of er plaats is.' },
  accepted: { nl: 'aangenomen', en: 'accepted', b1: 'Er is plaats voor u.' },
  active: { nl: 'programma loopt', en: 'active', b1: 'U doet mee aan het programma.' },
  paused: { nl: 'gepauzeerd', en: 'paused', b1: 'U doet even niet mee.' },
  ended: { nl: 'programma geëindigd', en: 'ended', b1: 'Het programma is klaar.' },
  evaluation: { nl: 'evaluatie', en: 'evaluation', b1: 'Wij vragen u hoe het is gegaan.' },
  maintenance: { nl: 'blijven bewegen', en: 'maintenance', b1: 'U blijft bewegen. Wij bellen u af en toe.' },
  closed: { nl: 'afgesloten', en: 'closed', b1: 'Dit is klaar. U kunt altijd terugkomen.' },
  medicalHold: { nl: 'eerst de huisarts', en: 'medical hold', b1: 'De huisarts kijkt eerst met u mee.' },
}
