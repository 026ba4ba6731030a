// The offers for a case as the nurse sees them: best first, the gap where there is one, and what comes next best.
import type { CaseOffers, OfferMatch, ProposedHere } from '../contract/matching.ts'
import { dayOf } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import type { CaseState } from '../domain/case-state.ts'
import type { Match, Wishes } from '../domain/matching.ts'
import { rankingRules } from '../domain/matching-order.ts'
import { unmetReasonWords } from '../domain/unmet-need.ts'
import { wantedBy } from '../domain/wait-norm.ts'
import type { Language, Words } from '../domain/words.ts'
import { matchLine, type Shown } from '../readmodels/match-lines.ts'
import { loadPerson } from '../store/persons.ts'
import type { Engine } from './engine.ts'
import { type Looked, lookForCase } from './offers-for-case.ts'
import type { FoundCase } from './read-case.ts'
import { peopleNamed } from './supply-views.ts'
import { peopleToday, toldOf } from './who.ts'

/** So many of each alternative: enough to choose from. */
const mostOfNextBest = 3

/** `unknownCode`: not an intervention or a follow-up of the pathway of this case. */
export async function caseOffers(
  engine: Engine,
  { pathway, state }: FoundCase,
  asked: { readonly code: string | undefined; readonly wishes: Wishes; readonly language: Language },
): Promise<CaseOffers | 'unknownCode'> {
  const { language, wishes } = asked
  const proposed = proposedIn(state)
  const code = asked.code ?? proposed[0]
  if (code !== undefined && wantedBy(pathway, code) === null) return 'unknownCode'
  const person = await loadPerson(engine.store, state.personId)
  if (person === null) throw new Error(`Case ${state.id} has no person`)
  const all = await lookForCase(engine, pathway, state, person, [...proposed, ...(code === undefined ? [] : [code])], wishes)
  const looked = code === undefined ? undefined : all.get(code)
  const others = proposed.flatMap((one) => (one === code ? [] : (all.get(one) ?? []))).filter(isAlternativeTo(looked))
  // What fits in time comes first; else the order of the proposal.
  const inTime = others.filter(({ unmet }) => unmet === null)
  const nextBest = looked?.unmet === null ? [] : [...new Set([...inTime, ...others])].flatMap(bestOf)
  const shown = await shownFor(engine, language, person.practice_id, [
    ...(looked?.matches ?? []),
    ...nextBest.flatMap(({ matches }) => matches),
  ])
  const line = (match: Match): OfferMatch => matchLine(match, shown)
  const named = ({ wanted }: Pick<Looked, 'wanted'>) => ({ code: wanted.code, words: capitalised(wanted.name[language]) })
  return {
    caseId: state.id,
    lookedOn: shown.today,
    wanted: looked === undefined ? null : named(looked),
    words: summaryOf(looked)[language],
    norm: looked === undefined ? null : normOf(looked, language),
    order: rankingRules.map(({ id, words, source, status }) => ({
      code: id,
      words: capitalised(words[language]),
      source,
      status,
    })),
    offers: (looked?.matches ?? []).map(line),
    unmetNeed: looked === undefined ? null : unmetNeedOf(state.id, looked, language),
    nextBest: nextBest.map((one) => ({ ...named(one), offers: one.matches.map(line) })),
    proposed: hereOf(proposed, all, language),
  }
}

/** Of everything that is proposed: how much of it there is in the person's municipality. */
export async function supplyOfProposal(
  engine: Engine,
  { pathway, state }: Pick<FoundCase, 'pathway' | 'state'>,
  language: Language,
): Promise<ProposedHere[]> {
  const proposed = proposedIn(state)
  const person = await loadPerson(engine.store, state.personId)
  if (person === null) throw new Error(`Case ${state.id} has no person`)
  return hereOf(proposed, await lookForCase(engine, pathway, state, person, proposed), language)
}

/** The first that is proposed comes first. */
const proposedIn = ({ assessment }: CaseState): string[] => [
  ...new Set([...(assessment?.primary ?? []), ...(assessment?.alternatives ?? []), ...(assessment?.followUps ?? [])]),
]

