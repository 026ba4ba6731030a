// A row of the worklist in words: what is needed now in one sentence, why or by when in a second, and the one act.
import type { WorklistLine } from '../contract/worklists.ts'
import { capitalised } from '../domain/capitalised.ts'
import type { AssignmentState } from '../domain/case-state.ts'
import { dayWords } from '../domain/day-words.ts'
import { machineMetaOf, type Owner, ownerWords } from '../domain/machine-definition.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language, Words } from '../domain/words.ts'
import type { WorklistRow } from '../store/tables.ts'
import { nameOfCode } from './code-names.ts'
import { act, type Callable, mayNow, phoneAct, type Seen } from './work-act.ts'

export type WorkParts = {
  readonly seen: Seen
  readonly row: WorklistRow
  /** Of a running analysis: how many questions are open, and the last day somebody answered one. */
  readonly draft: { readonly open: number; readonly total: number; readonly savedOn: string | null } | null
  /** The GP who must release a red flag; null: whoever looks. */
  readonly doctor: Callable | null
  readonly providerName: (id: string) => string
}

type Said = Pick<WorklistLine, 'need' | 'about' | 'act'>

/** For who does a chain without names: where it stands and who has it, nothing of the older adult. */
export const workflowLine = ({ seen: { language, pathway }, row }: Pick<WorkParts, 'seen' | 'row'>): Said => ({
  need: `${capitalised(awaitedIn(pathway, row, language) ?? stageWords[row.stage as Stage][language])}.`,
  about: `${capitalised(ownerWords(row.owner as Owner)[language])}.`,
  act: act('case', language),
})

export function workLine(parts: WorkParts): Said {
  const { seen, row } = parts
  const { language } = seen
  const said = row.held === 1 ? held(parts) : (byStage[row.stage as Stage]?.(parts) ?? null)
  if (said === null) return workflowLine(parts)
  return { need: said.need[language], about: said.about?.[language] ?? null, act: said.act }
}

/** Of the case or of one of its assignments: the rules of both have names of their own. */
export function awaitedIn({ machines }: Seen['pathway'], { next_rule }: Pick<WorklistRow, 'next_rule'>, language: Language) {
  const rules = Object.values(machines).flatMap((machine) => machineMetaOf(machine).deadlines)
  return rules.find(({ id }) => id === next_rule)?.words[language] ?? null
}

type Worded = { readonly need: Words; readonly about: Words | null; readonly act: WorklistLine['act'] }

function held({ seen, row, doctor }: WorkParts): Worded {
  const { pathway, state, language } = seen
  const open = state.position.context['openFlags'] as readonly string[]
  const flags = pathway.rules.redFlags.filter(({ id }) => open.includes(id)).map(({ words }) => words)
  const by = untilOf(row)
  const all = (said: Language): string => flags.map((words) => capitalised(words[said]).replace(/\.$/, '')).join('. ')
  return {
    need: {
      nl: flags.length === 0 ? 'De huisarts kijkt eerst mee.' : `${all('nl')}.`,
      en: flags.length === 0 ? 'The GP looks first.' : `${all('en')}.`,
    },
    about: {
      nl: `Verdere stappen wachten op de huisarts${by.nl}.`,
      en: `Further steps wait for the GP${by.en}.`,
    },
    act: (doctor === null ? null : phoneAct(doctor, language)) ?? act('case', language),
  }
}

const byStage: { readonly [stage in Stage]?: (parts: WorkParts) => Worded | null } = {
  signalled: ({ seen }) => ({
    need: {
      nl: 'Eerste gesprek: vraag of de valrisicotest mag.',
      en: 'First talk: ask whether the fall-risk test may be done.',
    },
    about: on({ nl: 'Aangemeld op', en: 'Put forward on' }, seen.state.openedOn),
    act: act(mayNow(seen, 'startScreening') ? 'screening' : 'case', seen.language),
  }),
  screening: (parts) => screening(parts, { nl: 'Valrisicotest doen.', en: 'Do the fall-risk test.' }),
  screeningIncomplete: (parts) =>
    screening(parts, {
      nl: 'Valrisicotest afmaken: nog niet alles is bekend.',
      en: 'Finish the fall-risk test: not everything is known yet.',
    }),
  analysisPlanned: (parts) => ({
    need: { nl: 'Valanalyse starten.', en: 'Start the fall analysis.' },
    about: riskOf(parts.seen),
    act: act(mayNow(parts.seen, 'startAnalysis') ? 'startAnalysis' : 'case', parts.seen.language),
  }),
  analysis: ({ seen, draft }) =>
    draft === null
      ? null
      : {
          need:
            draft.open === 0
              ? {
                  nl: 'Valanalyse afronden: alle vragen hebben een antwoord.',
                  en: 'Complete the fall analysis: no question is open.',
                }
              : {
                  nl: `Valanalyse afmaken: ${draft.open} van ${draft.total} vragen ${draft.open === 1 ? 'is' : 'zijn'} open.`,
                  en: `Finish the fall analysis: ${draft.open} of ${draft.total} questions open.`,
                },
          about:
            draft.savedOn === null
              ? { nl: 'Nog niets ingevuld.', en: 'Nothing filled in yet.' }
              : on({ nl: 'Concept, bewaard op', en: 'Draft, saved on' }, draft.savedOn),
          act: act('analysis', seen.language),
        },
  decision: (parts) => decision(parts),
  ended: (parts) => toEvaluate(parts),
  evaluation: (parts) => ({
    need: { nl: 'Evaluatie vastleggen.', en: 'Record the evaluation.' },
    about: null,
    act: act(mayNow(parts.seen, 'recordEvaluation') ? 'evaluation' : 'case', parts.seen.language),
  }),
}

