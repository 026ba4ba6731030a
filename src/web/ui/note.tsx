// A message in the page: neutral, done, doubtful or wrong. Its colour repeats what its words say.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Look = 'neutral' | 'ok' | 'warn' | 'bad'
const icons: { readonly [look in Look]: IconName } = { neutral: 'arrow', ok: 'tick', warn: 'warn', bad: 'warn' }

export const Note = ({
  look = 'neutral',
  alert = false,
  children,
}: {
  readonly look?: Look
  /** Said at once by a screen reader. */
  readonly alert?: boolean
  readonly children: ReactNode
}) => (
  <div className={look === 'neutral' ? 'note' : `note ${look}`} role={alert ? 'alert' : undefined}>
    <Icon name={icons[look]} />
    <div className="body">{children}</div>
  </div>
)