const hereOf = (proposed: readonly string[], all: ReadonlyMap<string, Looked>, language: Language): ProposedHere[] =>
  proposed
    .flatMap((code) => all.get(code) ?? [])
    .map(({ wanted, offersHere }) => ({
      code: wanted.code,
      words: capitalised(wanted.name[language]),
      offersHere,
      says: offersHereWords(offersHere)[language],
    }))

/** A follow-up is no alternative for an intervention. */
const isAlternativeTo =
  (looked: Looked | undefined) =>
  ({ wanted }: Looked): boolean =>
    looked !== undefined && (wanted.form === 'followUp') === (looked.wanted.form === 'followUp') && wanted.form !== 'followUp'

const bestOf = ({ wanted, matches }: Looked): Pick<Looked, 'wanted' | 'matches'>[] => {
  const fitting = matches.filter(({ fits }) => fits !== 'no').slice(0, mostOfNextBest)
  return fitting.length === 0 ? [] : [{ wanted, matches: fitting }]
}

async function shownFor(engine: Engine, language: Language, practiceId: string, matches: readonly Match[]): Promise<Shown> {
  const today = dayOf(engine.clock())
  const seen = { engine, language, today }
  const contacts = matches.flatMap(({ offer }) => [offer.contactId, offer.deputyId])
  const [persons, people] = await Promise.all([peopleNamed(seen, contacts), peopleToday(engine)])
  return {
    language,
    today,
    person: (id) => persons.get(id ?? '') ?? null,
    landsWith: ({ offer }) => {
      const work = {
        practiceId,
        providerId: offer.organisation.id,
        offerId: offer.offerId,
        holderId: offer.contactId,
        referrerId: null,
      }
      const { accountId, name } = toldOf(people, 'provider', work)
      return accountId === null ? null : { accountId, name }
    },
  }
}

const normOf = ({ norm }: Looked, language: Language): CaseOffers['norm'] => {
  const words = {
    nl: `De eerste bijeenkomst hoort binnen ${norm.days} dagen te zijn.`,
    en: `The first session should be within ${norm.days} days.`,
  }
  return { days: norm.days, words: words[language], source: norm.source, status: norm.status }
}

function unmetNeedOf(caseId: string, { unmet, wanted }: Looked, language: Language): CaseOffers['unmetNeed'] {
  if (unmet === null) return null
  const reason = unmetReasonWords[unmet.reason]
  const words = {
    nl: `Gat in het aanbod voor ${wanted.name.nl}: ${reason.nl}.`,
    en: `Gap in the supply of ${wanted.name.en}: ${reason.en}.`,
  }
  return {
    body: { code: unmet.code, reason: unmet.reason },
    words: words[language],
    weeks: unmet.weeks,
    href: `/v1/cases/${caseId}/unmet-needs`,
  }
}

function summaryOf(looked: Looked | undefined): Words {
  if (looked === undefined)
    return {
      nl: 'Er is nog niets voorgesteld. Leg eerst de valrisicotest vast, of kies een interventie.',
      en: 'Nothing is proposed yet. First record the screening, or choose an intervention.',
    }
  const { matches, unmet, wanted } = looked
  const name = { nl: capitalised(wanted.name.nl), en: capitalised(wanted.name.en) }
  if (unmet !== null) {
    const reason = unmetReasonWords[unmet.reason]
    return { nl: `${name.nl}: ${reason.nl}.`, en: `${name.en}: ${reason.en}.` }
  }
  const count = (fits: Match['fits']) => matches.filter((match) => match.fits === fits).length
  const [fitting, perhaps] = [count('yes'), count('toBeChecked')]
  return {
    nl: `${name.nl}: ${fitting} passend, ${perhaps} na te gaan, ${count('no')} niet passend.`,
    en: `${name.en}: ${fitting} that fit, ${perhaps} to be checked, ${count('no')} that do not fit.`,
  }
}

const offersHereWords = (count: number): Words =>
  count === 0
    ? { nl: 'Hiervan is er geen aanbod in deze gemeente.', en: 'There is no offer of this in this municipality.' }
    : {
        nl: count === 1 ? 'Hiervan is er 1 aanbod in deze gemeente.' : `Hiervan zijn er ${count} in deze gemeente.`,
        en:
          count === 1
            ? 'There is 1 offer of this in this municipality.'
            : `There are ${count} offers of this in this municipality.`,
      }
