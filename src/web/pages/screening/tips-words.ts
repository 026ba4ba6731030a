// What who has a low risk takes home: plain Dutch, read by an older adult.
export const tips = {
  nl: {
    title: 'Blijf stevig staan',
    intro: 'U staat nu stevig. Met deze tips blijft dat zo.',
    lines: [
      'Beweeg elke dag. Loop bijvoorbeeld een half uur.',
      'Oefen twee keer per week uw kracht en uw evenwicht. Dat kan thuis of in een groep in uw buurt.',
      'Draag schoenen die goed vastzitten. Ook in huis.',
      'Zorg voor genoeg licht. Laat in de nacht een lampje aan op weg naar het toilet.',
      'Haal losse kleedjes en snoeren weg waar u loopt.',
      'Laat elk jaar uw ogen meten. Is uw bril nog goed?',
      'Wordt u duizelig van een medicijn? Vraag uw huisarts of apotheker om raad. Stop niet zelf.',
      'Eet genoeg. Vraag of u vitamine D nodig hebt.',
    ],
    fell: 'Bent u gevallen, of gaat lopen minder goed? Bel uw huisarts.',
    again: 'Over een jaar vragen wij u weer hoe het gaat.',
  },
  en: {
    title: 'Stay steady on your feet',
    intro: 'You are steady on your feet now. These tips help to keep it so.',
    lines: [
      'Move every day. Walk for half an hour, for example.',
      'Train your strength and balance twice a week, at home or in a group nearby.',
      'Wear shoes that fit firmly, also indoors.',
      'Have enough light. Leave a lamp on at night on the way to the toilet.',
      'Remove loose rugs and cords from where you walk.',
      'Have your eyes tested every year. Are your glasses still right?',
      'Does a medicine make you dizzy? Ask your GP or pharmacist. Do not stop by yourself.',
      'Eat enough. Ask whether you need vitamin D.',
    ],
    fell: 'Have you fallen, or has walking become harder? Call your GP.',
    again: 'In a year we ask you again how you are.',
  },
}
