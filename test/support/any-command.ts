// Commands of every kind, possible and impossible, for a case in any position.
import * as fc from 'fast-check'
import { addPeriod } from '../../src/domain/calendar.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { screeningOf } from './given-case.ts'

/** Drawn before the case is known: what kind of thing is asked, and dice for the rest. */
export type Drawn = { readonly kind: number; readonly a: number; readonly b: number; readonly role: Role }

export const anyDrawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.nat(999),
  a: fc.nat(999),
  b: fc.nat(999),
  role: fc.constantFrom<Role>(
    'practiceNurse',
    'practiceNurse',
    'practiceNurse',
    'generalPractitioner',
    'socialProvider',
    'socialProvider',
    'welfareWorker',
  ),
})

/** The command that the dice come to for this case; assignments are mostly ones there are. */
export function commandFrom({ kind, a, b }: Drawn, state: CaseState): Command {
  const known = Object.keys(state.assignments)
  const assignmentId = known.length === 0 || a % 20 === 0 ? 'nobody' : known[a % known.length]!
  const fresh = `${state.id}-a${state.seq}`
  const level = (['low', 'moderate', 'high', 'undetermined'] as const)[a % 4]!
  const proposed = [...(state.assessment?.primary ?? []), ...(state.assessment?.alternatives ?? [])]
  const parkUntil = addPeriod(String(state.position.context['steppedOn']), 30 + (b % 60), 'days')
  const declines = [{}, { reason: 'full' }, { reason: 'doesNotWant' }, { reason: 'notReached' }] as { reason: string }[]
  const makers: readonly (() => Command)[] = [
    () => ({ type: 'recordContact', payload: { reached: b % 2 === 0 } }),
    () => ({ type: 'startScreening', payload: { personAgrees: b % 5 !== 0 } }),
    () => ({ type: 'recordScreening', payload: { facts: { ...screeningOf[level] } } }),
    () => ({ type: 'recordScreening', payload: { facts: { ...screeningOf[level] } } }),
    () => ({ type: 'acceptUpgrade', payload: { reason: 'oordeel' } }),
    () => ({ type: 'startAnalysis', payload: {} }),
    () => ({ type: 'completeAnalysis', payload: {} }),
    () => ({
      type: 'recordDecision',
      payload: {
        way: 'assignment',
        assignmentId: fresh,
        intervention: proposed[b % Math.max(1, proposed.length)] ?? 'inBalans',
        domain: b % 2 === 0 ? 'social' : 'care',
        providerId: 'club',
        goal: 'dansen',
        consentGiven: b % 7 !== 0,
        redFlagsChecked: b % 11 !== 0,
        reasonForDeviation: 'wens',
      },
    }),
    () => ({ type: 'recordDecision', payload: { way: 'own', goal: 'wandelen', redFlagsChecked: true } }),
    (): Command => (b % 6 === 0 ? { type: 'declineByPerson', payload: {} } : { type: 'reportFall', payload: { injury: 'no' } }),
    () => ({
      type: 'raiseRedFlag',
      payload: { flag: b % 2 === 0 ? 'RF05' : 'RF13', ...(b % 3 === 0 ? { acted: 'gpNotReached' } : {}) },
    }),
    () => ({
      type: 'releaseRedFlag',
      payload: { flags: ['RF02', 'RF05'].slice(b % 2), outcome: 'gezien', onWordOfGp: b % 4 !== 0 },
    }),
    () => ({ type: 'releaseRedFlag', payload: { flags: ['RF02', 'RF05'], outcome: 'gezien', onWordOfGp: true } }),
    () => ({ type: 'clearExercise', payload: { onWordOfGp: true } }),
    () => ({ type: 'reportFall', payload: { injury: 'yes', flag: 'RF02' } }),
    () => ({ type: 'correctFact', payload: { fact: 'falls12m', value: b % 4, reason: 'verkeerd gehoord' } }),
    () => ({ type: 'giveConsent', payload: { recipient: 'club', textVersion: '2026-11' } }),
    () =>
      b % 3 === 0
        ? { type: 'withdrawConsent', payload: { recipient: 'club' } }
        : { type: 'giveConsent', payload: { recipient: 'club', textVersion: '2026-11' } },
    () => ({ type: 'startEvaluation', payload: {} }),
    () => ({
      type: 'recordEvaluation',
      payload: { outcome: (['goalReached', 'plateau', 'unmetNeed'] as const)[b % 3]!, summary: 'goed' },
    }),
    () => ({ type: 'recordFollowUpTalk', payload: { months: b % 2 === 0 ? 6 : 12, exercises: 'yes' } }),
    () => ({ type: 'answerFallsDiary', payload: { falls: b % 3 } }),
    () => ({ type: 'recordMeasurement', payload: { measure: 'tug', value: 12, measuredOn: '2026-01-05' } }),
    () =>
      b % 10 === 0
        ? { type: 'recordEnd', payload: { what: (['died', 'moved', 'admitted'] as const)[a % 3]! } }
        : { type: 'recordContact', payload: { reached: true } },
    () => ({ type: 'proposeFollowUp', payload: { assignmentId: fresh, code: 'eyeTest', providerId: 'optician' } }),
    () => ({ type: 'sendAssignment', payload: { assignmentId } }),
    () => ({ type: 'sendAssignment', payload: { assignmentId } }),
    () => ({ type: 'markAssignmentSeen', payload: { assignmentId } }),
    () => ({ type: 'recordAttempt', payload: { assignmentId, reached: b % 4 === 0 } }),
    () => ({
      type: 'handOverAssignment',
      payload: { assignmentId, to: ['some-socialProvider', 'some-communitySportCoach', 'nobody'][b % 3]! },
    }),
    () => ({ type: 'putOnWaitingList', payload: { assignmentId } }),
    () => ({ type: 'acceptAssignment', payload: { assignmentId, placeConfirmed: true } }),
    () => ({ type: 'acceptAssignment', payload: { assignmentId, placeConfirmed: true } }),
    () => ({
      type: 'declineAssignment',
      payload: { assignmentId, ...(b % 4 === 0 ? { reason: 'notNow', parkUntil } : declines[b % 4]!) },
    }),
    () => ({ type: 'parkCase', payload: { until: parkUntil, reason: 'eerst de zomer' } }),
    () => ({ type: 'withdrawAssignment', payload: { assignmentId, reason: 'anders' } }),
    () => ({ type: 'planStart', payload: { assignmentId, startsOn: parkUntil } }),
    () => ({ type: 'startAssignment', payload: { assignmentId } }),
    () => ({ type: 'startAssignment', payload: { assignmentId } }),
    () => ({ type: 'recordSession', payload: { assignmentId, attended: b % 3 !== 0 } }),
    () => ({ type: 'pauseAssignment', payload: { assignmentId, until: b % 3 === 0 ? parkUntil : null } }),
    () => ({ type: 'resumeAssignment', payload: { assignmentId } }),
    () => ({ type: 'completeAssignment', payload: { assignmentId } }),
    () => ({ type: 'stopAssignmentEarly', payload: { assignmentId, reason: 'moe' } }),
    () => ({ type: 'reportAssignment', payload: { assignmentId, summary: 'ging goed' } }),
  ]
  return makers[kind % makers.length]!()
}
