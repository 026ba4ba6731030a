// Finds a name that stands twice in one object of a JSON text; JSON.parse would silently keep the last.
import { pointerTo } from './fault.ts'

/** A JSON pointer to the first such name, or null. `text` must be valid JSON. */
export function duplicateKey(text: string): string | null {
  const inside: { readonly names: Set<string> | null; step: string }[] = []
  const marks = /["[\]{}:,]/g
  let before = ''
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    if (found[0] === '"') marks.lastIndex = endOfText(text, found.index)
    // A text of ten million characters is no trouble here: it is passed over, not matched.
    const token = text.slice(found.index, marks.lastIndex)
    const here = inside.at(-1)
    if (token === '{' || token === '[') inside.push({ names: token === '{' ? new Set() : null, step: '' })
    else if (token === '}' || token === ']') inside.pop()
    else if (token === ':' && here !== undefined) {
      const name = JSON.parse(before) as string
      here.step = pointerTo(name)
      if (here.names?.has(name)) return inside.map(({ step }) => step).join('')
      here.names?.add(name)
    }
    before = token
  }
  return null
}

/** Behind the quote that closes the text which opens at `start`. */
function endOfText(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote === -1 ? text.length : quote + 1
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}
