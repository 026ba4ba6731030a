// A form as a browser without script sends it: few fields, each once, in well-formed text.

export const mostFormBytes = 65_536
const mostFields = 500

/** Null when it is no form of ours. Lines end as they do everywhere else. */
export function readForm(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const text = Buffer.from(bytes).toString('latin1')
  if (text === '') return new Map()
  const fields = new Map<string, string>()
  for (const pair of text.split('&')) {
    const at = pair.indexOf('=')
    const name = decoded(at === -1 ? pair : pair.slice(0, at))
    const value = decoded(at === -1 ? '' : pair.slice(at + 1))
    if (name === null || value === null || fields.has(name) || fields.size >= mostFields) return null
    fields.set(name, value)
  }
  return fields
}

/** Null for what is no UTF-8, and for the character that ends a text in some databases. */
function decoded(text: string): string | null {
  if (/[^\x21-\x7e]/.test(text)) return null
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' ')).replaceAll('\r\n', '\n')
    return plain.includes('\u0000') || !plain.isWellFormed() ? null : plain
  } catch {
    return null
  }
}
