// An address that leads nowhere.
import { Link } from '@tanstack/react-router'
import { texts, useTexts } from '../text/language.tsx'
import { Page } from '../ui/page.tsx'

const words = texts(
  { title: 'Deze bladzijde bestaat niet', how: 'Controleer het adres, of begin opnieuw.', start: 'Naar het begin' },
  { title: 'This page does not exist', how: 'Check the address, or start again.', start: 'To the start' },
)

export function NotFound() {
  const t = useTexts(words)
  return (
    <main className="main" id="main">
      <Page title={t.title} lead={t.how}>
        <Link className="btn" to="/">
          {t.start}
        </Link>
      </Page>
    </main>
  )
}
