// Is a Dutch text plain? Length of its sentences, hard words, and a readability score.

/** The part of the sentences without what never is one: dates and phone numbers do not end a sentence. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

/** Groups of vowels; a diaeresis begins a new one, and these pairs are two. */
export function syllablesIn(word: string): number {
  const plain = word
    .toLowerCase()
    .replaceAll('ij', 'y')
    .replaceAll(/(aai|ooi|oei)(?=e)/g, '$1 ')
  const apart = plain.replaceAll(/[äëïöü]/g, ' e').replaceAll(/(?<=i)[aou]|(?<=e)[ao]|(?<=u)[ao]|(?<=o)a/g, ' a')
  return Math.max(1, apart.match(/[aeiouyáéíóúàèêâôû]+/g)?.length ?? 1)
}

/**
 * Flesch-Douma: 206.84 − 0.93 × words per sentence − 77 × syllables per word.
 * Source: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960, the Dutch form of Flesch (1948). 60 and more reads as standard or easier.
 */
export function fleschDouma(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn)
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 206.84 - (0.93 * words.length) / sentences.length - (77 * syllables) / words.length
}

/** Words of professionals and of offices, with what to say instead. */
export const hardWords: { readonly [word: string]: string } = {
  interventie: 'programma, cursus',
  screening: 'test',
  analyse: 'gesprek',
  medicatie: 'medicijnen',
  hypotensie: 'lage bloeddruk',
  cognitie: 'geheugen',
  mobiliteit: 'bewegen',
  participant: 'deelnemer',
  indicatie: 'reden',
  evaluatie: 'kijken hoe het ging',
  multidisciplinair: 'samen',
  conform: 'zoals',
  middels: 'met',
  indien: 'als',
  teneinde: 'om',
  aangaande: 'over',
  betreffende: 'over',
  dient: 'moet',
  derhalve: 'daarom',
  tevens: 'ook',
  alsmede: 'en',
  reeds: 'al',
  gaarne: 'graag',
  valgevaarlijk: 'stevig staan',
  problematiek: 'problemen',
  frequentie: 'hoe vaak',
  additioneel: 'extra',
  consult: 'gesprek',
  verstrekken: 'geven',
  toestemmingsverklaring: 'u vindt het goed',
}
