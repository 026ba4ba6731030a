// Long Dutch words with the places where they may break: browsers without a Dutch dictionary would break them anywhere.

/** Second halves of the compounds of this trade. */
const halves =
  /(?<=\p{L}{4})(therapie|therapeut|praktijk|aanpassing|beoordeling|begeleiding|beweging|programma|preventie|training|gezelschap|verpleeg|kundige|onderzoek|problemen|centrum|vereniging|controle|advies|aanbod|groep|huis|hulp)/giu
const long = 13

/** With soft hyphens: nothing is seen of them until a line is too short. */
export const withSeams = (text: string): string =>
  text.replaceAll(/[\p{L}]+/gu, (word) => (word.length < long ? word : word.replaceAll(halves, '\u00AD$1')))
