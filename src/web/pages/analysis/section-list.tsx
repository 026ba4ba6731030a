// The list of sections beside the questions, each with how far it is; on a narrow screen a list to pick from.
import type { Instrument } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { ItemState } from './answer-store.ts'
import { focusFromSection } from './focus.ts'
import { words } from './words.ts'

export function SectionList({
  instrument,
  items,
  status,
}: {
  readonly instrument: Instrument
  readonly items: { readonly [itemId: string]: ItemState }
  readonly status: { readonly [sectionId: string]: string }
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const lines = instrument.sections.map((section) => {
    const answered = section.items.filter(({ id }) => items[id]?.answer != null).length
    const handled = status[section.id] !== 'notDone'
    const state = answered === 0 ? t.empty : handled ? t.done : `${answered}/${section.items.length}`
    return {
      id: section.id,
      name: section.words[language],
      state,
      mark: handled && answered > 0 ? 'done' : answered > 0 ? 'half' : '',
    }
  })
  return (
    <>
      <nav className="list" aria-label={t.sections}>
        <ol className="path sections">
          {lines.map(({ id, name, state, mark }) => (
            <li className={mark} key={id}>
              <a
                href={`#s-${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(`s-${id}`)?.scrollIntoView({ block: 'start' })
                  focusFromSection(id)
                }}
              >
                {name} <span className="state">{state}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <p className="field pick">
        <label htmlFor="pick">{t.goTo}</label>
        <select className="select" id="pick" onChange={(event) => focusFromSection(event.target.value)}>
          {lines.map(({ id, name, state }) => (
            <option key={id} value={id}>
              {`${name}: ${state}`}
            </option>
          ))}
        </select>
      </p>
    </>
  )
}
