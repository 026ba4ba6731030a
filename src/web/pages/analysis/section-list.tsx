// The list of sections beside the questions, each with how far it is and which one is in sight; on a narrow screen a list to pick from.
import { memo, useEffect, useRef, useState } from 'react'
import type { Instrument } from '../../../domain/instrument.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type ItemState, isAnswered } from './answer-store.ts'
import { focusSection } from './focus.ts'
import type { Part } from './open-parts.ts'
import { words } from './words.ts'

export const SectionList = memo(function SectionList({
  instrument,
  items,
  status,
  needed,
}: {
  readonly instrument: Instrument
  readonly items: { readonly [itemId: string]: ItemState }
  readonly needed: readonly Part[]
  readonly status: { readonly [sectionId: string]: string }
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const current = useCurrent(instrument)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const [box, line] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')]
    if (!box || !line) return
    const [above, below] = [line.offsetTop - box.scrollTop, line.offsetTop + line.offsetHeight - box.scrollTop]
    if (current !== null && (above < 40 || below > box.clientHeight - 40)) box.scrollTop = line.offsetTop - box.clientHeight / 2
  }, [current])
  const lines = instrument.sections.map((section) => {
    const answered = section.items.filter(({ id }) => isAnswered(items[id])).length
    const handled = status[section.id] !== 'notDone'
    return {
      id: section.id,
      name: section.words[language],
      state:
        answered === 0
          ? needed.some(({ id }) => id === section.id)
            ? t.needed
            : t.empty
          : handled
            ? t.done
            : `${answered}/${section.items.length}`,
      mark: [handled && answered > 0 ? 'done' : answered > 0 ? 'half' : '', section.id === current ? 'now' : ''],
    }
  })
  return (
    <>
      <nav className="list" aria-label={t.sections} ref={list}>
        <ol className="path sections">
          {lines.map(({ id, name, state, mark }) => (
            <li className={mark.filter(Boolean).join(' ')} key={id}>
              <a
                href={`#s-${id}`}
                aria-current={id === current ? 'step' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  focusSection(id)
                }}
              >
                <span>{name}</span> <span className="state">{state}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <p className="pick">
        <label className="hide" htmlFor="pick">
          {t.goTo}
        </label>
        <select className="select" id="pick" value={current ?? ''} onChange={(event) => focusSection(event.target.value)}>
          {lines.map(({ id, name, state }) => (
            <option key={id} value={id}>
              {`${name}: ${state}`}
            </option>
          ))}
        </select>
      </p>
    </>
  )
})

/** The section that holds focus or, when one scrolls, the one under the upper third of the screen. */
function useCurrent({ sections }: Instrument): string | null {
  const [current, setCurrent] = useState(sections[0]?.id ?? null)
  useEffect(() => {
    const elements = sections.flatMap(({ id }) => document.getElementById(`s-${id}`) ?? [])
    const seen = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting)
        if (entered !== undefined) setCurrent(entered.target.id.slice(2))
      },
      { rootMargin: '-33% 0px -66% 0px' },
    )
    for (const element of elements) seen.observe(element)
    const onFocus = ({ target }: FocusEvent): void => {
      const section = target instanceof Element ? target.closest('.block') : null
      if (section !== null) setCurrent(section.id.slice(2))
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      seen.disconnect()
      document.removeEventListener('focusin', onFocus)
    }
  }, [sections])
  return current
}
