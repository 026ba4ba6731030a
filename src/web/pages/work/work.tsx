// My work: what blocks an older adult comes first, with one act a row; arrows go from row to row.
import { Link, useSearch } from '@tanstack/react-router'
import { isLetter, useLetterKeys } from '../../keys.ts'
import { longDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass, KeyCap } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { moveInRows } from '../../ui/row-keys.ts'
import { Feedback } from './feedback.tsx'
import { Stuck } from './stuck.tsx'
import { ToDo } from './to-do.tsx'
import { words } from './words.ts'

export function Work() {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { list = 'mine' } = useSearch({ strict: false }) as { list?: 'mine' | 'all' }
  const letters = useLetterKeys()
  const today = new Date().toISOString()
  const start = (
    <Link className={buttonClass('main')} to="/people" aria-keyshortcuts="Alt+N">
      {t.start} <KeyCap keys="Alt+N" />
    </Link>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside
    <div onKeyDown={moveInRows}>
      <Page title={t.title} lead={t.lead(longDate(today, language))} action={start}>
        <nav className="tabs" aria-label={t.lists}>
          <Link to="/work" search={{}} aria-current={list === 'mine' ? 'page' : undefined}>
            {t.mine}
          </Link>
          <Link to="/work" search={{ list: 'all' }} aria-current={list === 'all' ? 'page' : undefined}>
            {t.everything}
          </Link>
        </nav>
        <ToDo list={list} today={today} />
        <Feedback today={today} />
        <Stuck />
        <p className="keys no-print">
          {(letters ? t.keys : t.keys.filter(({ keys }) => !keys.every(isLetter))).map(({ keys, does }) => (
            <span key={does}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
              {does}
            </span>
          ))}
        </p>
      </Page>
    </div>
  )
}
