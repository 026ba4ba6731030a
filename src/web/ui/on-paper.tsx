// One line at the top of every printed screen: which screen it was, whose, and when it was printed. Documents have their own head.
import { useSyncExternalStore } from 'react'
import { useSession } from '../session.ts'
import { longDate } from '../text/dates.ts'
import { texts, useLanguage, useTexts } from '../text/language.tsx'

const words = texts(
  { printed: (day: string) => `Geprint op ${day}`, demo: 'Demo, geen echte personen' },
  { printed: (day: string) => `Printed on ${day}`, demo: 'Demo, no real people' },
)

/** The title of the page is put there by whichever page it is. */
function subscribe(changed: () => void): () => void {
  const watch = new MutationObserver(changed)
  watch.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => watch.disconnect()
}

export function OnPaper() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const session = useSession()
  const title = useSyncExternalStore(subscribe, () => document.title)
  const said = [
    title.replace(/ - Valpad$/, ''),
    session?.organisation,
    t.printed(longDate(new Date().toISOString(), language)),
    t.demo,
  ]
  return (
    <p className="on-paper" aria-hidden="true">
      {said.filter((one) => one !== undefined && one !== '').join(' · ')}
    </p>
  )
}
