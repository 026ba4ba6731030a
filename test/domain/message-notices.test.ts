// Notices: whatever a pathway says to people has one line, and no line says who it is about or what ails them.
import { describe, expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import { appointmentNews } from '../../src/domain/appointments.ts'
import { ofCase } from '../../src/domain/case-log.ts'
import { machineMetaOf } from '../../src/domain/machine-definition.ts'
import { messageKinds, noticeFor } from '../../src/domain/message-notices.ts'
import { messagesFor } from '../../src/domain/messages.ts'
import { notices } from '../../src/domain/notices.ts'
import { decided } from '../support/given-case.ts'

const kindsOf = (pathway: (typeof pathwayVersions)[number]): string[] =>
  (['case', 'assignment'] as const).flatMap((name) => {
    const meta = machineMetaOf(pathway.machines[name])
    return Object.keys(meta.effects).flatMap((type) => {
      const params = { deadline: meta.deadlines[0]!.id, moment: 'accepted' }
      const subject = name === 'case' ? ofCase : 'a1'
      return messagesFor(pathway, [{ subject, effect: { type, params } }]).map(({ kind }) => kind)
    })
  })

test.each(pathwayVersions)('everything that $id $version says to people has a line', (pathway) => {
  const kinds = new Set(kindsOf(pathway))
  expect(kinds.size).toBeGreaterThan(20)
  for (const kind of kinds) expect(Object.keys(notices)).toContain(noticeFor(kind))
})

test('and no line is left that nobody says', () => {
  const said = new Set([...pathwayVersions.flatMap(kindsOf), 'appointment'])
  expect(messageKinds.filter((kind) => !said.has(kind))).toEqual([])
  expect(() => noticeFor('somethingNew')).toThrow('somethingNew')
  expect(() => noticeFor('constructor')).toThrow('constructor')
})

test('no line names a person, an intervention, or anything about health', () => {
  const words = Object.values(notices).map(({ words: { nl, en } }) => `${nl} ${en}`)
  expect(
    words.filter((line) =>
      /\bval(?:len|risico)|\bfall|oefen|exercis|medic|patiënt|patient|oudere|cursus|course|ziek|sick/i.test(line),
    ),
  ).toEqual([])
})

describe('an agenda hears', () => {
  const accepted = () =>
    decided()
      .after('sendAssignment', { assignmentId: 'a1' })
      .after('acceptAssignment', { assignmentId: 'a1', placeConfirmed: true }, 'socialProvider')
  const planned = (startsOn: string) => accepted().after('planStart', { assignmentId: 'a1', startsOn }, 'socialProvider')

  test('nothing of what is not planned', () => expect(appointmentNews(undefined, accepted().state)).toEqual([]))

  test('the day, the new day, and nothing when something else happens', () => {
    const one = planned('2026-01-19')
    const first = one.state
    expect(appointmentNews(undefined, first)).toEqual([{ subject: 'a1', startsOn: '2026-01-19' }])
    const moved = one.after('planStart', { assignmentId: 'a1', startsOn: '2026-01-26' }, 'socialProvider').state
    expect(appointmentNews(first, moved)).toEqual([{ subject: 'a1', startsOn: '2026-01-26' }])
    const later = one.after('reportFall', { injury: 'no' }).state
    expect(appointmentNews(moved, later)).toEqual([])
  })

  test('that it is off when the assignment ends before', () => {
    const one = planned('2026-01-19')
    const before = one.state
    const gone = one.after('withdrawAssignment', { assignmentId: 'a1', reason: 'verhuisd' }).state
    expect(appointmentNews(before, gone)).toEqual([{ subject: 'a1', startsOn: null }])
  })

  test('nothing when the programme begins on the day; that it is off when it began before', () => {
    const onTheDay = planned('2026-01-12').days(7)
    const ready = onTheDay.state
    expect(appointmentNews(ready, onTheDay.after('startAssignment', { assignmentId: 'a1' }, 'socialProvider').state)).toEqual([])
    const earlier = planned('2026-01-19').days(2)
    const waiting = earlier.state
    const begun = earlier.after('startAssignment', { assignmentId: 'a1' }, 'socialProvider').state
    expect(appointmentNews(waiting, begun)).toEqual([{ subject: 'a1', startsOn: null }])
  })
})
