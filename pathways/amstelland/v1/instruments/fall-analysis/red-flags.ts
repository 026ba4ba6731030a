// The red-flag questions: fixed safety items that a professional answers; a yes means that a doctor looks first. To be approved by a GP.
import type { Section, YesNoItem } from '../../../../../src/domain/instrument.ts'
import type { PlainWords } from '../../../../../src/domain/words.ts'
import { ours, yesNo } from './items.ts'

const flag = (code: string, words: PlainWords): YesNoItem => yesNo(`redFlags.${code}`, ours, words, { redFlag: code })
/** Without a yes or a no to this one the analysis cannot be completed. */
const firstFlag = (code: string, words: PlainWords): YesNoItem => ({ ...flag(code, words), mustBeKnown: true })

export const redFlags: Section = {
  id: 'redFlags',
  ...ours,
  words: {
    nl: 'Eerst de huisarts: rode vlaggen',
    en: 'Doctor first: red flags',
    b1: 'Moet er eerst een dokter meekijken?',
  },
  core: [['redFlags.RF01'], ['redFlags.RF02'], ['redFlags.RF03'], ['redFlags.RF04']],
  items: [
    firstFlag('RF01', {
      nl: 'Nu tekenen van een beroerte, nieuwe verwardheid met koorts of benauwdheid, pijn op de borst of ernstig bloedverlies?',
      en: 'Now signs of a stroke, new confusion with fever or shortness of breath, chest pain or severe bleeding?',
      b1: 'Hebt u nu pijn op de borst? Hangt uw mond scheef, of kunt u opeens niet goed praten? Bent u opeens erg in de war? Verliest u veel bloed?',
    }),
    firstFlag('RF02', {
      nl: 'Hoofd gestoten (laatste 14 dagen) bij gebruik van een bloedverdunner, of sindsdien suf, braken of hevige hoofdpijn?',
      en: 'Head injury (last 14 days) while using a blood thinner, or drowsy, vomiting or severe headache since?',
      b1: 'Hebt u de laatste 2 weken uw hoofd gestoten terwijl u bloedverdunners gebruikt? Of was u daarna suf, moest u overgeven of had u erge hoofdpijn?',
    }),
    firstFlag('RF03', {
      nl: 'Vermoeden van een botbreuk: kan niet op het been staan, pijn in heup of lies, afwijkende stand?',
      en: 'Suspected fracture: cannot bear weight, hip or groin pain, deformity?',
      b1: 'Kunt u niet op uw been staan? Hebt u veel pijn in uw heup of lies? Staat iets scheef?',
    }),
    firstFlag('RF04', {
      nl: 'Wegraking bij een val, of de val zelf niet meer weten, zonder verklaring van een arts?',
      en: 'Loss of consciousness with a fall, or no memory of the fall, not explained by a doctor?',
      b1: 'Was u even weg toen u viel, of weet u niet meer hoe u viel? En heeft nog geen dokter gezegd waardoor?',
    }),
    flag('RF05', {
      nl: 'Twee keer of vaker gevallen in de laatste 7 dagen, of plotseling niet meer kunnen lopen?',
      en: 'Two or more falls in the last 7 days, or sudden loss of the ability to walk?',
      b1: 'Bent u deze week 2 keer of vaker gevallen? Kunt u opeens niet meer lopen?',
    }),
    flag('RF06', {
      nl: 'Tekenen van acute ziekte: koorts, acute verwardheid of uitdroging?',
      en: 'Signs of acute illness: fever, delirium or dehydration?',
      b1: 'Voelt u zich nu ziek? Hebt u koorts? Drinkt u bijna niets meer?',
    }),
    flag('RF07', {
      nl: 'Vermoeden van een epileptische aanval?',
      en: 'Seizure suspected?',
      b1: 'Schokte uw lichaam toen u viel? Heeft iemand dat gezien?',
    }),
    flag('RF08', {
      nl: 'Plotseling slechter zien of dubbelzien?',
      en: 'Sudden loss of vision or double vision?',
      b1: 'Ziet u opeens veel minder? Of ziet u opeens dubbel?',
    }),
    flag('RF09', {
      nl: 'Uitspraken over zelfdoding, of vermoeden van mishandeling of verwaarlozing?',
      en: 'Suicidal remarks, or suspected abuse or neglect?',
      b1: 'Hebt u het zo zwaar dat u niet meer wilt leven? Of voelt u zich thuis niet veilig?',
    }),
    flag('RF10', {
      nl: 'Bloeddruk daalt bij staan 30 mmHg of meer (bovendruk) met wegraking, of bovendruk staand onder 90?',
      en: 'Systolic drop on standing of 30 mmHg or more with loss of consciousness, or standing systolic under 90?',
      b1: 'Wordt uw bloeddruk erg laag als u staat? Ik meet dat bij u.',
    }),
    flag('RF11', {
      nl: 'In de laatste 14 dagen een uur of langer op de grond gelegen, en nog niet door een arts gezien?',
      en: 'On the floor for an hour or more in the last 14 days, and not yet seen by a doctor?',
      b1: 'Lag u de laatste 2 weken een uur of langer op de grond? En was daar nog geen dokter bij?',
    }),
    flag('RF12', {
      nl: 'Nieuwe uitval: krachtverlies in een been, in enkele dagen anders gaan lopen, doof gevoel in het kruis?',
      en: 'New deficit: weakness in a leg, a change of gait within days, saddle numbness?',
      b1: 'Is uw been opeens slap? Loopt u sinds een paar dagen anders? Voelt u minder tussen uw benen?',
    }),
    flag('RF13', {
      nl: 'Pijn op de borst of benauwd in rust of bij lichte inspanning, of een operatie of infarct korter dan 6 weken geleden zonder akkoord om te bewegen?',
      en: 'Chest pain or breathlessness at rest or on mild effort, or an operation or infarction less than 6 weeks ago without clearance?',
      b1: 'Bent u benauwd of doet uw borst pijn, ook als u weinig doet? Bent u de laatste 6 weken geopereerd, of had u iets aan uw hart?',
    }),
    flag('RF14', {
      nl: 'Ondervoeding (SNAQ65+ rood)?',
      en: 'Undernutrition (SNAQ65+ red)?',
      b1: 'Bent u veel afgevallen zonder dat u dat wilde?',
    }),
    flag('RF15', {
      nl: 'Bloeddrukdaling bij staan zonder wegraking, of duizelig sinds een nieuw medicijn?',
      en: 'Blood pressure drop on standing without loss of consciousness, or dizzy since a new medicine?',
      b1: 'Bent u duizelig als u opstaat? Bent u duizelig sinds u een nieuw medicijn hebt?',
    }),
  ],
}
