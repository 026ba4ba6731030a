// Deciding: what each command is logged as, what it brings about elsewhere in the case, and what is refused.
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical.ts'
import { replay } from '../../src/domain/case-state.ts'
import { decided, givenCase, pathway, screened, screeningOf } from '../support/given-case.ts'

describe('opening', () => {
  test('a signal opens a case and is confirmed to the signaller', () => {
    const one = givenCase()
    expect(one.happened).toEqual(['caseOpened'])
    expect(one.effects.map(({ effect }) => effect.type)).toContain('confirmToSignaller')
    expect(one.stage).toBe('signalled')
  })
  test.each([
    { who: 'somebody of 64', open: { age: 64 } },
    { who: 'somebody in an institution', open: { livesAtHome: 'no' } },
  ] as const)('$who is outside the chain', ({ open }) => {
    const { opened } = givenCase('2026-01-05', open)
    expect(opened.ok ? null : opened.refusal.code).toBe('outOfScope')
  })
  test('an age nobody knows yet is no reason to refuse', () => {
    expect(givenCase('2026-01-05', { age: 'unknown', livesAtHome: 'unknown' }).opened.ok).toBe(true)
  })
})

describe('screening', () => {
  test.each([
    { level: 'low', stage: 'advised' },
    { level: 'moderate', stage: 'decision' },
    { level: 'high', stage: 'analysisPlanned' },
    { level: 'undetermined', stage: 'screeningIncomplete' },
  ] as const)('$level leads to $stage, with facts and reasons in the log', ({ level, stage }) => {
    const one = screened(level)
    expect(one.stage).toBe(stage)
    const entry = one.log.at(-1)!
    expect(entry.fields['level']).toBe(level)
    expect(entry.record['assessment']).toMatchObject({ risk: level })
  })
  test('an incomplete screening is completed with what was missing, without asking the rest again', () => {
    const one = screened('undetermined').after('recordScreening', {
      facts: { injury: 'no', couldNotGetUp: 'no', lossOfConsciousness: 'no', frail: 'no', walk4m: 3 },
    })
    expect(one.stage).toBe('advised')
    expect(one.state.facts).toMatchObject({ falls12m: 1, injury: 'no' })
  })
  test('a contradiction is refused in words, and nothing is logged', () => {
    const one = givenCase().after('startScreening', { personAgrees: true })
    const before = one.log.length
    const result = one.when('recordScreening', { facts: { falls12m: 0, injury: 'yes' } })
    expect(result.ok ? null : result.refusal).toMatchObject({
      code: 'impossibleFacts',
      words: { nl: expect.stringContaining('Letsel'), en: expect.stringContaining('Injury') },
    })
    expect(one.log.length).toBe(before)
  })
})

describe('analysis', () => {
  test('what is still open is named when the analysis is completed too early', () => {
    const one = screened('high').after('startAnalysis', {})
    expect(one.when('completeAnalysis', {}).ok).toBe(true)
    expect(one.stage).toBe('decision')
  })
  test('only a qualified care provider starts it', () => {
    expect(screened('high').when('startAnalysis', {}, 'welfareWorker').ok).toBe(false)
  })
})

