// Lives in which every personal and clinical field holds a word that occurs nowhere else, and everything that left the system meanwhile, decoded.
import type { Command } from '../../src/domain/commands.ts'
import type { Role } from '../../src/domain/role.ts'
import { planAbsence } from '../../src/engine/absences.ts'
import { bytesOf } from '../../src/engine/bytes.ts'
import { daily } from '../../src/engine/daily.ts'
import { putNote } from '../../src/engine/draft-notes.ts'
import { handleCommand } from '../../src/engine/handle-command.ts'
import { leave } from '../../src/engine/leaving.ts'
import { tick } from '../../src/engine/tick.ts'
import { replaceMeetings } from '../../src/store/course-runs.ts'
import { draftsOf } from '../../src/store/drafts.ts'
import { secondsAfter } from '../../src/store/instants.ts'
import { insertPerson } from '../../src/store/persons.ts'
import { type Store, statement } from '../../src/store/store.ts'
import { screeningOf } from './given-case.ts'
import type { HookReceiver } from './hook-receiver.ts'
import type { MailServer } from './mail-server.ts'
import { sendingEngine } from './sending.ts'
import { actorOf, done } from './test-engine.ts'

/** Words that were put into fields of people and of their care, by what they stand for. */
export type Canaries = { readonly word: (field: string) => string; readonly all: readonly string[] }

export function canaries(): Canaries {
  const all: string[] = []
  const word = (field: string): string => {
    const made = `Kanarie${field}${all.length}qz`
    all.push(made)
    return made
  }
  return { word, all }
}

