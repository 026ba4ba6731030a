// One assignment on a page of its own.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Shown } from '../../ui/states.tsx'
import { DeskStatus } from '../groups/use-desk.tsx'
import { assignmentQuery } from '../inbox/queries.ts'
import { About, Around, Facts, headingOf, leadOf } from './about.tsx'
import { Deadlines } from './deadlines.tsx'
import { Reports } from './reports.tsx'
import { Steps } from './steps.tsx'
import { words } from './words.ts'
import '../../theme/provider.css'

export function Assignment() {
  const { assignmentId } = useParams({ strict: false }) as { assignmentId: string }
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery(assignmentQuery(assignmentId, language))
  return (
    <>
      <DeskStatus />
      <nav aria-label={t.crumb}>
        <ol className="crumb">
          <li>
            <Link to="/inbox" search={asked.data === undefined ? {} : { tab: asked.data.tab.code as 'new' }}>
              {t.back}
            </Link>
          </li>
        </ol>
      </nav>
      {asked.data === undefined ? (
        <Page title={t.one} keepFocus>
          <Shown asked={asked} lines={9}>
            {() => null}
          </Shown>
        </Page>
      ) : (
        <Whole item={asked.data} />
      )}
    </>
  )
}

function Whole({ item }: { readonly item: InboxAssignment }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  return (
    <Page title={headingOf(item, t)} lead={leadOf(item, t, language)}>
      <div className="with-aside even assignment">
        <About item={item} />
        <div className="stack-parts acting">
          <section className="part" aria-labelledby="steps">
            <h2 id="steps">{t.steps}</h2>
            <Steps item={item} />
          </section>
          <Reports item={item} id="met" level="h2" />
          <section className="part" aria-labelledby="deadlines">
            <h2 id="deadlines">{t.deadlines}</h2>
            <Deadlines item={item} />
          </section>
        </div>
        <div className="stack-parts">
          <Facts item={item} />
          <Around item={item} />
        </div>
      </div>
    </Page>
  )
}
