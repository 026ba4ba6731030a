// The fall-risk test while somebody is put forward: now, with the questions of the newest pathway, or later by somebody else.
import { useQuery } from '@tanstack/react-query'
import { getPathwayData, listPathways } from '../../../contract/pathways.ts'
import { call } from '../../api/call.ts'
import { useTexts } from '../../text/language.tsx'
import { Choices } from '../../ui/field.tsx'
import { Part } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import type { PathwayKnowledge } from '../analysis/live.ts'
import { Answers, type Given } from '../screening/answers.tsx'
import { words } from './words.ts'

export function Test({
  tests,
  setTests,
  given,
  change,
}: {
  readonly tests: boolean
  readonly setTests: (tests: boolean) => void
  readonly given: Given
  readonly change: (given: Given) => void
}) {
  const t = useTexts(words)
  const asks = useQuery({
    queryKey: ['newest-pathway-asks'],
    queryFn: async ({ signal }) => {
      const { items } = (await call(listPathways, { signal })).body
      const { version } = items.find(({ newest }) => newest) ?? items[0]!
      const { rules } = (await call(getPathwayData, { params: { version }, signal })).body as unknown as PathwayKnowledge
      return rules.screening.asks
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Part id="the-test" title={t.test}>
      <div className="stack">
        <Choices
          label={t.now}
          name="now"
          value={tests ? 'yes' : 'no'}
          onChange={(now) => setTests(now === 'yes')}
          options={[
            { value: 'yes', words: t.yesNow },
            { value: 'no', words: t.notNow },
          ]}
        />
        <div hidden={!tests}>
          <Shown asked={asks}>{(facts) => <Answers given={given} change={change} asks={facts} />}</Shown>
        </div>
      </div>
    </Part>
  )
}
