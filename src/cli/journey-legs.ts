// The legs of a journey: from the signal to each next stage, every leg with all the ones before it.
import type { SeedProfile } from '../../db/seed/profiles.ts'
import type { Journey } from './journey.ts'

export function signalled(journey: Journey): void {
  journey.signal()
}
export function screening(journey: Journey): void {
  signalled(journey)
  journey.pass(1, 9)
  journey.contact()
  journey.pass(1, 10)
  journey.beginScreening()
}
export function screened(journey: Journey): void {
  screening(journey)
  journey.pass(0, 6)
  journey.screen()
}
export function analysing(journey: Journey): void {
  screened(journey)
  journey.pass(5, 25)
  journey.beginAnalysis()
}
/** At a moderate level there is nothing to analyse; the decision comes at once. */
export function toDecide(journey: Journey, { level }: SeedProfile): void {
  if (level !== 'high') {
    screened(journey)
    return
  }
  analysing(journey)
  journey.answer(journey.answers())
  journey.pass(1, 8)
  journey.completeAnalysis()
}
export function decided(journey: Journey, profile: SeedProfile): void {
  toDecide(journey, profile)
  journey.pass(1, 8)
  journey.decide()
}
export function referred(journey: Journey, profile: SeedProfile): void {
  decided(journey, profile)
  journey.pass(0, 2)
  journey.send()
}
export function accepted(journey: Journey, profile: SeedProfile): void {
  referred(journey, profile)
  journey.pass(1, 3)
  journey.seen()
  journey.pass(1, 5)
  journey.accept()
}
export function planned(journey: Journey, profile: SeedProfile): void {
  accepted(journey, profile)
  journey.pass(1, 3)
  journey.plan(8)
}
export function active(journey: Journey, profile: SeedProfile): void {
  planned(journey, profile)
  journey.pass(8)
  // Whoever starts long after the decision is checked again; a course about concern needs no check.
  if (!journey.primary.code.startsWith('zicht')) journey.checkFlags()
  journey.start()
  journey.measure('tug', 14.2)
}
export function underWay(journey: Journey, profile: SeedProfile): void {
  active(journey, profile)
  journey.sessions(6)
}
export function ended(journey: Journey, profile: SeedProfile): void {
  underWay(journey, profile)
  journey.sessions(6)
  journey.diary(0)
  // In Balans has twenty-four meetings; of the others enough were held by now.
  journey.sessions(journey.primary.code.startsWith('inBalans') ? 11 : 4)
  journey.measure('tug', 11.6)
  journey.complete()
}
export function evaluating(journey: Journey, profile: SeedProfile): void {
  ended(journey, profile)
  journey.pass(2, 8)
  journey.report()
  journey.pass(1, 5)
  journey.beginEvaluation()
}
export function maintaining(journey: Journey, profile: SeedProfile): void {
  evaluating(journey, profile)
  journey.pass(1, 8)
  journey.evaluate()
}
