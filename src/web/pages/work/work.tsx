// My work: what blocks an older adult comes first, with one action a row.
import { useQuery } from '@tanstack/react-query'
import { getWorklist } from '../../../contract/worklists.ts'
import { call } from '../../api/call.ts'
import { texts, useLanguage, useTexts } from '../../text/language.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'

const words = texts(
  { title: 'Mijn werk', today: 'Vandaag', empty: 'Geen openstaand werk.' },
  { title: 'My work', today: 'Today', empty: 'No open work.' },
)

export function Work() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const list = useQuery({
    queryKey: ['worklist', language],
    queryFn: async ({ signal }) => (await call(getWorklist, { signal })).body,
  })
  return (
    <Page title={t.title}>
      <Part id="today" title={t.today}>
        <Shown asked={list}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t.empty} />
            ) : (
              <ul className="rows">
                {items.map((line) => (
                  <li key={line.caseId}>
                    <p className="when">{line.nextDueAt?.slice(0, 10)}</p>
                    <p className="name">{line.personId}</p>
                    <p className="need">{line.stageWords}</p>
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Part>
    </Page>
  )
}
