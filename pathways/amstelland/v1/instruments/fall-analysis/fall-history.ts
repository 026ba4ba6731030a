// Fall history: how often, how the last time went, and what belongs to every fall of the year.
import type { Section } from '../../../../../src/domain/instrument.ts'
import { choice, multipleChoice, number, option, ours, range, read, secondary, text, times, yesNo } from './items.ts'

/** The circumstances are those of the last fall; consciousness, getting up and injury are asked about all falls of the year. */
export const fallHistory: Section = {
  id: 'falls',
  ...read('S41'),
  words: { nl: 'Valgeschiedenis', en: 'Fall history', b1: 'Bent u gevallen?' },
  core: [['falls.count12m']],
  problem: { fact: 'falls.count12m', atLeast: 1 },
  items: [
    number(
      'falls.count12m',
      read('S04'),
      {
        nl: 'Hoe vaak gevallen in de laatste 12 maanden?',
        en: 'How many falls in the last 12 months?',
        b1: 'Hoe vaak bent u gevallen in de laatste 12 maanden? Uitglijden of struikelen telt ook, als u op de grond kwam.',
      },
      { unit: times, possible: range(0, 99), plausible: range(0, 20) },
    ),
    yesNo('falls.presentsWithFall', read('S22'), {
      nl: 'Komt nu vanwege een recente val of letsel daardoor?',
      en: 'Presents now because of a recent fall or an injury from it?',
      b1: 'Bent u nu hier omdat u pas bent gevallen?',
    }),
    {
      id: 'falls.lastDate',
      kind: 'date',
      ...ours,
      words: { nl: 'Datum van de laatste val', en: 'Date of the last fall', b1: 'Wanneer bent u voor het laatst gevallen?' },
    },
    choice(
      'falls.lastPlace',
      ours,
      { nl: 'Waar was de laatste val?', en: 'Where was the last fall?', b1: 'Waar bent u gevallen?' },
      [
        option('indoors', 'binnenshuis', 'indoors', 'in huis'),
        option('aroundHome', 'rond het huis', 'around the home', 'bij huis, zoals in de tuin'),
        option('outdoors', 'elders buitenshuis', 'elsewhere outdoors', 'ergens anders buiten'),
      ],
    ),
    text('falls.lastActivity', ours, {
      nl: 'Bezigheid bij de laatste val',
      en: 'Activity at the time of the last fall',
      b1: 'Wat was u aan het doen toen u viel?',
    }),
    multipleChoice(
      'falls.warningSigns',
      ours,
      { nl: 'Klachten vlak voor een val', en: 'Complaints just before a fall', b1: 'Wat voelde u vlak voordat u viel?' },
      [
        option('dizzy', 'duizelig of licht in het hoofd', 'dizzy or light-headed'),
        option('palpitations', 'hartkloppingen', 'palpitations', 'mijn hart bonsde'),
        option('legsGaveWay', 'door de benen gezakt', 'legs gave way', 'mijn benen zakten weg'),
      ],
    ),
    yesNo('falls.lossOfConsciousness', secondary('S26'), {
      nl: '(Mogelijk) buiten bewustzijn bij een val, of weet niet hoe het ging?',
      en: '(Possibly) unconscious with a fall, or no memory of how it happened?',
      b1: 'Was u even weg toen u viel? Of weet u niet meer hoe u viel?',
    }),
    yesNo('falls.lossOfConsciousnessExplained', ours, {
      nl: 'Heeft een arts de wegraking verklaard?',
      en: 'Has a doctor explained the loss of consciousness?',
      b1: 'Heeft een dokter u verteld waarom u even weg was?',
    }),
    yesNo('falls.gotUpAlone', secondary('S26'), {
      nl: 'Na elke val zelf opgestaan, zonder hulp?',
      en: 'Got up alone after every fall, without help?',
      b1: 'Kon u na elke val zelf weer opstaan?',
    }),
    number(
      'falls.minutesOnFloor',
      ours,
      {
        nl: 'Langste tijd op de grond na een val',
        en: 'Longest time on the floor after a fall',
        b1: 'Hoe lang lag u op de grond?',
      },
      { unit: { nl: 'minuten', en: 'minutes' }, possible: range(0, 4320), plausible: range(0, 720) },
    ),
    yesNo('falls.injury', secondary('S26'), {
      nl: 'Letsel door een val waarvoor behandeling nodig was?',
      en: 'Injury from a fall that needed medical treatment?',
      b1: 'Was u gewond door een val? Moest een dokter u behandelen?',
    }),
    choice(
      'falls.medicalContact',
      ours,
      {
        nl: 'Medische hulp na de laatste val',
        en: 'Medical contact after the last fall',
        b1: 'Wie heeft u geholpen na de laatste val?',
      },
      [
        option('none', 'geen', 'none', 'geen dokter'),
        option(
          'generalPractitioner',
          'huisarts of huisartsenpost',
          'general practitioner or out-of-hours service',
          'de huisarts',
        ),
        option('emergencyDepartment', 'spoedeisende hulp', 'emergency department', 'de spoedhulp in het ziekenhuis'),
        option('admitted', 'opname in het ziekenhuis', 'hospital admission', 'ik moest in het ziekenhuis blijven'),
      ],
    ),
    multipleChoice(
      'falls.lastCircumstances',
      ours,
      {
        nl: 'Omstandigheden bij de laatste val',
        en: 'Circumstances of the last fall',
        b1: 'Wat was er aan de hand toen u viel?',
      },
      [
        option(
          'unsuitableFootwear',
          'blote voeten, sokken of slechte schoenen',
          'bare feet, socks or unsuitable shoes',
          'ik had geen goede schoenen aan',
        ),
        option('aidNotUsed', 'loophulpmiddel niet gebruikt', 'walking aid not used', 'ik liep zonder stok of rollator'),
        option('poorLight', 'te weinig licht', 'too little light', 'het was donker'),
      ],
    ),
  ],
}
