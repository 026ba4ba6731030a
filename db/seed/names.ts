// Names and addresses for invented older adults: words from dreams and weather, so that nobody takes them for real.

export const firstNames: { readonly F: readonly string[]; readonly M: readonly string[] } = {
  F: ['Annigje', 'Betsie', 'Cornelia', 'Dina', 'Elze', 'Francien', 'Geesje', 'Hennie', 'Ina', 'Jannetje', 'Klaartje', 'Leentje'],
  M: ['Arend', 'Barend', 'Cor', 'Dirk', 'Evert', 'Frits', 'Gerrit', 'Harm', 'Izaak', 'Jaap', 'Klaas', 'Leendert'],
}

export const surnames: readonly string[] = [
  'Avondrood',
  'Briesje',
  'Dauwtrapper',
  'Druppelaar',
  'Droomveld',
  'Fluisterman',
  'Glimworm',
  'Hagelslag',
  'Kaarslicht',
  'Kabbelbeek',
  'Kasteel-in-de-Lucht',
  'Lentebries',
  'Maanlicht',
  'Mistral',
  'Morgenrood',
  'Motregen',
  'Nevelaar',
  'Noorderlicht',
  'Regenboog',
  'Rijpkorrel',
  'Schaapjeswolk',
  'Sneeuwklok',
  'Sprookman',
  'Sterrendijk',
  'Stofgoud',
  'Verzinsel',
  'Windstilte',
  'Wolkenaar',
  'Zandman',
  'Zevenslaper',
  'Zomerzucht',
  'Zonsopgang',
]

export const streets: readonly string[] = [
  'Verzinselpad',
  'Sprookjeslaan',
  'Droomkade',
  'Nergensstraat',
  'Luchtkasteelweg',
  'Maanplein',
  'Wolkendijk',
  'Ooitgracht',
]
