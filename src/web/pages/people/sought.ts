// Who was sought, kept with a step of the history: for whoever sought, and not for the next person at the same screen.
import { session } from '../../session.ts'

export type Sought = { readonly by: string; readonly text: string }

export const soughtState = (text: string): { readonly sought: Sought } => ({
  sought: { by: session()?.accountId ?? '', text },
})

export const soughtIn = ({ sought }: { readonly sought?: Sought }): string =>
  sought !== undefined && sought.by === session()?.accountId ? sought.text : ''