const screening = ({ seen }: WorkParts, need: Words): Worded => ({
  need,
  about: on({ nl: 'Aangemeld op', en: 'Put forward on' }, seen.state.openedOn),
  act: act(mayNow(seen, 'recordScreening') ? 'screening' : 'case', seen.language),
})

/** After a first choice that came to nothing, another is chosen: then that is what is needed. */
function decision({ seen, providerName }: WorkParts): Worded {
  const { state, pathway, language } = seen
  const may = mayNow(seen, 'recordDecision')
  const last = Object.values(state.assignments).findLast(({ kind }) => kind === 'primary')
  const why = last === undefined ? undefined : cameToNothing[String(last.position.value)]
  if (last === undefined || why === undefined)
    return {
      need: { nl: 'Samen kiezen wat past.', en: 'Choose together what fits.' },
      about: riskOf(seen),
      act: act(may ? 'decision' : 'case', language),
    }
  const named = (said: Language): string => capitalised(nameOfCode(pathway, last.code, said))
  return {
    need: { nl: `Ander aanbod kiezen: ${why.nl}.`, en: `Choose another offer: ${why.en}.` },
    about: { nl: `${named('nl')}, ${at(last, providerName)}.`, en: `${named('en')}, ${at(last, providerName)}.` },
    act: act(may ? 'otherOffer' : 'case', language),
  }
}

const at = ({ providerId }: AssignmentState, nameOf: (id: string) => string): string => nameOf(providerId ?? '–')

const cameToNothing: { readonly [state: string]: Words } = {
  declined: { nl: 'het eerste is afgewezen', en: 'the first was declined' },
  expired: { nl: 'er kwam geen antwoord', en: 'there was no answer' },
  withdrawn: { nl: 'het eerste is ingetrokken', en: 'the first was withdrawn' },
}

function toEvaluate({ seen, row }: WorkParts): Worded | null {
  if (!mayNow(seen, 'startEvaluation')) return null
  const last = Object.values(seen.state.assignments).findLast(({ kind }) => kind === 'primary')
  if (last === undefined) return null
  const named = (said: Language): string => capitalised(nameOfCode(seen.pathway, last.code, said))
  const early = String(last.position.value) === 'stoppedEarly'
  const by = untilOf(row)
  return {
    need: { nl: 'Samen terugkijken en opnieuw meten.', en: 'Look back together and measure again.' },
    about: {
      nl: `${named('nl')} is ${early ? 'eerder gestopt' : 'klaar'}${by.nl}.`,
      en: `${named('en')} ${early ? 'stopped early' : 'is done'}${by.en}.`,
    },
    act: act('evaluation', seen.language),
  }
}

/** The level and what it rests on, as the assessment said. */
function riskOf({ state, pathway }: Seen): Words | null {
  const { assessment } = state
  const level = levels[assessment?.risk ?? '']
  if (assessment === null || level === undefined) return null
  const because = (said: Language): string =>
    assessment.reasons.map((reason) => pathway.rules.answerWords.reasons[reason]?.[said] ?? reason).join('; ')
  const full = (said: Language): string => (because(said) === '' ? `${level[said]}.` : `${level[said]}: ${because(said)}.`)
  return { nl: full('nl'), en: full('en') }
}

const levels: { readonly [risk: string]: Words } = {
  low: { nl: 'Laag valrisico', en: 'Low fall risk' },
  moderate: { nl: 'Matig valrisico', en: 'Moderate fall risk' },
  high: { nl: 'Hoog valrisico', en: 'High fall risk' },
}

const on = (before: Words, day: string): Words => ({
  nl: `${before.nl} ${dayWords(day, 'nl')}.`,
  en: `${before.en} ${dayWords(day, 'en')}.`,
})

const untilOf = ({ next_due_at }: WorklistRow): Words =>
  next_due_at === null
    ? { nl: '', en: '' }
    : { nl: `, uiterlijk ${dayWords(next_due_at.slice(0, 10), 'nl')}`, en: `, by ${dayWords(next_due_at.slice(0, 10), 'en')}` }
