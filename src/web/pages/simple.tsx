// Pages of a few sentences: help, accessibility, privacy.
import { texts, useTexts } from '../text/language.tsx'
import { Page } from '../ui/page.tsx'

const words = texts(
  {
    help: 'Hulp',
    keys: 'Toetsen: / zoekt een persoon, ? opent deze hulp, Alt met een cijfer gaat naar een plaats in het menu.',
    accessibility: 'Toegankelijkheid',
    privacy: 'Privacy',
    later: 'Deze tekst wordt nog geschreven.',
  },
  {
    help: 'Help',
    keys: 'Keys: / finds a person, ? opens this help, Alt with a digit goes to a place in the menu.',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    later: 'This text is still to be written.',
  },
)

export function Help() {
  const t = useTexts(words)
  return (
    <Page title={t.help} lead={t.keys}>
      {null}
    </Page>
  )
}
export function Accessibility() {
  const t = useTexts(words)
  return (
    <Page title={t.accessibility} lead={t.later}>
      {null}
    </Page>
  )
}
export function Privacy() {
  const t = useTexts(words)
  return (
    <Page title={t.privacy} lead={t.later}>
      {null}
    </Page>
  )
}
