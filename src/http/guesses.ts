// Guessing links: an address that tries tokens nobody was given has to wait. Kept in memory; a token is never written down.

/** Ten in ten minutes. Source: Valpad; status: local default. No person gets that far: a link comes from a mail. */
const most = 10
const windowMs = 10 * 60_000
/** More addresses than this at once are no people; the one seen longest ago is forgotten. */
const mostAddresses = 10_000

export type Guesses = {
  /** Seconds to wait before the next try; 0: go ahead. */
  readonly wait: (address: string, now: number) => number
  readonly count: (address: string, now: number) => void
}

export function countGuesses(): Guesses {
  const wrong = new Map<string, { readonly since: number; readonly times: number }>()
  const current = (address: string, now: number) => {
    const known = wrong.get(address)
    return known === undefined || now >= known.since + windowMs ? { since: now, times: 0 } : known
  }
  return {
    wait: (address, now) => {
      const { since, times } = current(address, now)
      return times < most ? 0 : Math.ceil((since + windowMs - now) / 1000)
    },
    count: (address, now) => {
      const { since, times } = current(address, now)
      wrong.delete(address)
      if (wrong.size >= mostAddresses) wrong.delete(wrong.keys().next().value!)
      wrong.set(address, { since, times: times + 1 })
    },
  }
}
