// Where focus goes in the proposal: from line to line, to the next one that is still open, else to the button that checks.

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-line]')]

function go(line: HTMLElement | undefined): void {
  if (line === undefined) {
    document.getElementById('check')?.focus()
    return
  }
  const control = line.querySelector<HTMLElement>('.answers input:checked') ?? line.querySelector<HTMLElement>('.answers input')
  control?.focus({ preventScroll: true })
  line.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}

/** After this choice is on the screen: what is open is known only then. */
const later = (act: () => void): void => {
  queueMicrotask(() => requestAnimationFrame(act))
}

export function focusNextOpen(code: string): void {
  later(() => {
    const all = lines()
    const after = all.slice(all.findIndex(({ dataset }) => dataset['line'] === code) + 1)
    go(after.find(({ dataset }) => dataset['open'] === 'yes'))
  })
}

export function focusBeside(code: string, by: 1 | -1): void {
  const all = lines()
  const to = all[all.findIndex(({ dataset }) => dataset['line'] === code) + by]
  if (to !== undefined) go(to)
}

export const focusLine = (code: string): void => go(lines().find(({ dataset }) => dataset['line'] === code))

/** Into what the answer just opened. */
export function focusWithin(code: string, what: string): void {
  later(() => document.querySelector<HTMLElement>(`[data-line="${code}"] ${what}`)?.focus())
}

export const focusFirstOpen = (): void => later(() => go(lines().find(({ dataset }) => dataset['open'] === 'yes')))
