// The frame around every page of who signed in: header, navigation by role, footer.
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useEffect } from 'react'
import { type Role, roleWords } from '../domain/role.ts'
import { type Counted, useMenuCounts } from './menu-counts.ts'
import { navigationOf, newFor } from './navigation.ts'
import { signOut, useSession } from './session.ts'
import { useStatus } from './status.ts'
import { texts, useLanguage, useTexts } from './text/language.tsx'
import { KeyCap } from './ui/button.tsx'
import { Icon } from './ui/icon.tsx'
import { Logo } from './ui/logo.tsx'
import { OnPaper } from './ui/on-paper.tsx'

const words = texts(
  {
    skip: 'Direct naar inhoud',
    demo: 'DEMO, geen echte personen',
    find: 'Zoek persoon',
    help: 'Hulp',
    out: 'Andere persoon',
    in: 'Kies wie u bent',
    menu: 'Menu',
    main: 'Hoofdmenu',
    accessibility: 'Toegankelijkheid',
    privacy: 'Privacy',
    other: 'English',
    waiting: (n: string) => `${n} wacht op u`,
    version: 'Valpad 0.1',
  },
  {
    skip: 'Skip to content',
    demo: 'DEMO, no real people',
    find: 'Find a person',
    help: 'Help',
    out: 'Another person',
    in: 'Choose who you are',
    menu: 'Menu',
    main: 'Main menu',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    other: 'Nederlands',
    waiting: (n: string) => `${n} waiting for you`,
    version: 'Valpad 0.1',
  },
)

export const Frame = () => <Around bare={false} />
/** For a page of its own width, which brings its own main part. */
export const BareFrame = () => <Around bare />

function Around({ bare }: { readonly bare: boolean }) {
  const t = useTexts(words)
  const { language, choose } = useLanguage()
  const session = useSession()
  const places = session === null ? [] : navigationOf(session.role)
  const mayFind = places.some(({ to }) => to === '/people')
  const counts = useMenuCounts()
  useKeys(
    places.map(({ to }) => to),
    newFor(session?.role),
  )
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <p className="demo">{t.demo}</p>
      <OnPaper />
      <header className="top">
        <Link className="logo" to="/">
          <Logo />
        </Link>
        <span className="region">Amstelland</span>
        {mayFind ? (
          <Link className="find" to="/people">
            <Icon name="search" />
            {t.find} <KeyCap keys="/" />
          </Link>
        ) : null}
        <div className="tools">
          <SavedLine />
          <button type="button" className="btn small menu-button" popoverTarget="side">
            <Icon name="menu" />
            {t.menu}
          </button>
          <Link to="/help">
            {t.help} <KeyCap keys="?" />
          </Link>
          {session === null ? null : (
            <p className="who">
              {session.name}
              <span>{roleWords[session.role as Role]?.[language]}</span>
            </p>
          )}
          {session === null ? (
            <Link className="nowrap" to="/">
              {t.in}
            </Link>
          ) : (
            <button type="button" className="btn quiet small nowrap" onClick={signOut}>
              {t.out}
            </button>
          )}
        </div>
      </header>
      <div className={bare ? 'frame hidden-side' : 'frame'}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link in it is pressed, with Enter too */}
        <nav className="side" id="side" popover="auto" aria-label={t.main} onClick={closeMenu}>
          <ul>
            {places.map(({ to, name }) => (
              <li key={to}>
                <Link to={to}>
                  {name[language]} <Count of={counts.get(to)} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {bare ? null : (
          <main className="main" id="main">
            <Outlet />
          </main>
        )}
      </div>
      {bare ? <Outlet /> : null}
      <Foot>
        <button
          type="button"
          className="btn quiet small"
          onClick={() => choose(language === 'nl' ? 'en' : 'nl')}
          lang={language === 'nl' ? 'en' : 'nl'}
        >
          {t.other}
        </button>
      </Foot>
    </>
  )
}

/** In a narrow window the navigation lies over the page: whoever chose from it wants to see the page. */
function closeMenu({ currentTarget }: MouseEvent<HTMLElement>): void {
  if (currentTarget.matches(':popover-open')) currentTarget.hidePopover()
}

export function Foot({ children }: { readonly children?: ReactNode }) {
  const t = useTexts(words)
  return (
    <footer className="foot">
      <span>{t.version}</span>
      <Link to="/accessibility">{t.accessibility}</Link>
      <Link to="/privacy">{t.privacy}</Link>
      {children}
    </footer>
  )
}

/** Whether what was typed is safe: always in words, never a popping message. */
function SavedLine() {
  const { words: said } = useStatus()
  return (
    <p className="saved" role="status">
      {said}
    </p>
  )
}

/** How much waits there; nothing where nothing does. */
function Count({ of }: { readonly of: Counted | undefined }) {
  const t = useTexts(words)
  if (of === undefined || of.count === 0) return null
  const shown = of.more ? `${of.count}+` : String(of.count)
  return (
    <span className="count">
      <span aria-hidden="true">{shown}</span>
      <span className="hide">{t.waiting(shown)}</span>
    </span>
  )
}

/** `/` to find, `?` for help, Alt with a digit for the navigation, Alt with n for what begins with somebody new. */
function useKeys(places: readonly string[], fresh: string | null): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey && event.code === 'KeyN' && fresh !== null) {
        // A page with something new of its own comes first.
        setTimeout(() => event.defaultPrevented || void navigate({ to: fresh }))
        return
      }
      const to = event.altKey ? places[Number(event.key) - 1] : placeOfKey(event, places)
      if (to === undefined) return
      event.preventDefault()
      void navigate({ to })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, places, fresh])
}

/** Never while something is typed. */
function placeOfKey({ key, ctrlKey, metaKey, target }: KeyboardEvent, places: readonly string[]): string | undefined {
  const typing = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  if (typing || ctrlKey || metaKey) return undefined
  if (key === '?') return '/help'
  return key === '/' && places.includes('/people') ? '/people' : undefined
}
