// What every journey is: something prepared beforehand, and a way through the screens that both pairs of hands can go.
import type { Page } from 'playwright-core'
import type { Store } from '../../../src/store/store.ts'
import type { Hands } from './hands.ts'

export type Prepared = {
  readonly origin: string
  /** Names, birth dates, postcodes and telephone numbers of who the journey is about. */
  readonly personal: readonly string[]
  /** What the browser says of answers that are refused on purpose. */
  readonly refused?: RegExp
  /** Before the first act: whoever needs to be signed in is. */
  readonly enter: (page: Page) => Promise<void>
  /** Throws when something is not as it has to be. */
  readonly walk: (hands: Hands) => Promise<void>
  readonly close: () => Promise<void>
}

export type Journey = {
  readonly role: string
  readonly prepare: (store: Store) => Promise<Prepared>
}
