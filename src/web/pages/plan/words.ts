// The words around the plan: what the nurse reads, not the older adult.
import { texts } from '../../text/language.tsx'

export const words = texts(
  {
    title: 'Mijn plan',
    sees: 'Zo ziet de oudere het plan. Het past op één blad, twee kanten.',
    print: 'Print plan',
    download: 'Download PDF',
    loading: 'Bezig met maken',
    back: 'Terug naar het traject',
    newCode: 'Maak nieuwe code',
    locked: 'Het geboortejaar is te vaak fout ingevuld, of de code is verlopen.',
    expires: (day: string) => `De code werkt tot en met ${day}. Een nieuwe code maakt de oude ongeldig.`,
    told: 'Afgezegd via internet',
    toldLine: (what: string, day: string, said: string) =>
      `${what}, afspraak van ${day}; doorgegeven op ${said}. Bel voor een andere dag.`,
    actions: 'Wat u met dit plan kunt doen',
  },
  {
    title: 'My plan',
    sees: 'This is how the older adult sees the plan. It fits on one sheet, both sides.',
    print: 'Print plan',
    download: 'Download PDF',
    loading: 'Making it',
    back: 'Back to the pathway',
    newCode: 'Make new code',
    locked: 'The year of birth was wrong too often, or the code has expired.',
    expires: (day: string) => `The code works until ${day}. A new code ends the old one.`,
    told: 'Cancelled by internet',
    toldLine: (what: string, day: string, said: string) =>
      `${what}, appointment of ${day}; said on ${said}. Phone for another day.`,
    actions: 'What you can do with this plan',
  },
)