/** Somebody in three cases: one who is accepted, declined and helped elsewhere; one on a course of somebody without a login; one who dies. */
export async function canaryLife(store: Store, smtp: MailServer, hooks: HookReceiver, { word }: Canaries) {
  const sending = await sendingEngine(store, { within: 5000 })
  let ids = 0
  // What is made on the way is called so that it would be found too.
  const engine = Object.assign(sending.engine, { newId: () => `kanarie-id-${++ids}` })
  const { supply } = sending
  const details = { name: word('Aanbod'), description: word('Beschrijving'), time: '10:30' }
  await supply.offer('balans', { contact_id: 'sam', deputy_id: 'dee', owner_id: 'sam', details })
  await supply.account('teacher', 'club', {
    login: 0,
    details: bytesOf({ name: word('Docent'), phone: word('Telefoon'), email: 'teacher@people.example' }),
  })
  await supply.offer('course', { code: 'welfareCoach', contact_id: 'teacher', deputy_id: 'dee', owner_id: 'teacher', details })
  await supply.run('spring', 'course', 20, { details: bytesOf({ days: [], time: '14:00', note: word('Cursus') }) })
  const days = ['2026-02-02', '2026-02-09', '2026-02-16']
  const meetings = days.map((held_on, index) => ({
    id: `m${index}`,
    run_id: 'spring',
    number: index + 1,
    held_on,
    details: bytesOf({}),
  }))
  await store.commit(replaceMeetings(store.build, 'spring', meetings))
  await sending.hook('hook-club', 'club', hooks.url)
  await sending.hook('hook-practice', 'practice-1', hooks.url)

  const work = async () => {
    for (let fired = 1; fired > 0; ) fired = (await tick(engine)).fired
    await daily(engine)
    await sending.expandAll()
    await sending.round(smtp.url)
  }
  const until = async (day: string) => {
    while (engine.clock() < `${day}T09:00:00Z`) {
      sending.setClock(secondsAfter(engine.clock(), 86_400))
      await work()
      sending.minutes(16)
      await work()
      sending.minutes(-16)
    }
  }
  let given = 0
  const gives = async (caseId: string, role: Role, ...commands: Command[]) => {
    for (const command of commands) {
      const ask = { actor: actorOf(role), key: `given-${++given}`, requestId: 'test', caseId, command, expected: null }
      const handled = await handleCommand(engine, ask)
      if (handled.is !== 'done') throw new Error(`${command.type} of ${caseId}: ${JSON.stringify(handled)}`)
    }
    await work()
  }
  const opened = async (caseId: string) => {
    const person = `kanarie-person-${caseId}`
    const who = {
      name: word('Naam'),
      birthDate: '1941-03-07',
      sex: 'F',
      street: word('Straat'),
      city: word('Plaats'),
      phone: word('Telefoon'),
    }
    const row = {
      id: person,
      practice_id: 'practice-1',
      municipality: 'GM0362',
      details: bytesOf(who),
      version: 1,
      created_at: engine.clock(),
    }
    await store.commit([insertPerson(store.build, row)])
    const open = { caseId, personId: person, age: 84, livesAtHome: 'yes', reopenedFrom: null } as const
    done(await handleCommand(engine, { actor: actorOf('signaller'), key: `open-${caseId}`, requestId: 'test', open }))
  }
  const decideFor = (assignmentId: string): Command => ({
    type: 'recordDecision',
    payload: {
      way: 'assignment',
      assignmentId,
      intervention: 'inBalans',
      domain: 'social',
      providerId: 'club',
      offerId: 'balans',
      goal: word('Doel'),
      consentGiven: true,
      redFlagsChecked: true,
      reasonForDeviation: word('Afwijking'),
      notNow: [{ code: 'eyeTest', answer: 'not', reason: word('Nuniet') }],
    },
  })
  const screened = async (caseId: string, level: 'moderate' | 'high') => {
    await opened(caseId)
    await gives(
      caseId,
      'practiceNurse',
      { type: 'recordContact', payload: { reached: true } },
      { type: 'startScreening', payload: { personAgrees: true } },
    )
    await gives(caseId, 'practiceNurse', { type: 'recordScreening', payload: { facts: screeningOf[level] } })
  }
  /** Every text in the answers is one of ours. */
  const answered = async (caseId: string) => {
    await sending.answerEverything(caseId)
    for (const draft of await draftsOf(store, caseId)) {
      const text = Buffer.from(draft.value).toString()
      if (!text.includes('weer dansen')) continue
      const value = Buffer.from(text.replaceAll('weer dansen', word('Antwoord')))
      await store.commit([statement(store.build.updateTable('draft_answer').set({ value }).where('item', '=', draft.item))])
    }
  }

  /** Beside a question, by who does the analysis. */
  const noted = async (caseId: string) => {
    const about = { caseId, itemId: 'mobility.tug', requestId: 'test', operationId: `note-${caseId}`, revision: 0 }
    const handled = await putNote(engine, { ...about, actor: actorOf('practiceNurse'), text: word('Notitie') })
    if (handled.is !== 'saved') throw new Error(`The note of ${caseId}: ${JSON.stringify(handled)}`)
  }

  const declined = async (caseId: string) => {
    await screened(caseId, 'moderate')
    const payload = { assignmentId: `${caseId}-first` }
    await gives(caseId, 'practiceNurse', decideFor(payload.assignmentId), { type: 'sendAssignment', payload })
    await gives(caseId, 'socialProvider', { type: 'markAssignmentSeen', payload })
    for (let times = 0; times < 3; times++) {
      await gives(caseId, 'socialProvider', { type: 'recordAttempt', payload: { ...payload, reached: false } })
      await until(secondsAfter(engine.clock(), 2 * 86_400).slice(0, 10))
    }
    await gives(caseId, 'socialProvider', {
      type: 'declineAssignment',
      payload: { ...payload, reason: 'full', note: word('Afwijzing') },
    })
  }

  /** From signal to closed, with everything that can be written down on the way. */
  async function wholeLife(caseId: string) {
    await screened(caseId, 'high')
    await gives(caseId, 'practiceNurse', { type: 'startAnalysis', payload: {} })
    await answered(caseId)
    await noted(caseId)
    await gives(caseId, 'practiceNurse', { type: 'completeAnalysis', payload: {} })
    const flags = ['RF05']
    await gives(caseId, 'practiceNurse', { type: 'raiseRedFlag', payload: { flag: 'RF05', note: word('Rodevlag') } })
    await gives(caseId, 'generalPractitioner', {
      type: 'releaseRedFlag',
      payload: { flags, outcome: word('Huisarts'), onWordOfGp: true },
    })
    await gives(caseId, 'practiceNurse', {
      type: 'correctFact',
      payload: { fact: 'falls12m', value: 3, reason: word('Verbetering') },
    })
    const payload = { assignmentId: `${caseId}-second` }
    await gives(caseId, 'practiceNurse', decideFor(payload.assignmentId), { type: 'sendAssignment', payload })
    await away()
    await gives(caseId, 'socialProvider', { type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } })
    await gives(caseId, 'socialProvider', { type: 'planStart', payload: { ...payload, startsOn: later(7) } })
    await gives(caseId, 'socialProvider', { type: 'planStart', payload: { ...payload, startsOn: later(9) } })
    await gives(caseId, 'socialProvider', {
      type: 'handOverAssignment',
      payload: { ...payload, to: 'dee', note: word('Overdracht') },
    })
    await onCourse(caseId)
    await until(later(9))
    await gives(caseId, 'socialProvider', { type: 'startAssignment', payload })
    for (const attended of [true, false, false])
      await gives(caseId, 'socialProvider', { type: 'recordSession', payload: { ...payload, attended } })
    await gives(caseId, 'practiceNurse', { type: 'reportFall', payload: { injury: 'no', note: word('Val') } })
    await gives(caseId, 'socialProvider', {
      type: 'pauseAssignment',
      payload: { ...payload, until: later(3), reason: word('Pauze') },
    })
    await until(later(20))
    await gives(caseId, 'socialProvider', { type: 'resumeAssignment', payload }, { type: 'completeAssignment', payload })
    await gives(caseId, 'socialProvider', { type: 'reportAssignment', payload: { ...payload, summary: word('Verslag') } })
    await gives(caseId, 'practiceNurse', { type: 'startEvaluation', payload: {} })
    await gives(caseId, 'practiceNurse', {
      type: 'recordEvaluation',
      payload: { outcome: 'goalReached', summary: word('Evaluatie') },
    })
    await until(later(40))
    for (const months of [6, 12] as const)
      await gives(caseId, 'practiceNurse', { type: 'recordFollowUpTalk', payload: { months, exercises: 'yes' } })
  }

  const later = (days: number) => secondsAfter(engine.clock(), days * 86_400).slice(0, 10)

  /** Away from today on, with a note; and somebody who leaves. */
  async function away() {
    const asking = { actor: actorOf('coordinator'), requestId: 'test' }
    const body = { accountId: 'sam', fromOn: later(0), untilOn: later(30), replacementId: 'dee', note: word('Waarneming') }
    const planned = await planAbsence(engine, { ...asking, key: 'away' }, body)
    if (planned.is !== 'done') throw new Error(JSON.stringify(planned))
    const left = await leave(engine, { ...asking, key: 'leaves' }, 'some-practiceAssistant', {
      on: later(0),
      successorId: 'some-practiceNurse',
      note: word('Vertrek'),
    })
    if (left.is !== 'done') throw new Error(JSON.stringify(left))
    await work()
  }

  /** A follow-up at somebody who answers by link, and is asked who was there. */
  async function onCourse(caseId: string) {
    const payload = { assignmentId: `${caseId}-course` }
    const chosen = { code: 'welfareCoach', providerId: 'club', offerId: 'course', runId: 'spring' }
    await gives(caseId, 'practiceNurse', { type: 'proposeFollowUp', payload: { ...payload, ...chosen } })
    await gives(caseId, 'practiceNurse', { type: 'sendAssignment', payload })
    await gives(caseId, 'socialProvider', { type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } })
  }

  async function dies(caseId: string) {
    await screened(caseId, 'moderate')
    const payload = { assignmentId: `${caseId}-third` }
    await gives(caseId, 'practiceNurse', decideFor(payload.assignmentId), { type: 'sendAssignment', payload })
    await gives(caseId, 'socialProvider', { type: 'acceptAssignment', payload: { ...payload, placeConfirmed: true } })
    await gives(caseId, 'socialProvider', { type: 'planStart', payload: { ...payload, startsOn: later(7) } })
    await gives(caseId, 'practiceNurse', { type: 'withdrawConsent', payload: { recipient: 'club', reason: word('Toestemming') } })
    await gives(caseId, 'practiceNurse', { type: 'recordEnd', payload: { what: 'died' } })
  }

  await declined('kanarie-c1')
  await wholeLife('kanarie-c2')
  await dies('kanarie-c3')
  await until(later(3))
  return sending
}
