// The four steps from analysis to sent, as one line with stations.
import type { ReactNode } from 'react'
import { useTexts } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'
import { words } from './words.ts'

const all = ['analysis', 'proposal', 'send', 'done'] as const

export function Steps({ now }: { readonly now: (typeof all)[number] }) {
  const t = useTexts(words)
  const at = all.indexOf(now)
  return (
    <ol className="steps" aria-label={t.steps}>
      {all.map((step, index) => (
        <li
          key={step}
          className={index < at || now === 'done' ? 'done' : index === at ? 'now' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {t.step[step]}
        </li>
      ))}
    </ol>
  )
}

/** While there is nothing to show yet, or nothing at all: the page of its own width all the same. */
export const BareMain = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="frame wide">
    <main className="main" id="main">
      <Page title={title} keepFocus>
        {children}
      </Page>
    </main>
  </div>
)
