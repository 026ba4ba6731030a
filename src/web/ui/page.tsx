// One page: its title for the tab and for the ear, its lead sentence, its one main action.
import { type ReactNode, useEffect, useRef } from 'react'

export function Page({
  title,
  lead,
  action,
  keepFocus = false,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly action?: ReactNode
  /** The page puts focus somewhere itself. */
  readonly keepFocus?: boolean
  readonly children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} - Valpad`
  }, [title])
  // A new page begins at its heading, also for who does not see it.
  useEffect(() => {
    if (!keepFocus) heading.current?.focus({ preventScroll: true })
  }, [keepFocus])
  return (
    <>
      <div className="head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </>
  )
}

/** A major part: it hangs under a heavy rule. */
export const Part = ({
  id,
  title,
  count,
  aside,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly count?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) => (
  <section className="part" aria-labelledby={id}>
    <div className="spread">
      <h2 id={id}>
        {title}
        {count === undefined ? null : <span className="count">{count}</span>}
      </h2>
      {aside === undefined ? null : <span className="small mute">{aside}</span>}
    </div>
    {children}
  </section>
)
