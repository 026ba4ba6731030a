// Verify: every case replayed from its log and compared, byte by byte, with everything that is stored about it.
import { canonicalJson } from '../domain/canonical.ts'
import { differences } from '../domain/pathway-data.ts'
import type { Words } from '../domain/words.ts'
import { assignmentsOf } from '../store/assignments.ts'
import { allCaseIds, eventsOf, loadCase } from '../store/cases.ts'
import { type ChainFault, checkChain } from '../store/chain.ts'
import { deadlinesOf } from '../store/deadlines.ts'
import { type CountedRun, miscountedRuns } from '../store/places.ts'
import type { Reader } from '../store/store.ts'
import { worklistLine } from '../store/survey.ts'
import type { CaseRow, EventRow } from '../store/tables.ts'
import { bytesOf, parsedFrom } from './bytes.ts'
import { stageOfCase } from './change.ts'
import type { Engine } from './engine.ts'
import { type PersonPlace, personFor } from './gather.ts'
import { type Redrawn, redrawnWorklist, replayCase } from './replay-case.ts'

export type CaseFault = {
  readonly caseId: string
  /** The first entry of the log that is wrong, or the last one when the log is sound and what was drawn from it is not. */
  readonly seq: number
  /** What is wrong: the log itself, the snapshot, or a row that can be drawn again. */
  readonly of: 'log' | 'snapshot' | 'drawnRow'
  readonly words: Words
}

/** A course run whose counters are not what the assignments say. */
export type RunFault = { readonly runId: string; readonly words: Words }

export type Verified = {
  readonly cases: number
  readonly events: number
  readonly faults: readonly CaseFault[]
  readonly runFaults: readonly RunFault[]
}

type Knowledge = Pick<Engine, 'pathways'>
type OnCase = (cases: number, events: number) => void

/** Reads only, a page of cases at a time. Of each case the first fault is named. */
export async function verify(reader: Reader, { pathways }: Knowledge, onCase: OnCase = () => {}): Promise<Verified> {
  const faults: CaseFault[] = []
  let [cases, events] = [0, 0]
  for await (const caseId of caseIds(reader)) {
    const looked = await lookAt(reader, { pathways }, caseId)
    if (looked.fault !== null) faults.push(looked.fault)
    cases += 1
    events += looked.events
    onCase(cases, events)
  }
  return { cases, events, faults, runFaults: (await miscountedRuns(reader)).map(runFault) }
}

const runFault = ({ id, taken, waiting, holders, waiters }: CountedRun): RunFault => ({
  runId: id,
  words: {
    nl: `${taken} plaatsen bezet en ${waiting} wachtenden; volgens de opdrachten zijn het er ${holders} en ${waiters}.`,
    en: `${taken} places taken and ${waiting} waiting; by the assignments they are ${holders} and ${waiters}.`,
  },
})

export async function* caseIds(reader: Reader): AsyncGenerator<string> {
  const size = 500
  for (let after: string | null = null; ; ) {
    const page: string[] = await allCaseIds(reader, after, size)
    yield* page
    if (page.length < size) return
    after = page.at(-1)!
  }
}

type Looked = { readonly events: number; readonly fault: CaseFault | null }

/** A case that moved while it was read shows faults that are none: then it is read again. */
async function lookAt(reader: Reader, knowledge: Knowledge, caseId: string): Promise<Looked> {
  for (let tries = 0; ; tries += 1) {
    const head = await loadCase(reader, caseId)
    if (head === null) return { events: 0, fault: null }
    const rows = await eventsOf(reader, caseId)
    const fault = await faultIn(reader, knowledge, head, rows)
    if (fault === null || tries > 20 || (await loadCase(reader, caseId))?.seq === head.seq) return { events: rows.length, fault }
  }
}

async function faultIn(
  reader: Reader,
  { pathways }: Knowledge,
  head: CaseRow,
  rows: readonly EventRow[],
): Promise<CaseFault | null> {
  const at = (seq: number, of: CaseFault['of'], words: Words): CaseFault => ({ caseId: head.id, seq, of, words })
  const broken = checkChain(rows, head)
  if (broken !== null) return at(broken.seq, 'log', chainWords[broken.problem])
  const pathway = pathways.get(head.pathway)
  if (pathway === undefined) return at(1, 'log', unknownPathway(head.pathway))
  const person = await personFor({ store: reader }, head.person_id)
  const replayed = replayCase(pathway, rows, person ?? nowhere)
  if (!replayed.ok)
    return at(replayed.seq, 'log', {
      nl: `Niet na te spelen: ${replayed.problem}.`,
      en: `Cannot be replayed: ${replayed.problem}.`,
    })
  const { redrawn } = replayed
  const snapshot = snapshotFault(head, redrawn)
  if (snapshot !== null) return at(head.seq, 'snapshot', snapshot)
  const drawn =
    rowFault('deadline', redrawn.deadlines, await deadlinesOf(reader, head.id)) ??
    rowFault('assignment', redrawn.assignments, await assignmentsOf(reader, head.id)) ??
    (person === null
      ? noPerson
      : rowFault(
          'worklist',
          new Map([[head.id, redrawnWorklist(pathway, redrawn, person)]]),
          [await worklistLine(reader, head.id)].flatMap((line) => (line === null ? [] : [{ ...line, id: line.case_id }])),
        ))
  return drawn === null ? null : at(head.seq, 'drawnRow', drawn)
}

