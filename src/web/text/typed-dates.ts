// Dates as people here type them.

/** `7-2-1942`, with strokes, dots or spaces, as ISO day; null when it is no date that exists. */
export function dayIn(typed: string): string | null {
  const [, day = '', month = '', year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed.trim()) ?? []
  if (year === undefined) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) === true ? iso : null
}
