// What an older adult said by the code of her plan: she cannot come on the day that was agreed. It stands until there is another day.
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { shortDate } from '../../text/dates.ts'
import { texts, useLanguage, useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'

export const cannotComeWords = texts(
  {
    on: (day: string) => `Kan niet komen op ${day}`,
    said: (day: string) => `Doorgegeven op ${day}. Bel voor een andere dag en verzet de start; dan vervalt deze melding.`,
  },
  {
    on: (day: string) => `Cannot come on ${day}`,
    said: (day: string) => `Said on ${day}. Phone for another day and move the start; then this message is gone.`,
  },
)

export function CannotCome({ item: { cannotComeSince, startsOn } }: { readonly item: InboxAssignment }) {
  const t = useTexts(cannotComeWords)
  const { language } = useLanguage()
  if (cannotComeSince === null || startsOn === null) return null
  return (
    <Note look="warn">
      <p>
        <strong>{t.on(shortDate(startsOn, language))}</strong>
      </p>
      <p>{t.said(shortDate(cannotComeSince, language))}</p>
    </Note>
  )
}
