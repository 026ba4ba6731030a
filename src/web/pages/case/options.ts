// Choices for the fields of commands that only the case or the pathway knows.
import { useQuery } from '@tanstack/react-query'
import type { CaseFile } from '../../../contract/cases.ts'
import { getPathwayData } from '../../../contract/pathways.ts'
import { definitionsOf } from '../../../domain/rules.ts'
import { call } from '../../api/call.ts'
import type { Options } from '../../command/command-form.tsx'
import { useLanguage } from '../../text/language.tsx'
import type { PathwayKnowledge } from '../analysis/live.ts'

export function useOptions(file: CaseFile): { readonly [command: string]: Options } {
  const { language } = useLanguage()
  const data = useQuery({
    queryKey: ['pathway-data', file.pathway],
    queryFn: async ({ signal }) =>
      (await call(getPathwayData, { params: { version: file.pathway }, signal })).body as unknown as PathwayKnowledge,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data.data === undefined) return {}
  const { rules } = data.data
  const flags = rules.redFlags.map(({ id, words }) => ({ value: id, words: words[language] }))
  const facts = [...definitionsOf(rules)].map(({ id, name }) => ({ value: id, words: name[language] }))
  return {
    raiseRedFlag: { flag: flags },
    reportFall: { flag: flags },
    releaseRedFlag: { flags },
    correctFact: { fact: facts },
  }
}
