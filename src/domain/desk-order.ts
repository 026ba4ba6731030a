// The order of a coordinator's work: first what keeps an older adult waiting now, then what will, then what only ages.
import type { IsoDate } from './calendar.ts'

/** From work that nobody has, by way of messages that never came and people who do not know what is theirs, to data that age. */
export const deskKinds = ['nobody', 'passed', 'givenUp', 'handover', 'leaver', 'gap', 'unchecked'] as const
export type DeskKind = (typeof deskKinds)[number]

/** `pressing`: the day that says which of a kind comes first, the earliest; null: last. */
export type Pressing = { readonly kind: DeskKind; readonly pressing: IsoDate | null; readonly many: number; readonly id: string }

export function byWhatBlocks(a: Pressing, b: Pressing): number {
  const kind = deskKinds.indexOf(a.kind) - deskKinds.indexOf(b.kind)
  if (kind !== 0) return kind
  if (a.pressing !== b.pressing) {
    if (a.pressing === null || b.pressing === null) return a.pressing === null ? 1 : -1
    return a.pressing < b.pressing ? -1 : 1
  }
  return b.many - a.many || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1)
}
