// Sentences of the server as they stand on the screen, and a phone number as a link.
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Lines that begin small, as sentences behind each other. */
export const sentences = (lines: readonly string[]): string =>
  lines.map((line) => `${capital(line).replace(/\.$/, '')}.`).join(' ')

/** Null where no number stands in it. */
export const telOf = (phone: string | null): string | null => {
  const digits = (phone ?? '').replaceAll(/[^\d+]/g, '')
  return digits.length < 5 ? null : `tel:${digits}`
}
