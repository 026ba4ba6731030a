// What the codes of an answer are called: levels, reasons, next steps, domains.
import type { AnswerWords } from '../../../src/domain/rules.ts'

export const answerWords: AnswerWords = {
  risk: {
    low: { nl: 'laag', en: 'low' },
    moderate: { nl: 'matig', en: 'moderate' },
    high: { nl: 'hoog', en: 'high' },
    undetermined: { nl: 'nog niet vast te stellen', en: 'not settled yet' },
    outOfScope: { nl: 'buiten deze keten', en: 'outside this chain' },
    intermediate: { nl: 'gemiddeld', en: 'intermediate' },
    assess: { nl: 'valanalyse aangeraden', en: 'fall analysis advised' },
    noAssessment: { nl: 'geen valanalyse nodig volgens deze regel', en: 'no fall analysis needed by this rule' },
  },
  reasons: {
    keyQuestionsNegative: {
      nl: 'niet gevallen, niet bezorgd om te vallen en geen moeite met bewegen',
      en: 'no fall, no concern about falling and no difficulty moving',
    },
    walkOk: { nl: 'de looptest over 4 meter is snel genoeg', en: 'the 4-metre walk is fast enough' },
    walkSlow: { nl: 'de looptest over 4 meter is traag', en: 'the 4-metre walk is slow' },
    walkUnable: {
      nl: 'kan de 4 meter niet lopen zonder hulp van een ander; een professioneel oordeel is nodig',
      en: "cannot walk the 4 metres without another person's help; professional judgement is needed",
    },
    twoOrMoreFalls: { nl: 'twee of meer keer gevallen in 12 maanden', en: 'two or more falls in 12 months' },
    injury: { nl: 'letsel door een val dat behandeld moest worden', en: 'an injury from a fall that needed treatment' },
    couldNotGetUp: { nl: 'kon na een val niet zonder hulp opstaan', en: 'could not get up without help after a fall' },
    lossOfConsciousness: { nl: '(mogelijk) bewustzijnsverlies bij een val', en: '(possible) loss of consciousness with a fall' },
    frail: {
      nl: 'kwetsbaar, en gevallen, bezorgd of moeite met bewegen',
      en: 'frail, and fallen, concerned or difficulty moving',
    },
    outOfScope: { nl: 'jonger dan 65 jaar of wonend in een instelling (Wlz)', en: 'under 65 or living in an institution (Wlz)' },
    gaitImpaired: { nl: 'loopt langzamer dan de grens', en: 'walks slower than the limit' },
    gaitNormal: { nl: 'loopt snel genoeg', en: 'walks fast enough' },
    presentsWithFall: { nl: 'komt vanwege een recente val', en: 'presents because of a recent fall' },
    fallAndFractureRisk: { nl: 'één val en een verhoogde kans op een botbreuk', en: 'one fall and a raised fracture risk' },
    fallWithLossOfConsciousness: { nl: 'één val met bewustzijnsverlies', en: 'one fall with loss of consciousness' },
    fallAndMobility: { nl: 'één val en moeite met bewegen', en: 'one fall and a mobility problem' },
    noCriterion: { nl: 'geen criterium van deze regel', en: 'no criterion of this rule' },
  },
  next: {
    decide: { nl: 'samen met deze persoon beslissen', en: 'decide together with this person' },
    medicalHold: { nl: 'eerst de huisarts; de interventie wacht', en: 'the GP first; the intervention waits' },
    completeScreening: { nl: 'de valrisicotest afmaken', en: 'complete the fall-risk test' },
    completeAnalysis: { nl: 'de valanalyse afmaken', en: 'complete the fall analysis' },
    awaitClearance: { nl: 'wachten op akkoord van de huisarts om te oefenen', en: "wait for the GP's clearance to exercise" },
    outOfScope: {
      nl: 'buiten deze keten: bespreek met de huisarts wat wel past',
      en: 'outside this chain: discuss with the GP what does fit',
    },
  },
  domain: {
    care: { nl: 'zorg', en: 'care' },
    social: { nl: 'sociaal domein', en: 'social domain' },
    undetermined: { nl: 'zorg of sociaal domein: nog niet te zeggen', en: 'care or social domain: not to be said yet' },
  },
}