const nowhere: PersonPlace = { practiceId: '', municipality: '' }

/** The stored state must be the replayed one to the byte, and the columns beside it must say the same. */
function snapshotFault(head: CaseRow, { state, changedAt }: Redrawn): Words | null {
  if (Buffer.compare(bytesOf(state), head.state) !== 0) {
    const where = firstDifference(head.state, state)
    return {
      nl: `De opgeslagen stand is niet die van het logboek${where.nl}.`,
      en: `The stored state is not that of the log${where.en}.`,
    }
  }
  const columns = {
    person_id: state.personId,
    pathway: state.pathway,
    reopened_from: state.reopenedFrom,
    seq: state.seq,
    stage: stageOfCase(state),
    opened_on: state.openedOn,
    changed_at: changedAt,
  }
  const wrong = Object.entries(columns).find(([column, value]) => head[column as keyof CaseRow] !== value)
  return wrong === undefined ? null : differs('care_case', wrong[0], head[wrong[0] as keyof CaseRow], wrong[1])
}

function firstDifference(stored: Uint8Array, state: unknown): Words {
  try {
    const [first] = differences(parsedFrom(stored), JSON.parse(canonicalJson(state)))
    if (first === undefined) return { nl: ' (dezelfde inhoud, andere bytes)', en: ' (same content, other bytes)' }
    const [before, after] = [shown(first.before), shown(first.after)]
    return { nl: ` (${first.at}: ${before}, moet zijn ${after})`, en: ` (${first.at}: ${before}, should be ${after})` }
  } catch {
    return { nl: ' (onleesbaar)', en: ' (unreadable)' }
  }
}

type StoredRow = { readonly id: string }

/** The first row that is missing, too many, or says something else. */
function rowFault(table: string, drawn: ReadonlyMap<string, object>, stored: readonly StoredRow[]): Words | null {
  for (const row of stored) {
    const should = drawn.get(row.id)
    if (should === undefined)
      return { nl: `${table} ${row.id} hoort er niet te zijn.`, en: `${table} ${row.id} should not be there.` }
    for (const [column, value] of Object.entries(should)) {
      const is = row[column as keyof StoredRow] as unknown
      if (!isSame(is, value)) return differs(`${table} ${row.id}`, column, is, value)
    }
  }
  if (stored.length === drawn.size) return null
  const there = new Set(stored.map(({ id }) => id))
  const missing = [...drawn.keys()].find((id) => !there.has(id))
  return { nl: `${table} ${missing} ontbreekt.`, en: `${table} ${missing} is missing.` }
}

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b

function differs(where: string, column: string, is: unknown, should: unknown): Words {
  return {
    nl: `${where}: ${column} is ${shown(is)}, moet zijn ${shown(should)}.`,
    en: `${where}: ${column} is ${shown(is)}, should be ${shown(should)}.`,
  }
}

function shown(value: unknown): string {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : (JSON.stringify(value) ?? '-')
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

const chainWords: { readonly [problem in ChainFault['problem']]: Words } = {
  missing: { nl: 'Deze regel ontbreekt in het logboek.', en: 'This entry is missing from the log.' },
  outOfPlace: { nl: 'Deze regel staat niet op zijn plaats.', en: 'This entry is out of its place.' },
  ofAnotherCase: { nl: 'Deze regel hoort bij een ander traject.', en: 'This entry belongs to another case.' },
  notLinked: { nl: 'Deze regel sluit niet aan op de vorige.', en: 'This entry does not follow the one before.' },
  changed: { nl: 'Deze regel is veranderd nadat hij geschreven was.', en: 'This entry was changed after it was written.' },
  notTheHead: { nl: 'Het traject wijst een andere laatste regel aan.', en: 'The case points at another last entry.' },
}
const unknownPathway = (name: string): Words => ({
  nl: `Trajectversie ${name} is niet geladen.`,
  en: `Pathway version ${name} is not loaded.`,
})
const noPerson: Words = { nl: 'De persoon van dit traject ontbreekt.', en: 'The person of this case is missing.' }
