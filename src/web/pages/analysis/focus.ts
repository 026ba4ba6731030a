// Where focus goes: from question to question, to the next one that is still open, brought to the middle of the screen.

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-item]')]
const controlIn = (row: Element): HTMLElement | null =>
  row.querySelector<HTMLElement>('input:checked') ?? row.querySelector<HTMLElement>('[data-first]')

function go(row: HTMLElement | undefined): void {
  if (row === undefined) {
    document.getElementById('finish')?.focus()
    return
  }
  controlIn(row)?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'center', behavior: 'instant' })
}

/** After this answer is on the screen: what is open is known only then. */
const later = (act: () => void): void => {
  queueMicrotask(() => requestAnimationFrame(act))
}

/** The next question that has no answer yet, else the finish. */
export function focusNext(itemId: string): void {
  later(() => {
    const all = rows()
    const after = all.slice(all.findIndex((row) => row.dataset['item'] === itemId) + 1)
    go(after.find((row) => row.dataset['open'] === 'yes'))
  })
}

export function focusPrevious(itemId: string): void {
  const all = rows()
  go(all[Math.max(0, all.findIndex((row) => row.dataset['item'] === itemId) - 1)])
}

/** The first open question from this section on. */
export function focusFromSection(sectionId: string): void {
  later(() => {
    const section = document.getElementById(`s-${sectionId}`)
    if (section === null) return
    const all = rows()
    const start = all.findIndex((row) => section.contains(row))
    go(all.slice(start).find((row) => row.dataset['open'] === 'yes'))
  })
}

/** The first open question after this section: what is open in it was left so on purpose. */
export function focusAfterSection(sectionId: string): void {
  later(() => {
    const section = document.getElementById(`s-${sectionId}`)
    const all = rows()
    const last = all.findLastIndex((row) => section?.contains(row) === true)
    go(all.slice(last + 1).find((row) => row.dataset['open'] === 'yes'))
  })
}

export const focusItem = (itemId: string): void => go(rows().find((row) => row.dataset['item'] === itemId))
