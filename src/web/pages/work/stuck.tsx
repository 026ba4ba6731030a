// What does not move: no answer, no place, somebody not reached, a term that has passed; with whoever has it, to call.
import { useQuery } from '@tanstack/react-query'
import { getOutgoing, type OutgoingLine } from '../../../contract/outgoing.ts'
import { call } from '../../api/call.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { Act } from './act.tsx'
import { Days, Row } from './row.tsx'
import { words } from './words.ts'

export function Stuck() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const lines = useQuery({
    queryKey: ['stuck', language],
    queryFn: async ({ signal }) => {
      const [going, gone] = await Promise.all([
        call(getOutgoing, { query: { limit: 50 }, signal }),
        call(getOutgoing, { query: { limit: 20, tab: 'gone' }, signal }),
      ])
      // Declined is told as feedback; what nobody ever answered is told here alone.
      const unanswered = gone.body.items.filter(({ stuck, act }) => stuck?.code === 'neverAnswered' && act.code === 'otherOffer')
      return [...unanswered, ...going.body.items.filter(({ stuck }) => stuck !== null)]
    },
  })
  return (
    <Part id="stuck" title={t.stuck} count={lines.data?.length} aside={t.stuckHow}>
      <Shown asked={lines} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t.noStuck} />
          ) : (
            <ul className="rows">
              {items.map((line) => (
                <StuckRow key={line.assignmentId} line={line} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Part>
  )
}

function StuckRow({ line }: { readonly line: OutgoingLine }) {
  const t = useTexts(words)
  const waits = line.stuck?.code === 'waiting'
  return (
    <Row
      {...line}
      name={line.personName}
      need={line.need?.words ?? ''}
      about={line.need?.about ?? null}
      when={<Days n={line.days} small={waits ? t.waits : t.still} />}
    >
      <Act act={line.act} caseId={line.caseId} />
    </Row>
  )
}
