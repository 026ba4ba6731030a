// What a row of a transition table expects of one step, written as a short text.
import { expect } from 'vitest'
import type { Effect, Step } from '../../src/domain/advance.ts'
import type { Result } from '../../src/domain/result.ts'

/** The name of each effect, and `name:value` for each of its parameters. */
export const effectNames = (effects: readonly Effect[]): string[] =>
  effects.flatMap(({ type, params }) => [type, ...Object.values(params ?? {}).map((value) => `${type}:${value}`)])

/**
 * `refused` (or `refused:code`), else the state it leads to, then effects it names; `!effect` must not be named. A state of a case is its
 * progress, with `/held` or `/clear` behind it where safety matters.
 */
export function expectOutcome(result: Result<Step>, outcome: string) {
  const [place = '', ...effects] = outcome.split(' ')
  const [refused, code = 'conditionNotMet'] = place.split(':')
  if (refused === 'refused') {
    expect(result.ok ? result.value.position.value : result.refusal.code).toBe(code)
    if (!result.ok) expect(result.refusal.words.nl).not.toBe(result.refusal.words.en)
    return
  }
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.words.en}`)
  const { value } = result.value.position
  const [progress, safety] = place.split('/')
  if (typeof value === 'string') expect(value).toBe(place)
  else expect(value).toMatchObject(safety === undefined ? { progress } : { progress, safety })
  const named = effectNames(result.value.effects)
  for (const effect of effects) {
    if (effect.startsWith('!')) expect(named).not.toContain(effect.slice(1))
    else expect(named).toContain(effect)
  }
}
