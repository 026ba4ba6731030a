// The person's surroundings and wishes: who is there, what is within reach, and what matters most.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { choice, option, ours, read, text, yesNo } from './items.ts'

export const social: Section = {
  id: 'social',
  ...ours,
  words: { nl: 'Sociale situatie', en: 'Social situation', b1: 'Met wie woont en leeft u?' },
  core: [['social.residence'], ['social.livesAlone']],
  problem: {
    any: [
      { fact: 'social.lonely', is: 'yes' },
      { fact: 'social.carerStrained', is: 'yes' },
    ],
  },
  items: [
    choice('social.residence', read('S04'), { nl: 'Woonsituatie', en: 'Residence', b1: 'Waar woont u?' }, [
      option('home', 'thuis', 'at home', 'in mijn eigen huis'),
      option('institution', 'instelling (Wlz)', 'institution (Wlz)', 'in een verpleeghuis'),
    ]),
    yesNo('social.livesAlone', ours, { nl: 'Woont alleen?', en: 'Lives alone?', b1: 'Woont u alleen?' }),
    yesNo('social.carer', ours, {
      nl: 'Mantelzorger die mee kan doen?',
      en: 'Informal carer who can take part?',
      b1: 'Is er iemand die u helpt en die met u mee kan doen?',
    }),
    yesNo(
      'social.carerStrained',
      ours,
      { nl: 'Mantelzorger overbelast?', en: 'Carer strained?', b1: 'Wordt het te zwaar voor degene die u helpt?' },
      { shortcut: 'no' },
    ),
    yesNo(
      'social.lonely',
      ours,
      { nl: 'Eenzaam of weinig actief?', en: 'Lonely or inactive?', b1: 'Voelt u zich vaak alleen? Of komt u weinig buiten?' },
      { shortcut: 'no' },
    ),
    yesNo('social.groupReachable', ours, {
      nl: 'Kan aan een groep meedoen: vervoer, horen, zien en begrijpen?',
      en: 'Able to take part in a group: transport, hearing, seeing and understanding?',
      b1: 'Kunt u bij een groep komen, en daar alles horen en volgen?',
    }),
    yesNo(
      'social.moneyWorries',
      ours,
      { nl: 'Zijn kosten een bezwaar?', en: 'Are costs an obstacle?', b1: 'Is het moeilijk om voor een cursus te betalen?' },
      { shortcut: 'no' },
    ),
    yesNo(
      'social.languageOrReading',
      ours,
      {
        nl: 'Moeite met Nederlands, lezen of begrijpen van gezondheidsinformatie?',
        en: 'Trouble with Dutch, reading or understanding health information?',
        b1: 'Vindt u Nederlands lezen of begrijpen lastig?',
      },
      { shortcut: 'no' },
    ),
    yesNo('social.alarm', ours, {
      nl: 'Heeft een persoonlijk alarm?',
      en: 'Has a personal alarm?',
      b1: 'Hebt u een knop om hulp te roepen?',
    }),
  ],
}

/** Never filled by a shortcut: only the person can answer these. */
export const wishes: Section = {
  id: 'wishes',
  ...read('S23'),
  words: { nl: 'Wensen', en: 'Wishes', b1: 'Wat wilt u zelf?' },
  mandatory: true,
  core: [['wishes.matters', 'wishes.goal']],
  items: [
    text('wishes.matters', read('S23'), {
      nl: 'Wat is voor u het belangrijkst?',
      en: 'What matters most to you?',
      b1: 'Wat vindt u het belangrijkst in uw leven?',
    }),
    text('wishes.goal', ours, {
      nl: 'Eigen doel, in eigen woorden',
      en: 'Own goal, in own words',
      b1: 'Wat wilt u weer kunnen, of blijven doen?',
    }),
    choice(
      'wishes.preference',
      read('S23'),
      { nl: 'Voorkeur voor oefenen', en: 'Preference for exercise', b1: 'Hoe wilt u het liefst oefenen?' },
      [
        option('group', 'in een groep', 'in a group', 'samen met anderen'),
        option('home', 'thuis', 'at home'),
        option('none', 'geen voorkeur', 'no preference', 'dat maakt mij niet uit'),
      ],
    ),
    yesNo('wishes.groupWilling', ours, {
      nl: 'Wil meedoen in een groep?',
      en: 'Willing to take part in a group?',
      b1: 'Wilt u meedoen in een groep?',
    }),
    text('wishes.practical', ours, {
      nl: 'Praktische wensen, zoals tijden of een man of vrouw als trainer',
      en: 'Practical wishes, such as times or a man or woman as trainer',
      b1: 'Wanneer kunt u? Hebt u liever een man of een vrouw als trainer?',
    }),
  ],
}
