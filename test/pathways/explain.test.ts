// The explanation: a verdict on every intervention, what would change it, what is missing, and the words a nurse would sign.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessor } from '../../src/domain/assess.ts'
import { type Explanation, explain, type InterventionVerdict, type Verdict } from '../../src/domain/explain.ts'
import { explainInWords } from '../../src/domain/explain-words.ts'
import { type Facts, factParser } from '../../src/domain/facts.ts'
import type { Language } from '../../src/domain/words.ts'
import vignettes from '../fixtures/vignettes.json' with { type: 'json' }
import { anyone, assess, atHigh, atModerate, fellOnce, route, rules, screen, someone } from '../support/people.ts'

const prepared = assessor(rules)
const explained = (facts: Facts): Explanation => explain(rules, prepared, facts)
const inputOf = (id: string): Facts => vignettes.find((vignette) => vignette.id === id)!.input

const verdictIn = (
  answer: { readonly primary: readonly string[]; readonly alternatives: readonly string[] },
  id: string,
): Verdict => (answer.primary.includes(id) ? 'chosen' : answer.alternatives.includes(id) ? 'alternative' : 'not')

const holdsFor = (check: (facts: Facts, explanation: Explanation) => void) =>
  fc.assert(
    fc.property(anyone, (facts) => check(facts, explained(facts))),
    { numRuns: 150 },
  )

describe('verdicts', () => {
  test('every intervention of the catalogue has exactly one, and it is the one of the answer', () => {
    holdsFor((facts, { verdicts }) => {
      const answer = assess(facts)
      expect(verdicts.map(({ intervention }) => intervention)).toEqual(rules.routing.interventions.map(({ id }) => id))
      for (const { intervention, verdict } of verdicts) expect(verdict).toBe(verdictIn(answer, intervention))
    })
  })

  test('each names at least one fact that decided it', () => {
    holdsFor((_, { verdicts }) => {
      expect(verdicts.filter(({ because }) => because.length === 0)).toEqual([])
    })
  })

  test('what would change a verdict is a fact with a possible value, and really changes it for the better', () => {
    const parse = factParser(rules.facts, rules.byDefinition)
    const given = new Set(rules.facts.map(({ id }) => id))
    const better: { readonly [verdict in Verdict]: readonly Verdict[] } = {
      not: ['alternative', 'chosen'],
      alternative: ['chosen'],
      chosen: [],
    }
    const checkOne = (facts: Facts, { known }: Explanation, { intervention, verdict, wouldChange }: InterventionVerdict) => {
      for (const { fact, value, verdict: after } of wouldChange) {
        const changed = { ...facts, [fact]: value }
        const answer = given.has(fact) ? assess(changed) : route({ ...known, [fact]: value })
        expect(verdictIn(answer, intervention)).toBe(after)
        expect(better[verdict]).toContain(after)
        if (given.has(fact)) expect(parse(changed)).toMatchObject({ ok: true })
      }
    }
    holdsFor((facts, explanation) => {
      for (const verdict of explanation.verdicts) checkOne(facts, explanation, verdict)
    })
  })

  test.each([
    {
      who: 'no group: In Balans cannot be done',
      facts: atModerate({ groupFeasible: 'no' }),
      intervention: 'inBalans',
      expected: { verdict: 'not', ground: 'notFeasible', because: ['groupFeasible'] },
    },
    {
      who: 'cannot walk the 4 metres: a group cannot be done',
      facts: atModerate({ walk4m: 'unable' }),
      intervention: 'inBalans',
      expected: { verdict: 'not', ground: 'notFeasible', because: ['walk4m'] },
    },
    {
      who: 'not avoiding, not very concerned: no Zicht op Evenwicht beside it',
      facts: atModerate({ avoidance: 'no', shortFesI: 8 }),
      intervention: 'zichtOpEvenwichtGroup',
      expected: {
        verdict: 'not',
        ground: 'condition',
        because: ['avoidance', 'concernClass'],
        wouldChange: [
          { fact: 'avoidance', value: 'yes', verdict: 'alternative' },
          { fact: 'concernClass', value: 'high', verdict: 'alternative' },
        ],
      },
    },
    {
      who: 'concern dominates, group feasible: the home form does not fit better',
      facts: atModerate({ avoidance: 'yes', fesI16: 28, tandem: 10 }),
      intervention: 'zichtOpEvenwichtHome',
      expected: { verdict: 'not', ground: 'form' },
    },
    {
      who: 'two falls, underlying problem not known: Vallen Verleden Tijd would fit without one',
      facts: atHigh(),
      intervention: 'vallenVerledenTijd',
      expected: { verdict: 'not', ground: 'row', wouldChange: [{ fact: 'underlying', value: 'no', verdict: 'alternative' }] },
    },
    {
      who: 'moderate: In Balans is chosen',
      facts: atModerate(),
      intervention: 'inBalans',
      expected: { verdict: 'chosen', ground: 'row', because: ['level'], wouldChange: [] },
    },
  ])('$who', ({ facts, intervention, expected }) =>
    expect(explained(facts).verdicts.find((one) => one.intervention === intervention)).toMatchObject(expected),
  )
})