describe('deciding together', () => {
  const choice = {
    way: 'assignment',
    assignmentId: 'a1',
    domain: 'social',
    providerId: 'club',
    goal: 'dansen',
    consentGiven: true,
    redFlagsChecked: true,
  } as const
  test('the proposal stays beside the choice', () => {
    expect(decided().log.find(({ type }) => type === 'decisionRecorded')?.record['proposed']).toMatchObject({
      primary: ['inBalans'],
      rule: 'R5d',
    })
  })
  test('an intervention that was not proposed needs a reason', () => {
    const one = screened('moderate')
    expect(one.when('recordDecision', { ...choice, intervention: 'otagoHome' })).toMatchObject({
      ok: false,
      refusal: { code: 'deviationNeedsReason' },
    })
    expect(
      one.when('recordDecision', { ...choice, intervention: 'otagoHome', reasonForDeviation: 'wil alleen thuis oefenen' }).ok,
    ).toBe(true)
  })
  test.each([
    { without: 'red-flag check', change: { redFlagsChecked: false } },
    { without: 'consent for the social domain', change: { consentGiven: false } },
  ])('no decision without $without', ({ change }) => {
    expect(screened('moderate').when('recordDecision', { ...choice, intervention: 'inBalans', ...change }).ok).toBe(false)
  })
  test('what is not in the catalogue cannot be chosen', () => {
    expect(screened('moderate').when('recordDecision', { ...choice, intervention: 'yoga' })).toMatchObject({
      ok: false,
      refusal: { code: 'notInCatalogue' },
    })
  })
  test('one primary at a time', () => {
    expect(decided().when('recordDecision', { ...choice, assignmentId: 'a2', intervention: 'inBalans' }).ok).toBe(false)
  })
})

