// Canonical JSON: one text for one value, whatever the order its fields were written in. For fingerprints and comparisons.

/**
 * Fields sorted by name, absent ones left out. Throws on what JSON cannot hold, so that nothing is quietly left out of a fingerprint.
 * Every command writes its case through here: plain loops, and a sort only where the fields are not in order yet.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value)
      break
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return listText(value)
      if (isPlain(value)) return objectText(value as { readonly [name: string]: unknown })
  }
  throw new Error(`JSON cannot hold ${typeof value === 'function' ? `the function ${value.name || '(unnamed)'}` : String(value)}`)
}

function listText(list: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < list.length; index++) text += (index === 0 ? '' : ',') + canonicalJson(list[index])
  return `${text}]`
}

function objectText(value: { readonly [name: string]: unknown }): string {
  const names = Object.keys(value)
  if (!inOrder(names)) names.sort(byCodeUnit)
  let text = ''
  for (const name of names) {
    const field = value[name]
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`
  }
  return `{${text}}`
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1)

function inOrder(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) if (names[index - 1]! > names[index]!) return false
  return true
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