describe('what is missing', () => {
  const levels = ['low', 'moderate', 'high']

  test('the facts of the answer, each with outcomes within the announced range', () => {
    holdsFor((facts, { missing, assessment }) => {
      expect(missing.map(({ fact }) => fact)).toEqual(assessment.missing)
      const [from, to] = [assessment.lowest, assessment.highest].map((level) => levels.indexOf(String(level)))
      for (const { fact, outcomes } of missing) {
        expect(outcomes.length).toBeGreaterThan(1)
        for (const { value, lowest, highest } of outcomes) {
          expect(screen({ ...facts, [fact]: value })).toMatchObject({ lowest, highest })
          expect(levels.indexOf(lowest)).toBeGreaterThanOrEqual(from!)
          expect(levels.indexOf(highest)).toBeLessThanOrEqual(to!)
          expect(levels.indexOf(lowest)).toBeLessThanOrEqual(levels.indexOf(highest))
        }
      }
    })
  })

  test('one fall, injury not asked, walk not timed', () =>
    expect(explained(fellOnce({ injury: 'unknown' })).missing).toEqual([
      {
        fact: 'injury',
        outcomes: [
          { value: 'yes', until: null, isFirst: true, lowest: 'high', highest: 'high' },
          { value: 'no', until: null, isFirst: false, lowest: 'low', highest: 'moderate' },
        ],
      },
      {
        fact: 'walk4m',
        outcomes: [
          { value: 1, until: 4, isFirst: true, lowest: 'low', highest: 'high' },
          { value: 4, until: null, isFirst: false, lowest: 'moderate', highest: 'high' },
          { value: 'unable', until: null, isFirst: false, lowest: 'moderate', highest: 'high' },
        ],
      },
    ]))
})

