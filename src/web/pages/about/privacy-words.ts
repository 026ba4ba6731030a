// Privacy in plain words: what the older adult may read too, and what a test reads for length and hard words.
import type { Language } from '../../../domain/words.ts'

type Part = readonly [title: string, lines: readonly string[]]

export const privacyWords: { readonly [language in Language]: readonly Part[] } = {
  nl: [
    [
      'Wat wij bewaren',
      [
        'Uw naam, geboortedatum, adres en telefoon.',
        'Wat u vertelt bij de test en de valanalyse.',
        'Wat wij samen afspreken, en hoe het gaat.',
      ],
    ],
    ['Waarom', ['Wij willen dat u stevig blijft staan.', 'Daarom moeten mensen die u helpen iets van u weten.']],
    [
      'Wie ziet het',
      [
        'Uw praktijk ziet alles.',
        'Wie u helpt, ziet alleen wat daarvoor nodig is.',
        'Een cursusleider ziet dus niet welke medicijnen u slikt.',
        'Cijfers over de regio gaan nooit over één persoon.',
      ],
    ],
    [
      'U beslist',
      [
        'Wij vragen eerst of u het goed vindt.',
        'U mag altijd stoppen. Zeg het tegen uw praktijk.',
        'U mag zien wat wij bewaren. Wat niet klopt, maken wij goed.',
        'U mag zien wie uw gegevens bekeek.',
      ],
    ],
    [
      'Op dit apparaat',
      ['Wij zetten geen cookies om u te volgen.', 'Een plan op internet opent alleen met de code en uw geboortejaar.'],
    ],
    ['Hebt u een vraag?', ['Bel uw praktijk. Bent u niet tevreden? U kunt ook naar de Autoriteit Persoonsgegevens.']],
  ],
  en: [
    [
      'What we keep',
      [
        'Your name, birth date, address and telephone.',
        'What you tell us in the test and the fall analysis.',
        'What we agree together, and how it goes.',
      ],
    ],
    ['Why', ['We want you to keep standing firmly.', 'That is why people who help you have to know something about you.']],
    [
      'Who sees it',
      [
        'Your practice sees everything.',
        'Whoever helps you sees only what is needed for that.',
        'So a course teacher does not see which medicines you take.',
        'Figures about the region are never about one person.',
      ],
    ],
    [
      'You decide',
      [
        'We first ask whether you agree.',
        'You may always stop. Tell your practice.',
        'You may see what we keep. What is wrong we put right.',
        'You may see who looked at your data.',
      ],
    ],
    [
      'On this device',
      ['We set no cookies to follow you.', 'A plan on the internet opens only with the code and your year of birth.'],
    ],
    ['Do you have a question?', ['Call your practice. Not satisfied? You can also go to the Dutch Data Protection Authority.']],
  ],
}
