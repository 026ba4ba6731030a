// What the older adult is asked in the fall-risk test: read aloud, so in plain words.
export const asked = {
  nl: {
    falls: 'Bent u het afgelopen jaar gevallen? Hoe vaak?',
    fallsHint: 'Een uitglijder of struikelpartij waarbij u op de grond kwam, telt ook.',
    concern: 'Bent u bezorgd om te vallen?',
    mobilityDifficulty: 'Hebt u moeite met bewegen, lopen of uw evenwicht bewaren?',
    injury: 'Was er letsel waarvoor een arts nodig was?',
    couldNotGetUp: 'Lukte het niet om zelf op te staan?',
    lossOfConsciousness: 'Was u even buiten bewustzijn, of weet u niet hoe het ging?',
  },
  en: {
    falls: 'Have you fallen in the past year? How often?',
    fallsHint: 'A slip or trip after which you came to rest on the ground counts too.',
    concern: 'Are you concerned about falling?',
    mobilityDifficulty: 'Do you have difficulty moving, walking or keeping your balance?',
    injury: 'Was there an injury that needed a doctor?',
    couldNotGetUp: 'Were you unable to get up by yourself?',
    lossOfConsciousness: 'Did you lose consciousness, or do you not know how it went?',
  },
}
