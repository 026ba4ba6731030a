// Where focus goes: from question to question, to the next one that is expected, brought to the middle of the screen.

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-item]')]
const controlIn = (row: Element): HTMLElement | null =>
  row.querySelector<HTMLElement>('input:checked') ?? row.querySelector<HTMLElement>('[data-first]')
const isExpected = (row: HTMLElement): boolean => row.dataset['open'] === 'yes' && row.dataset['pass'] !== 'yes'

function go(row: HTMLElement | undefined): void {
  if (row === undefined) {
    document.getElementById('finish')?.focus()
    return
  }
  controlIn(row)?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'center', behavior: 'instant' })
}

/** The next question that is expected and has no answer yet, else the finish. The answer just given must be on the screen. */
export function focusNext(itemId: string): void {
  const all = rows()
  go(all.slice(all.findIndex((row) => row.dataset['item'] === itemId) + 1).find(isExpected))
}

export function focusPrevious(itemId: string): void {
  const all = rows()
  go(all[Math.max(0, all.findIndex((row) => row.dataset['item'] === itemId) - 1)])
}

/** The first expected question from this section on. */
export function focusFromSection(sectionId: string): void {
  const section = document.getElementById(`s-${sectionId}`)
  if (section === null) return
  const all = rows()
  go(all.slice(all.findIndex((row) => section.contains(row))).find(isExpected))
}

/** A section that somebody went to on purpose: its first question, open or not. */
export function focusSection(sectionId: string): void {
  const inside = rows().filter((row) => document.getElementById(`s-${sectionId}`)?.contains(row))
  go(inside.find(isExpected) ?? inside[0])
}

/** Where to begin: nothing else has focus, so nobody is pulled away from something. */
export function focusFirst(): void {
  if (document.activeElement === document.body) go(rows().find(isExpected))
}

export const focusItem = (itemId: string): void => go(rows().find((row) => row.dataset['item'] === itemId))

let cameFrom: string | null = null

/** To what has to be said about a red flag. */
export function focusFlag(from: string): void {
  const choice = document.querySelector<HTMLElement>('[data-did] button')
  if (choice === null) return
  cameFrom = from
  choice.focus({ preventScroll: true })
  choice.closest('.flag')?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}

/** Back to the question from which somebody came; who clicked stays. */
export function focusBack(): void {
  if (cameFrom === null) return
  focusItem(cameFrom)
  cameFrom = null
}