describe('in words', () => {
  const lines = (facts: Facts, language: Language) => explainInWords(rules, explained(facts), language)
  const text = (facts: Facts, language: Language) => lines(facts, language).join('\n')

  test.each([
    {
      id: 'V08',
      language: 'nl' as const,
      sentences: [
        'Valrisico: hoog',
        '  letsel door een val dat behandeld moest worden',
        '  OTAGO thuis',
        '  Domein: zorg',
        'hooguit één programma per 12 maanden; het eigen risico geldt',
        '  Zicht op Evenwicht thuis (deze persoon vermijdt activiteiten uit zorg om te vallen',
        'In Balans, In Balans met mantelzorger, Vallen Verleden Tijd, Zicht op Evenwicht in een groep: kan hier niet: deze persoon kan of wil niet meedoen in een groep.',
        '  dat er geen cognitieve beperking is',
        '  Medicatiebeoordeling (apotheker en huisarts; nooit zelf stoppen), binnen 20 werkdagen',
        '  A2-injury (S26): gelezen in een tweede bron',
        '  U-cognition (Valpad): eigen keuze, in te stellen per coalitie',
        'U beslist samen met de oudere.',
      ],
    },
    {
      id: 'V08',
      language: 'en' as const,
      sentences: [
        'Fall risk: high',
        '  an injury from a fall that needed treatment',
        '  OTAGO at home',
        '  Domain: care',
        'at most one programme per 12 months; the deductible applies',
        'cannot be done here: this person cannot or will not take part in a group.',
        '  that there is no cognitive impairment',
        '  Medication review (pharmacist and GP; never stop by oneself), within 20 working days',
        '  medicationReview (Valpad): from memory, to be checked by a clinician',
        'You decide together with the older adult.',
      ],
    },
    {
      id: 'V13',
      language: 'nl' as const,
      sentences: [
        'Valrisico: nog niet vast te stellen (kan nog zijn laag tot hoog)',
        'Wat nog ontbreekt, en waarom dat uitmaakt:',
        '  Letsel door een val (bij "ja": hoog; bij "nee": laag)',
        '  nu geen interventie',
        '  Volgende stap: de valrisicotest afmaken',
        'deze persoon heeft een valrisico dat nog niet vaststaat.',
        '  R2 (Valpad): eigen keuze, in te stellen per coalitie',
      ],
    },
    {
      id: 'V13',
      language: 'en' as const,
      sentences: [
        'Fall risk: not settled yet (can still be low to high)',
        'What is missing, and why it matters:',
        '  Injury from a fall (if "yes": high; if "no": low)',
        '  no intervention now',
        '  Next step: complete the fall-risk test',
        'this person has a fall risk that is not settled yet.',
      ],
    },
    {
      id: 'V17',
      language: 'nl' as const,
      sentences: [
        'Valrisico: hoog',
        '  twee of meer keer gevallen in 12 maanden',
        '  OTAGO thuis of In Balans',
        'Of er een onderliggend probleem is, is niet ingevuld.',
        '  Wie betaalt: nog niet te zeggen: vul in of er een onderliggend probleem is',
        'Vallen Verleden Tijd: deze persoon heeft een hoog valrisico. Zou wel passen in dit geval: deze persoon heeft geen onderliggend probleem',
        '  P5 (Valpad): eigen keuze, in te stellen per coalitie',
      ],
    },
    {
      id: 'V17',
      language: 'en' as const,
      sentences: [
        'Fall risk: high',
        '  two or more falls in 12 months',
        '  OTAGO at home or In Balans',
        'Whether there is an underlying problem is not filled in.',
        '  Domain: care or social domain: not to be said yet',
        'Vallen Verleden Tijd: this person has a high fall risk. Would fit if this person has no underlying problem',
        '  A1 (S26): read in a secondary source',
      ],
    },
  ])('$id in $language', ({ id, language, sentences }) => {
    const words = text(inputOf(id), language)
    for (const sentence of sentences) expect(words).toContain(sentence)
  })

  test('the shadow rule sets stand beside it, with the suggestion of T8', () => {
    const facts = atModerate({ mobilityDifficulty: 'yes' })
    expect(text(facts, 'nl')).toContain('De FMS-richtlijn raadt een valanalyse aan.')
    expect(text(facts, 'en')).toContain('  World Falls Guidelines 2022: low (walks fast enough)')
    expect(text(atModerate(), 'nl')).not.toContain('raadt een valanalyse aan.')
  })

  test('red flags come with their words', () => {
    const words = text(someone({ redFlags: ['RF04'] }), 'nl')
    expect(words).toContain('Rode vlaggen: eerst de huisarts:\n  RF04: bewustzijnsverlies of geheugenverlies')
  })

  test('numbers are written as they are in that language', () => {
    expect(text(atModerate({ walk4m: 4.25 }), 'nl')).toContain('loopt 4 meter in 4,25 seconden')
    expect(text(atModerate({ walk4m: 4.25 }), 'en')).toContain('walks 4 metres in 4.25 seconds')
  })

  test.each(['nl', 'en'] as const)('no holes, no codes of a program and never a probability (%s)', (language) => {
    holdsFor((_, explanation) => {
      const words = explainInWords(rules, explanation, language)
      expect(words.join('\n')).not.toMatch(/undefined|NaN|null|\[object|\{\}|%|kans op vallen|probability|likelihood/i)
      for (const line of words) expect(line).toBe(line.trimEnd())
    })
  })

  test('every intervention is named, chosen or not', () => {
    holdsFor((_, explanation) => {
      const words = explainInWords(rules, explanation, 'en').join('\n')
      expect(rules.routing.interventions.filter(({ name }) => !words.includes(name.en))).toEqual([])
    })
  })
})
