// What is read aloud before anything is sent: always Dutch, and plain.
/** Read aloud to the older adult: plain Dutch, whatever the language of the screen. */
export const aloud = (receivers: readonly string[]): readonly string[] => [
  `Ik vertel aan ${listed(receivers)} dat u hulp wilt.`,
  'Zij zien alleen wat zij nodig hebben om u te helpen.',
  'U mag altijd stoppen. Belt u dan mij.',
]

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'niemand') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`
