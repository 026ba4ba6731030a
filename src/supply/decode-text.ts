// Text from bytes as spreadsheets save it: UTF-8 with or without its mark, UTF-16, or the Windows page of western Europe.

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Null: no text in any of these. A mark at the beginning is left out. */
export function decodedText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes)
  if (encoding !== null) return decoded(bytes, encoding)
  try {
    return withoutNul(utf8.decode(bytes))
  } catch {
    return decoded(bytes, 'windows-1252')
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return withoutNul(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** A text of a list holds no NUL; a picture or a program does. */
const withoutNul = (text: string): string | null => (text.includes('\u0000') ? null : text)

/** By its mark, or by the empty half of every character. */
function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  const emptyAt = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length
  if (start.length < 4 || start.length % 2 !== 0) return null
  if (emptyAt(1) > start.length / 4 && emptyAt(0) === 0) return 'utf-16le'
  return emptyAt(0) > start.length / 4 && emptyAt(1) === 0 ? 'utf-16be' : null
}
