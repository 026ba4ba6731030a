// The orphan report, with names: which open work is not with its own person, and what nobody has.
import type { OrphanReport, PassedLine } from '../contract/orphans.ts'
import { dayOf, type IsoDate } from '../domain/calendar.ts'
import type { Pathway } from '../domain/pathway.ts'
import { passedWords } from '../domain/responsibility.ts'
import { type Stage, stageWords } from '../domain/stage.ts'
import type { Language } from '../domain/words.ts'
import { type PassedLine as Line, type PassedWork, passedWork } from '../readmodels/passed-work.ts'
import { loadDirectory, type WhoIsWho } from '../store/directory.ts'
import type { Reader } from '../store/store.ts'
import { nameOf } from './who.ts'

export type PassedToday = PassedWork & { readonly on: IsoDate; readonly people: WhoIsWho }

export async function passedToday(reader: Reader, now: string): Promise<PassedToday> {
  const on = dayOf(now)
  const people = await loadDirectory(reader, on)
  return { ...(await passedWork(reader, people)), on, people }
}

export const isOrphan = ({ reached }: Line): boolean => reached.accountId === null

/** As many orphans as anybody reads at once. */
const mostOrphans = 100

type Place = Pick<Line, 'kind' | 'id'> | null

/** `limit` lines after that one; the last of them is where the next page begins. */
export function orphanReport(
  { on, people, openAssignments, openCases, lines }: PassedToday,
  { pathway, language, after, limit }: { pathway: Pathway; language: Language; after: Place; limit: number },
): Omit<OrphanReport, 'next'> & { readonly page: readonly Line[]; readonly more: boolean } {
  const begin = after === null ? 0 : lines.findIndex((line) => isAfter(line, after))
  const page = begin === -1 ? [] : lines.slice(begin, begin + limit)
  const orphans = lines.filter(isOrphan)
  const inWords = (line: Line) => lineOf(people, line, { pathway, language })
  return {
    on,
    counts: { openAssignments, openCases, passedOn: lines.length - orphans.length, orphans: orphans.length },
    orphans: orphans.slice(0, mostOrphans).map(inWords),
    items: page.map(inWords),
    page,
    more: begin !== -1 && begin + limit < lines.length,
  }
}

const isAfter = (line: Line, { kind, id }: NonNullable<Place>): boolean =>
  line.kind === kind ? line.id > id : line.kind === 'case'

function lineOf(
  people: WhoIsWho,
  { kind, id, caseId, state, nextDueAt, reached }: Line,
  { pathway, language }: { readonly pathway: Pathway; readonly language: Language },
): PassedLine {
  const [first] = reached.passed
  const { accountId } = reached
  return {
    kind,
    id,
    caseId,
    state: { code: state, words: stateWords(pathway, kind, state)[language] },
    owner:
      first === undefined
        ? null
        : {
            accountId: first.accountId,
            name: nameOf(people, first.accountId),
            why: first.why,
            whyWords: passedWords[first.why][language],
          },
    now: accountId === null ? null : { accountId, name: nameOf(people, accountId) },
    nextDueAt,
  }
}

export function stateWords({ machines }: Pathway, kind: Line['kind'], state: string) {
  if (kind === 'case') return stageWords[state as Stage] // Written by us, from the one vocabulary.
  const meta = machines.assignment.states[state]?.meta as { state?: { words: { nl: string; en: string } } } | undefined
  return meta?.state?.words ?? { nl: state, en: state }
}
