// Concern about falling: two questions, and of FES-I and Short FES-I the scores only; their texts are not ours to copy.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { concernBands7, concernBands16, fesIRule, lowestOf, shortFesIRule } from '../../cut-offs.ts'
import { itemScores, number, points, range, read, secondary, yesNo } from './items.ts'

const noTexts = {
  nl: 'Gebruik het formulier waarop uw organisatie recht heeft; hier staan alleen nummers en scores.',
  en: 'Use the form your organisation is entitled to; only numbers and scores are kept here.',
}

export const concern: Section = {
  id: 'concern',
  ...read('S23'),
  words: { nl: 'Bezorgd om te vallen', en: 'Concern about falling', b1: 'Maakt u zich zorgen over vallen?' },
  core: [['concern.worried', 'concern.fesI', 'concern.fesITotal', 'concern.shortFesI', 'concern.shortFesITotal']],
  problem: {
    any: [
      { fact: 'concern.worried', is: 'yes' },
      { fact: 'concern.avoidance', is: 'yes' },
      { fact: 'concern.fesITotal', atLeast: lowestOf(concernBands16, 'moderate') },
      { fact: 'concern.fesI.total', atLeast: lowestOf(concernBands16, 'moderate') },
      { fact: 'concern.shortFesITotal', atLeast: lowestOf(concernBands7, 'moderate') },
      { fact: 'concern.shortFesI.total', atLeast: lowestOf(concernBands7, 'moderate') },
    ],
  },
  derived: [
    { id: 'concern.fesI.total', from: { total: 'concern.fesI', rule: fesIRule } },
    { id: 'concern.shortFesI.total', from: { total: 'concern.shortFesI', rule: shortFesIRule } },
  ],
  items: [
    yesNo('concern.worried', read('S04'), {
      nl: 'Bezorgd om te vallen?',
      en: 'Concerned about falling?',
      b1: 'Maakt u zich wel eens zorgen dat u valt?',
    }),
    yesNo(
      'concern.avoidance',
      read('S43'),
      {
        nl: 'Laat dingen na uit bezorgdheid om te vallen?',
        en: 'Avoids activities because of concern about falling?',
        b1: 'Doet u sommige dingen niet meer, omdat u bezorgd bent om te vallen?',
      },
      { shortcut: 'no' },
    ),
    itemScores(
      'concern.fesI',
      secondary('S36'),
      {
        nl: 'FES-I: scores op vraag 1 tot en met 16',
        en: 'FES-I: scores on items 1 to 16',
        b1: 'Ik stel u 16 vragen. U zegt steeds hoe bezorgd u bent.',
      },
      16,
      noTexts,
    ),
    number(
      'concern.fesITotal',
      secondary('S36'),
      { nl: 'FES-I: totaal', en: 'FES-I: total', b1: 'Dit is de uitkomst van de 16 vragen.' },
      { unit: points, possible: range(16, 64), plausible: range(16, 64) },
    ),
    itemScores(
      'concern.shortFesI',
      read('S37'),
      {
        nl: 'Korte FES-I: scores op vraag 1 tot en met 7',
        en: 'Short FES-I: scores on items 1 to 7',
        b1: 'Ik stel u 7 vragen. U zegt steeds hoe bezorgd u bent.',
      },
      7,
      noTexts,
    ),
    number(
      'concern.shortFesITotal',
      read('S37'),
      { nl: 'Korte FES-I: totaal', en: 'Short FES-I: total', b1: 'Dit is de uitkomst van de 7 vragen.' },
      { unit: points, possible: range(7, 28), plausible: range(7, 28) },
    ),
  ],
}