describe('an assignment', () => {
  const accept = { assignmentId: 'a1', placeConfirmed: true }
  test('the case hears every step of its primary assignment', () => {
    const one = decided().after('sendAssignment', { assignmentId: 'a1' }).after('acceptAssignment', accept, 'socialProvider')
    expect(one.happened.slice(-4)).toEqual(['a1/assignmentSent', 'assignmentSent', 'a1/assignmentAccepted', 'assignmentAccepted'])
    expect(one.stage).toBe('accepted')
  })
  test('declined brings the case back to deciding, with the reason kept', () => {
    const one = decided()
      .after('sendAssignment', { assignmentId: 'a1' })
      .after('declineAssignment', { assignmentId: 'a1', reason: 'full' }, 'socialProvider')
    expect(one.stage).toBe('decision')
    expect(one.log.find(({ type }) => type === 'assignmentDeclined')?.record).toMatchObject({ reason: 'full' })
  })
  test('no lapsed certificate', () => {
    expect(
      decided()
        .after('sendAssignment', { assignmentId: 'a1' })
        .when('acceptAssignment', accept, 'socialProvider', '2026-01-05', { certificateValid: false }).ok,
    ).toBe(false)
  })
  test('no answer in ten working days ends it, and the next alternative is asked for', () => {
    const one = decided().after('sendAssignment', { assignmentId: 'a1' }).days(15)
    expect(one.fireDue()).toBeGreaterThan(0)
    expect(one.state.assignments['a1']?.position.value).toBe('expired')
    expect(one.stage).toBe('decision')
  })
  test('of a follow-up the case hears how it ended', () => {
    const one = screened('moderate')
      .after('proposeFollowUp', { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' })
      .after('sendAssignment', { assignmentId: 'f1' })
      .after('declineAssignment', { assignmentId: 'f1', reason: 'doesNotWant' }, 'careProvider')
    expect(one.happened.at(-1)).toBe('followUpEnded')
  })
  test('an assignment of another case is not known here', () => {
    expect(decided().when('sendAssignment', { assignmentId: 'a9' })).toMatchObject({
      ok: false,
      refusal: { code: 'noSuchAssignment' },
    })
  })
})

describe('safety', () => {
  test('a red flag holds the exercise assignment, and its release lets it go on', () => {
    const one = decided().after('sendAssignment', { assignmentId: 'a1' }).after('raiseRedFlag', { flag: 'RF05' })
    expect(one.happened.at(-1)).toBe('a1/exerciseHeld')
    expect(one.stage).toBe('medicalHold')
    one.after('releaseRedFlag', { flags: ['RF05'], outcome: 'gezien door de huisarts', onWordOfGp: true })
    expect(one.happened.at(-1)).toBe('a1/exerciseReleased')
    expect(one.stage).toBe('referred')
  })
  test('the nurse alone does not release a hold', () => {
    const one = screened('moderate').after('raiseRedFlag', { flag: 'RF05' })
    expect(one.when('releaseRedFlag', { flags: ['RF05'], outcome: 'valt mee', onWordOfGp: false }).ok).toBe(false)
  })
  test('a bruise holds nothing, a fall with a flag does', () => {
    expect(screened('moderate').after('reportFall', { injury: 'no' }).stage).toBe('decision')
    expect(screened('moderate').after('reportFall', { injury: 'yes', flag: 'RF02' }).stage).toBe('medicalHold')
  })
  test('while held nothing new is decided on exercise', () => {
    const one = screened('moderate').after('raiseRedFlag', { flag: 'RF05' })
    expect(one.when('recordDecision', { way: 'own', goal: 'wandelen', redFlagsChecked: true }).ok).toBe(false)
  })
})

describe('corrections, consent and endings', () => {
  test('a corrected fact keeps the old value and flags what was sent, without recalling it', () => {
    const one = decided()
      .after('sendAssignment', { assignmentId: 'a1' })
      .after('correctFact', { fact: 'falls12m', value: 2, reason: 'verkeerd gehoord' })
    expect(one.log.at(-1)?.record).toMatchObject({ before: 1, after: 2, reason: 'verkeerd gehoord' })
    expect(one.state.assessment?.risk).toBe('high')
    expect(one.state.assignments['a1']).toMatchObject({ flagged: true, position: { value: 'sent' } })
  })
  test('consent withdrawn for the provider one cannot do without leads back to deciding', () => {
    const one = decided()
      .after('sendAssignment', { assignmentId: 'a1' })
      .after('acceptAssignment', { assignmentId: 'a1', placeConfirmed: true }, 'socialProvider')
      .after('withdrawConsent', { recipient: 'sportclub' })
    expect(one.stage).toBe('decision')
    expect(one.state.assignments['a1']?.position.value).toBe('withdrawn')
  })
  test('death closes the case and every assignment, and no deadline is left', () => {
    const one = decided()
      .after('proposeFollowUp', { assignmentId: 'f1', code: 'eyeTest', providerId: 'optician' })
      .after('sendAssignment', { assignmentId: 'a1' })
      .after('recordEnd', { what: 'died' })
    expect(one.stage).toBe('closed')
    expect(Object.values(one.state.assignments).map(({ position }) => position.value)).toEqual(['withdrawn', 'withdrawn'])
    expect([...one.state.book, ...Object.values(one.state.assignments).flatMap(({ book }) => book)]).toEqual([])
  })
  test('nothing happens in the future', () => {
    expect(screened('moderate').when('reportFall', { injury: 'no' }, 'practiceNurse', '2026-02-01')).toMatchObject({
      ok: false,
      refusal: { code: 'inTheFuture' },
    })
  })
  test('a deadline that fires late is logged as late', () => {
    const one = screened('high').days(60)
    one.fireDue(18)
    expect(one.log.filter(({ record }) => record['daysLate'] === 18).length).toBeGreaterThan(0)
  })
})

test('the log alone gives the same case again, byte for byte, from any point on', () => {
  const one = decided().after('sendAssignment', { assignmentId: 'a1' }).days(20)
  one.fireDue()
  one.after('reportFall', { injury: 'no' })
  const whole = canonicalJson(replay(pathway, one.log))
  expect(whole).toBe(canonicalJson(one.state))
  for (let cut = 1; cut < one.log.length; cut++) {
    const prefix = replay(pathway, one.log.slice(0, cut))
    const stored = JSON.parse(canonicalJson(prefix)) as typeof prefix
    expect(canonicalJson(replay(pathway, one.log.slice(cut), stored))).toBe(whole)
  }
})

test('levels of the four screenings are what they are called', () => {
  for (const level of Object.keys(screeningOf) as (keyof typeof screeningOf)[])
    expect(screened(level).state.assessment?.risk).toBe(level)
})
