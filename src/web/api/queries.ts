// Questions that many screens ask, each under one key.
import { queryOptions } from '@tanstack/react-query'
import { getCase } from '../../contract/cases.ts'
import { getPerson } from '../../contract/people.ts'
import { getRegion } from '../../contract/region.ts'
import type { Language } from '../../domain/words.ts'
import { call } from './call.ts'

export const regionQuery = queryOptions({
  queryKey: ['region'],
  queryFn: async ({ signal }) => (await call(getRegion, { signal })).body,
  staleTime: Number.POSITIVE_INFINITY,
})

export const caseQuery = (caseId: string, language: Language) =>
  queryOptions({
    queryKey: ['case', caseId, language],
    queryFn: async ({ signal }) => (await call(getCase, { params: { caseId }, signal })).body,
  })

export const personQuery = (personId: string, language: Language) =>
  queryOptions({
    queryKey: ['person', personId, language],
    queryFn: async ({ signal }) => (await call(getPerson, { params: { personId }, signal })).body,
  })
