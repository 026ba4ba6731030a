// Finds a name that stands twice in one object of a JSON text; JSON.parse would silently keep the last.

/** The first such name, or null. `text` must be valid JSON. */
export function duplicateKey(text: string): string | null {
  const objects: (Set<string> | null)[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}:,]/g
  let before = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') objects.push(new Set())
    else if (token === '[') objects.push(null)
    else if (token === '}' || token === ']') objects.pop()
    else if (token === ':') {
      const names = objects.at(-1)
      const name = JSON.parse(before) as string
      if (names?.has(name)) return name
      names?.add(name)
    }
    before = token
  }
  return null
}
