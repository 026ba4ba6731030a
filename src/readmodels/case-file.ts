// The case file: where a case stands in words, what is known, what runs, and what may be done now.
import { whyNotSee } from '../access/reading.ts'
import type { Assignment, AssignmentFile, CaseFile } from '../contract/cases.ts'
import { assignmentTag, caseTag } from '../contract/command-routes.ts'
import type { AssignmentState, CaseState } from '../domain/case-state.ts'
import { ownerWords, type StateMeta } from '../domain/machine-definition.ts'
import type { Pathway } from '../domain/pathway.ts'
import { situationOf } from '../domain/situation.ts'
import { stageWords } from '../domain/stage.ts'
import type { Language } from '../domain/words.ts'
import { type Asked, allowedCommands } from './allowed-commands.ts'
import { nameOfCode } from './code-names.ts'
import { deadlineLines, type WhoIn } from './deadline-lines.ts'
import { payerWarnings } from './payer-warnings.ts'
import { stageIn } from './stage-in.ts'

/** Who is asked by, and who is told of what. */
type AskedAndTold = Asked & { readonly who: WhoIn }

/** `earlier`: the other episodes of the same person. */
export function caseFile(
  pathway: Pathway,
  state: CaseState,
  earlier: readonly CaseState[],
  { who, ...asked }: AskedAndTold,
  language: Language,
): CaseFile {
  const stage = stageIn(state)
  const allowed = allowedCommands(pathway, state, asked, language)
  return {
    caseId: state.id,
    etag: caseTag(state.id, state.seq),
    seq: state.seq,
    personId: state.personId,
    pathway: state.pathway,
    reopenedFrom: state.reopenedFrom,
    openedOn: state.openedOn,
    stage: { code: stage, words: stageWords[stage][language], b1: stageWords[stage].b1 },
    situation: situationOf(pathway.situations, state, (code) => nameOfCode(pathway, code, language), language),
    content: 'whole',
    position: positionWords(pathway, state, language),
    facts: { ...state.facts },
    assessment: state.assessment === null ? null : { ...state.assessment },
    decision: state.decision === null ? null : { ...state.decision },
    warnings: payerWarnings(state, earlier, asked.today, language),
    falls: state.falls,
    openFlags: openFlagsIn(pathway, state, language),
    assignments: Object.entries(state.assignments).map(([id, one]) => assignmentOf(pathway, id, one, language)),
    deadlines: deadlineLines(pathway, state, who, language),
    allowed,
    links: {
      self: `/v1/cases/${state.id}`,
      person: `/v1/people/${state.personId}`,
      events: `/v1/cases/${state.id}/events`,
      deadlines: `/v1/cases/${state.id}/deadlines`,
      explanation: `/v1/cases/${state.id}/explanation`,
      answers: `/v1/cases/${state.id}/analyses/answers`,
      way: `/v1/cases/${state.id}/way`,
      // Only for who may: so nobody asks for what is refused and logged as such.
      ...(whyNotSee('caseContent', asked.role) === null ? { measures: `/v1/cases/${state.id}/measures` } : {}),
      ...(whyNotSee('accessLog', asked.role) === null ? { accessLog: `/v1/people/${state.personId}/access-log` } : {}),
      pathway: `/v1/pathways/${state.pathway}`,
      ...(state.reopenedFrom === null ? {} : { reopenedFrom: `/v1/cases/${state.reopenedFrom}` }),
      ...(state.position.context['closedAs'] === null ? {} : { reopen: `/v1/cases/${state.id}/_reopen` }),
    },
  }
}

function openFlagsIn({ rules }: Pathway, { position }: CaseState, language: Language): CaseFile['openFlags'] {
  const open = position.context['openFlags']
  if (!Array.isArray(open)) return []
  return open.map((code) => ({
    code: String(code),
    words: rules.redFlags.find(({ id }) => id === code)?.words[language] ?? String(code),
  }))
}

/** Null when the case has no such assignment. */
export function assignmentFile(
  pathway: Pathway,
  state: CaseState,
  assignmentId: string,
  { who, ...asked }: AskedAndTold,
  language: Language,
): AssignmentFile | null {
  const one = Object.hasOwn(state.assignments, assignmentId) ? state.assignments[assignmentId] : undefined
  if (one === undefined) return null
  return {
    ...assignmentOf(pathway, assignmentId, one, language),
    caseId: state.id,
    deadlines: deadlineLines(pathway, state, who, language).filter(({ subject }) => subject === assignmentId),
    allowed: allowedCommands(pathway, state, asked, language).filter(({ subject }) => subject === assignmentId),
  }
}

function assignmentOf(pathway: Pathway, id: string, one: AssignmentState, language: Language): Assignment {
  const state = String(one.position.value)
  const meta = pathway.machines.assignment.states[state]?.meta as { state?: StateMeta } | undefined
  return {
    assignmentId: id,
    etag: assignmentTag(id, one.version),
    version: one.version,
    kind: one.kind,
    code: one.code,
    name: nameOfCode(pathway, one.code, language),
    providerId: one.providerId,
    state: { code: state, words: meta?.state?.words[language] ?? state },
    proposedOn: one.proposedOn,
    flagged: one.flagged,
    context: { ...one.position.context },
  }
}

/** The state of each region of the case machine, with whose move it is. */
function positionWords({ machines }: Pathway, { position }: CaseState, language: Language): CaseFile['position'] {
  return Object.entries(position.value as { [region: string]: string }).flatMap(([region, state]) => {
    const meta = machines.case.states[region]?.states[state]?.meta as { state?: StateMeta } | undefined
    if (meta?.state === undefined) return []
    const { owner, words } = meta.state
    return [{ region, code: state, words: words[language], owner: { code: owner, words: ownerWords(owner)[language] } }]
  })
}
