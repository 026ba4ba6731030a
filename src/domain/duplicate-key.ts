// Finds a name that stands twice in one object of a JSON text; JSON.parse would silently keep the last.
import { pointerTo } from './fault.ts'

/** A JSON pointer to the first such name, or null. `text` must be valid JSON. */
export function duplicateKey(text: string): string | null {
  const inside: { readonly names: Set<string> | null; step: string }[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}:,]/g
  let before = ''
  for (const [token] of text.matchAll(tokens)) {
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
