// The recognised interventions and the offers beside them: for whom, in which form, how often, by whom, with what evidence.
import type { Condition } from '../../../src/domain/condition.ts'
import type { Status } from '../../../src/domain/provenance.ts'
import type { Intervention, InterventionField } from '../../../src/domain/routing.ts'

const field = (id: string, source: string, status: Status, nl: string, en: string): InterventionField => ({
  id,
  source,
  status,
  words: { nl, en },
})

const groupNotFeasible: Condition = {
  any: [
    { fact: 'groupFeasible', is: 'no' },
    { fact: 'walks10m', is: 'no' },
    { fact: 'walk4m', is: 'unable' },
  ],
}
const noCarer: Condition = { fact: 'carer', is: 'no' }

const inBalansDetails: readonly InterventionField[] = [
  field(
    'target',
    'S42',
    'read',
    'thuiswonend, 65 jaar en ouder, onzeker bij het lopen, bang om te vallen of eerder gevallen',
    'living at home, 65 and over, unsure when walking, afraid to fall or fallen before',
  ),
  field(
    'form',
    'S42',
    'read',
    'groep: 1 informatiebijeenkomst, 3 bijeenkomsten van 2 uur, dan 10 weken 2 keer per week 1 uur, en overgang naar gewoon bewegen',
    'group: 1 information meeting, 3 meetings of 2 hours, then 10 weeks twice a week 1 hour, and transfer to regular exercise',
  ),
  field('contacts', 'S42', 'read', '24 contacten in ongeveer 14 weken', '24 contacts in about 14 weeks'),
  field(
    'deliverer',
    'S42 + S46',
    'read',
    'opgeleide fysio- of oefentherapeut, MBvO-docent of sportleider',
    'trained physiotherapist or exercise therapist, MBvO teacher or sport leader',
  ),
  field(
    'recognition',
    'S42',
    'read',
    'Goed onderbouwd (11-11-2016); later hoger, na te gaan',
    'Well substantiated (11-11-2016); later raised, to be checked',
  ),
  field(
    'exclusion',
    'Valpad',
    'local default',
    'kan geen 10 meter lopen, heeft hulp nodig om te staan, instabiele ziekte, kan instructie in een groep niet volgen',
    "cannot walk 10 metres, needs a person's help to stand, unstable disease, cannot follow group instruction",
  ),
]
const zichtOpEvenwichtTarget = field(
  'target',
  'S43 + S46',
  'read',
  'zelfstandig wonend, 65 jaar en ouder, bezorgd om te vallen en daardoor activiteiten vermijdend',
  'living independently, 65 and over, concerned about falling and avoiding activities because of it',
)
const zichtOpEvenwichtExclusion = field(
  'exclusion',
  'Valpad',
  'local default',
  'cognitieve beperking waardoor gedragstherapie niet werkt, ernstige somberheid of angst die eerst behandeling vraagt, bedlegerig',
  'cognitive impairment that prevents behavioural work, severe depression or anxiety that needs treatment first, bedridden',
)
const zichtOpEvenwichtRecognition = field(
  'recognition',
  'S43',
  'read',
  'Sterke aanwijzingen voor effectiviteit (24-03-2022)',
  'Strong indications of effectiveness (24-03-2022)',
)
const otagoDetails: readonly InterventionField[] = [
  field(
    'target',
    'S44 + S47',
    'read',
    'thuiswonend, 65 jaar en ouder met een verhoogd risico; geschikt voor wie kwetsbaarder is',
    'living at home, 65 and over with a raised risk; suited to the more frail',
  ),
  field(
    'form',
    'S44',
    'read',
    'thuis: 5 huisbezoeken, elke maand bellen, 3 keer per week ongeveer 30 minuten oefenen en 2 keer wandelen',
    'at home: 5 home visits, a monthly call, exercise about 30 minutes 3 times a week and a walk twice',
  ),
  field(
    'deliverer',
    'S12 + S44',
    'read',
    'opgeleide instructeur; in de Zvw een fysio- of oefentherapeut met certificaat',
    'trained instructor; under the Zvw a physiotherapist or exercise therapist with a certificate',
  ),
  field(
    'recognition',
    'S44',
    'read',
    'Goed onderbouwd (01-10-2015); later hoger, na te gaan',
    'Well substantiated (01-10-2015); later raised, to be checked',
  ),
  field(
    'evidence',
    'S52',
    'read',
    '35 % minder vallen en letsel (0,65; 0,57–0,75), 1.016 mensen van 65 tot 97 jaar',
    '35 % fewer falls and injuries (0.65; 0.57–0.75), 1,016 people aged 65 to 97',
  ),
  field(
    'exclusion',
    'Valpad',
    'local default',
    'wachten bij RF13, acute ziekte of een nieuwe botbreuk',
    'hold at RF13, acute illness or a new fracture',
  ),
]

