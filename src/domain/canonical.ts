// Canonical JSON: one text for one value, whatever the order its fields were written in. For fingerprints and comparisons.

/** Fields sorted by name, absent ones left out. Throws on what JSON cannot hold, so that nothing is quietly left out of a fingerprint. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`
  }
  throw new Error(`JSON cannot hold ${typeof value === 'function' ? `the function ${value.name || '(unnamed)'}` : String(value)}`)
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
