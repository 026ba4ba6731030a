// Everything the proposal rests on: the case, the person, why this was proposed, and the rules of the pathway to say it in words.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type CaseFile, getExplanation } from '../../../contract/cases.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import type { Person } from '../../../contract/people.ts'
import type { Explanation } from '../../../domain/explain.ts'
import { call } from '../../api/call.ts'
import { caseQuery, personQuery } from '../../api/queries.ts'
import { useLanguage } from '../../text/language.tsx'
import type { PathwayKnowledge } from '../analysis/live.ts'

/** The explanation as it goes over the line: without the facts, which stand in the case. */
export type Explained = Pick<Explanation, 'assessment' | 'verdicts' | 'assumed' | 'rowsUsed' | 'upgradeSuggested'> & {
  readonly row: string
  readonly payer: string | null
}

export type Loaded = {
  readonly file: CaseFile
  readonly person: Person
  readonly knowledge: PathwayKnowledge
  /** Null: nothing is assessed yet. */
  readonly explained: Explained | null
}

export function useLoaded(): { data: Loaded | undefined; error: unknown; refetch: () => void } {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const file = useQuery(caseQuery(caseId, language))
  const person = useQuery({ ...personQuery(file.data?.personId ?? '', language), enabled: file.data !== undefined })
  const knowledge = useQuery({
    queryKey: ['pathway-data', file.data?.pathway],
    queryFn: async ({ signal }) =>
      // The data of a pathway are what the server reasons with itself.
      (await call(getPathwayData, { params: { version: file.data!.pathway }, signal })).body as unknown as PathwayKnowledge,
    enabled: file.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const explained = useQuery({
    queryKey: ['explanation', caseId, file.data?.seq, language],
    queryFn: async ({ signal }) => (await call(getExplanation, { params: { caseId }, query: { language }, signal })).body,
    enabled: file.data !== undefined,
  })
  const all = [file, person, knowledge, explained]
  const error = all.find((one) => one.error !== null && one.data === undefined)?.error ?? null
  const refetch = (): void => {
    for (const one of all) if (one.error !== null) void one.refetch()
  }
  const whole = file.data && person.data && knowledge.data && explained.data
  if (!whole) return { data: undefined, error, refetch }
  const data: Loaded = {
    file: file.data!,
    person: person.data!,
    knowledge: knowledge.data!,
    explained: explained.data!.explanation as Explained | null,
  }
  return { data, error, refetch }
}

/** The person as one speaks of this person. */
export const calledIn = (language: 'nl' | 'en', sex: string | undefined): string => {
  if (language === 'en') return sex === 'F' ? 'she' : sex === 'M' ? 'he' : 'this person'
  return sex === 'F' ? 'mevrouw' : sex === 'M' ? 'meneer' : 'deze persoon'
}