const certifiedUnderZvw = { payers: ['zvw'], source: 'S12', status: 'read' } as const

export const interventions: readonly Intervention[] = [
  {
    id: 'regularExercise',
    kind: 'regular',
    setting: 'group',
    name: { nl: 'gewoon sporten en bewegen', en: 'regular sport and exercise', b1: 'sporten of bewegen bij u in de buurt' },
    notFeasible: null,
    details: [
      field('target', 'S05', 'read', 'laag valrisico', 'low fall risk'),
      field('deliverer', 'S05', 'read', 'buurtsportcoach en lokale verenigingen', 'community sport coach and local clubs'),
    ],
    source: 'S05',
    status: 'read',
  },
  {
    id: 'inBalans',
    kind: 'exercise',
    setting: 'group',
    name: { nl: 'In Balans', en: 'In Balans', b1: 'In Balans: een cursus om steviger te staan' },
    notFeasible: groupNotFeasible,
    // 1 information meeting, 3 meetings, 20 lessons.
    sessions: { planned: 24, boosters: 0, source: 'S42', status: 'read' },
    details: inBalansDetails,
    source: 'S42',
    status: 'read',
  },
  {
    id: 'inBalansWithCarer',
    kind: 'exercise',
    setting: 'group',
    name: {
      nl: 'In Balans met mantelzorger',
      en: 'In Balans with an informal carer',
      b1: 'In Balans, samen met iemand die u helpt',
    },
    notFeasible: { any: [groupNotFeasible, noCarer] },
    sessions: { planned: 24, boosters: 0, source: 'S42', status: 'read' },
    details: inBalansDetails,
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'vallenVerledenTijd',
    kind: 'exercise',
    setting: 'group',
    name: { nl: 'Vallen Verleden Tijd', en: 'Vallen Verleden Tijd', b1: 'een cursus met oefeningen en een parcours' },
    notFeasible: groupNotFeasible,
    sessions: { planned: 10, boosters: 0, source: 'S48', status: 'secondary' },
    details: [
      field(
        'target',
        'S45',
        'read',
        'verhoogd risico door bewegen, eerder vallen of zorg om te vallen; er is een variant bij osteoporose',
        'raised risk by mobility, fall history or concern; there is a variant for osteoporosis',
      ),
      field(
        'form',
        'S48',
        'secondary',
        'groep: 10 lessen van 1,5 uur in 5 weken, met hindernisbaan en valtechniek',
        'group: 10 lessons of 1.5 hours in 5 weeks, with obstacle course and fall techniques',
      ),
      field(
        'recognition',
        'S45',
        'read',
        'erkend: goede aanwijzingen voor effectiviteit',
        'recognised: good indications of effectiveness',
      ),
      field(
        'evidence',
        'Valpad',
        'memory',
        '46 % minder vallen in één onderzoek (Weerdesteyn 2006)',
        '46 % fewer falls in one trial (Weerdesteyn 2006)',
      ),
    ],
    source: 'S45',
    status: 'read',
  },
  {
    id: 'otagoHome',
    kind: 'exercise',
    setting: 'home',
    name: { nl: 'OTAGO thuis', en: 'OTAGO at home', b1: 'OTAGO: thuis oefenen met een fysiotherapeut' },
    notFeasible: null,
    certificate: certifiedUnderZvw,
    // Visits; the monthly calls are not counted. Other sources have 6 visits (S47).
    sessions: { planned: 5, boosters: 0, source: 'S44', status: 'read' },
    details: otagoDetails,
    source: 'S44',
    status: 'read',
  },
  {
    id: 'otagoHomeWithCarer',
    kind: 'exercise',
    setting: 'home',
    name: {
      nl: 'OTAGO thuis met mantelzorger',
      en: 'OTAGO at home with an informal carer',
      b1: 'OTAGO thuis, samen met iemand die u helpt',
    },
    notFeasible: noCarer,
    certificate: certifiedUnderZvw,
    sessions: { planned: 5, boosters: 0, source: 'S44', status: 'read' },
    details: otagoDetails,
    source: 'Valpad',
    status: 'local default',
  },
  {
    id: 'otagoGroup',
    kind: 'exercise',
    setting: 'group',
    name: { nl: 'OTAGO in een groep', en: 'OTAGO in a group', b1: 'OTAGO: oefenen in een groep' },
    notFeasible: groupNotFeasible,
    certificate: certifiedUnderZvw,
    // Once a week; where it is given twice a week, a coalition sets 24.
    sessions: { planned: 12, boosters: 0, source: 'S47', status: 'secondary' },
    details: [
      field('target', 'S44 + S47', 'read', 'als OTAGO thuis', 'as OTAGO at home'),
      field(
        'form',
        'S47',
        'secondary',
        'groep: 12 weken 1 of 2 keer per week 1 uur, en 2 keer per week thuis oefenen',
        'group: 12 weeks once or twice a week 1 hour, and exercise at home twice a week',
      ),
      field(
        'deliverer',
        'S12',
        'read',
        'fysio- of oefentherapeut met certificaat; Zvw alleen bij aangepaste intensiteit en groepsgrootte',
        'physiotherapist or exercise therapist with a certificate; Zvw only with adapted intensity and group size',
      ),
    ],
    source: 'S47',
    status: 'secondary',
  },
  {
    id: 'zichtOpEvenwichtGroup',
    kind: 'concern',
    setting: 'group',
    name: {
      nl: 'Zicht op Evenwicht in een groep',
      en: 'Zicht op Evenwicht in a group',
      b1: 'Zicht op Evenwicht: een cursus voor meer vertrouwen',
    },
    notFeasible: groupNotFeasible,
    sessions: { planned: 8, boosters: 1, source: 'S43', status: 'read' },
    details: [
      zichtOpEvenwichtTarget,
      field(
        'form',
        'S43',
        'read',
        'groep: 8 wekelijkse bijeenkomsten van 2 uur en 1 terugkomdag',
        'group: 8 weekly sessions of 2 hours and 1 booster',
      ),
      field(
        'deliverer',
        'S43',
        'read',
        'opgeleide wijkverpleegkundige, ergotherapeut, fysiotherapeut of andere paramedicus',
        'trained district nurse, occupational therapist, physiotherapist or other paramedic',
      ),
      zichtOpEvenwichtRecognition,
      field(
        'evidence',
        'S51',
        'read',
        'minder zorg, meer activiteit en minder mensen die vaker vallen na 14 maanden',
        'less concern, more activity and fewer recurrent fallers at 14 months',
      ),
      zichtOpEvenwichtExclusion,
    ],
    source: 'S43',
    status: 'read',
  },
  {
    id: 'zichtOpEvenwichtHome',
    kind: 'concern',
    setting: 'home',
    name: {
      nl: 'Zicht op Evenwicht thuis',
      en: 'Zicht op Evenwicht at home',
      b1: 'Zicht op Evenwicht: gesprekken bij u thuis voor meer vertrouwen',
    },
    notFeasible: null,
    sessions: { planned: 7, boosters: 1, source: 'S43', status: 'read' },
    details: [
      zichtOpEvenwichtTarget,
      field(
        'form',
        'S43',
        'read',
        'thuis: 3 huisbezoeken (60, 60 en 75 minuten) en 5 telefoongesprekken van 35 minuten, waarvan 1 terugkomcontact',
        'at home: 3 home visits (60, 60 and 75 minutes) and 5 calls of 35 minutes, 1 of them a booster',
      ),
      field(
        'deliverer',
        'S43',
        'read',
        'opgeleide wijkverpleegkundige, ergotherapeut, fysiotherapeut of andere paramedicus',
        'trained district nurse, occupational therapist, physiotherapist or other paramedic',
      ),
      zichtOpEvenwichtRecognition,
      field(
        'evidence',
        'S50',
        'read',
        'minder zorg, vermijden, beperkingen en vallen in huis na 12 maanden (389 mensen van 70 jaar en ouder)',
        'less concern, avoidance, disability and indoor falls at 12 months (389 people of 70 and over)',
      ),
      zichtOpEvenwichtExclusion,
    ],
    source: 'S43',
    status: 'read',
  },
  {
    id: 'individualTherapy',
    kind: 'individual',
    setting: 'home',
    name: {
      nl: 'eigen plan van fysiotherapeut of ergotherapeut',
      en: 'individual plan by a physiotherapist or occupational therapist',
      b1: 'oefenen met een eigen fysiotherapeut of ergotherapeut',
    },
    notFeasible: null,
    details: [
      field(
        'target',
        'S56',
        'read',
        'wie zeer kwetsbaar is of niet in een programma past: persoonsgericht',
        'who is very frail or does not fit a programme: person-centred',
      ),
      field(
        'deliverer',
        'Valpad',
        'local default',
        '(geriatrie)fysiotherapeut of ergotherapeut, waar het kan met de mantelzorger',
        '(geriatric) physiotherapist or occupational therapist, with the informal carer where possible',
      ),
    ],
    source: 'S56',
    status: 'read',
  },
  {
    id: 'homeExerciseWithCoach',
    kind: 'exercise',
    setting: 'home',
    name: { nl: 'thuis oefenen met een coach', en: 'home exercise with a coach', b1: 'thuis oefenen met een coach' },
    notFeasible: null,
    details: [
      field(
        'deliverer',
        'Valpad',
        'local default',
        'buurtsportcoach of opgeleide vrijwilliger',
        'community sport coach or trained volunteer',
      ),
    ],
    source: 'Valpad',
    status: 'local default',
  },
]
