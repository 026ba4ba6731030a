// One assignment beside the list: the same, in one column.
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Shown } from '../../ui/states.tsx'
import { assignmentQuery } from '../inbox/queries.ts'
import { capital } from '../inbox/said.ts'
import { About, Around, Facts, headingOf, leadOf } from './about.tsx'
import { Deadlines } from './deadlines.tsx'
import { Reports } from './reports.tsx'
import { Steps } from './steps.tsx'
import { words } from './words.ts'

export function Pane({ assignmentId }: { readonly assignmentId: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery(assignmentQuery(assignmentId, language))
  return (
    <article className="part pane" aria-labelledby="pane">
      <Shown asked={asked} lines={9}>
        {(item) => (
          <div className="stack-parts" key={item.assignmentId}>
            <div>
              <div className="spread">
                <h2 id="pane">{headingOf(item, t)}</h2>
                <span className="badge">{capital(item.state.words)}</span>
              </div>
              <p className="lead">{leadOf(item, t, language)}</p>
            </div>
            <About item={item} />
            <Facts item={item} />
            <section aria-labelledby="pane-steps">
              <h3 id="pane-steps">{t.steps}</h3>
              <Steps item={item} />
            </section>
            <Reports item={item} id="pane-met" level="h3" />
            <section aria-labelledby="pane-deadlines">
              <h3 id="pane-deadlines">{t.deadlines}</h3>
              <Deadlines item={item} />
            </section>
            <Around item={item} />
          </div>
        )}
      </Shown>
    </article>
  )
}
