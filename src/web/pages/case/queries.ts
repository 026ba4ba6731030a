// What the page of a case asks beside the case itself.
import { queryOptions } from '@tanstack/react-query'
import { getCaseWay, getMeasures } from '../../../contract/case-history.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import type { Language } from '../../../domain/words.ts'
import { call } from '../../api/call.ts'
import type { CaseKnowledge } from './options.ts'

export const wayQuery = (caseId: string, language: Language) =>
  queryOptions({
    queryKey: ['way', caseId, language],
    queryFn: async ({ signal }) => (await call(getCaseWay, { params: { caseId }, signal })).body,
  })

export const measuresQuery = (caseId: string, language: Language) =>
  queryOptions({
    queryKey: ['measures', caseId, language],
    queryFn: async ({ signal }) => (await call(getMeasures, { params: { caseId }, signal })).body.items,
  })

export const knowledgeQuery = (version: string) =>
  queryOptions({
    queryKey: ['pathway-data', version],
    // The server sends the pathway as data; what it is, its own tests hold it to.
    queryFn: async ({ signal }) => (await call(getPathwayData, { params: { version }, signal })).body as unknown as CaseKnowledge,
    staleTime: Number.POSITIVE_INFINITY,
  })
