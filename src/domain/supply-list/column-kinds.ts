// What can stand in a column of a supply list: the kinds of values, and the words in which people write the ones from a fixed set.
import type { Words } from '../words.ts'

/** One value of a fixed set. `nl` is written in Dutch lists and the value itself in machine lists; all are read. */
export type Option = { readonly value: string; readonly nl: string; readonly also: readonly string[] }

const option = (value: string, nl: string, ...also: string[]): Option => ({ value, nl, also })

export const formOptions: readonly Option[] = [
  option('group', 'groep', 'in groep', 'groepsles', 'cursus'),
  option('home', 'thuis', 'aan huis', 'huisbezoek', 'at home'),
  option('online', 'online', 'digitaal'),
  option('consult', 'consult', 'individueel', 'spreekuur', 'afspraak', 'individual'),
]
export const domainOptions: readonly Option[] = [
  option('care', 'zorg', 'zorgdomein', 'health'),
  option('social', 'sociaal', 'sociaal domein', 'welzijn'),
]
export const perOptions: readonly Option[] = [
  option('meeting', 'les', 'per les', 'keer', 'per keer', 'bijeenkomst', 'per bijeenkomst', 'session'),
  option('course', 'cursus', 'per cursus', 'totaal', 'traject'),
  option('month', 'maand', 'per maand'),
  option('year', 'jaar', 'per jaar'),
]
export const sexOptions: readonly Option[] = [
  option('F', 'vrouw', 'v', 'vrouwen', 'female', 'women'),
  option('M', 'man', 'mannen', 'male', 'men'),
]
export const levelOptions: readonly Option[] = [
  option('low', 'laag', 'laag risico'),
  option('moderate', 'matig', 'matig risico', 'verhoogd'),
  option('high', 'hoog', 'hoog risico'),
]
export const accessOptions: readonly Option[] = [
  option('stepFree', 'drempelvrij', 'zonder drempels', 'rolstoeltoegankelijk', 'step-free', 'wheelchair'),
  option('lift', 'lift', 'elevator'),
  option('parking', 'parkeren', 'parkeerplaats', 'gratis parkeren'),
  option('publicTransport', 'openbaar vervoer', 'ov', 'bus', 'public transport'),
  option('adaptedToilet', 'aangepast toilet', 'invalidentoilet', 'adapted toilet'),
  option('hearingLoop', 'ringleiding', 'hearing loop'),
  option('pickUp', 'ophaalservice', 'ophalen', 'vervoer', 'pick-up'),
]
export const weekdayOptions: readonly Option[] = [
  option('mo', 'ma', 'maandag', 'monday', 'mon'),
  option('tu', 'di', 'dinsdag', 'tuesday', 'tue'),
  option('we', 'wo', 'woensdag', 'wednesday', 'wed'),
  option('th', 'do', 'donderdag', 'thursday', 'thu'),
  option('fr', 'vr', 'vrijdag', 'friday', 'fri'),
  option('sa', 'za', 'zaterdag', 'saturday', 'sat'),
  option('su', 'zo', 'zondag', 'sunday', 'sun'),
]
export const payerOptions: readonly Option[] = [
  option('zvw', 'zorgverzekering', 'basisverzekering', 'basispakket', 'health insurance'),
  option('supplementary', 'aanvullende verzekering', 'aanvullend', 'supplementary insurance'),
  option('municipality', 'gemeente'),
  option('wmo', 'wmo'),
  option('own', 'eigen betaling', 'deelnemer', 'zelf', 'eigen kosten', 'participant'),
  option('free', 'gratis', 'kosteloos', 'niemand'),
]
/** The languages lists name most; any other is written as its code of two letters. */
export const languageOptions: readonly Option[] = [
  option('nl', 'Nederlands', 'Dutch'),
  option('en', 'Engels', 'English'),
  option('de', 'Duits', 'German'),
  option('fr', 'Frans', 'French'),
  option('es', 'Spaans', 'Spanish'),
  option('pt', 'Portugees', 'Portuguese'),
  option('it', 'Italiaans', 'Italian'),
  option('tr', 'Turks', 'Turkish'),
  option('ar', 'Arabisch', 'Arabic'),
  option('fa', 'Perzisch', 'Farsi', 'Persian'),
  option('hi', 'Hindi', 'Hindoestaans'),
  option('zh', 'Chinees', 'Chinese', 'Mandarijn'),
  option('ja', 'Japans', 'Japanese'),
  option('pl', 'Pools', 'Polish'),
  option('ru', 'Russisch', 'Russian'),
  option('uk', 'Oekraïens', 'Ukrainian'),
  option('fy', 'Fries', 'Frisian'),
]

export type Kind =
  | { readonly is: 'text'; readonly max: number }
  | { readonly is: 'intervention' | 'municipality' | 'areas' | 'postcode' | 'date' | 'time' | 'flag' | 'money' | 'payers' }
  | { readonly is: 'email' | 'phone' | 'url' | 'languages' | 'id' }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'one' | 'some'; readonly options: readonly Option[] }

/** Letters and digits alone, small and without accents: how headers and words of a fixed set are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Names that are the same but for their spelling have the same key. */
export const nameKey = (name: string): string => plain(name) || name.trim()

export function optionFor(options: readonly Option[], text: string): Option | undefined {
  const asked = plain(text)
  return options.find(({ value, nl, also }) => [value, nl, ...also].some((one) => plain(one) === asked))
}

/** What may stand there, for who has to mend it. */
export const namesOf = (options: readonly Option[]): Words => ({
  nl: options.map(({ nl }) => nl).join(', '),
  en: options.map(({ value }) => value).join(', '),
})
