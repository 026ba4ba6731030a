// Where a case stands is a sentence in every state: nobody reads a code, or nothing.
import { describe, expect, test } from 'vitest'
import { amstellandV1 } from '../../pathways/amstelland/v1/pathway.ts'

const { machines, situations } = amstellandV1()

describe('every state has its sentence, and every sentence its state', () => {
  test('of an assignment', () =>
    expect(Object.keys(situations.assignment).sort()).toEqual(Object.keys(machines.assignment.states).sort()))

  test('of a case, but for the intervention: there its assignment speaks', () => {
    const states = Object.keys(machines.case.states['progress']!.states).filter((state) => state !== 'intervention')
    expect(Object.keys(situations.progress).sort()).toEqual(states.sort())
  })

  const all = [...Object.values(situations.progress), situations.held, ...Object.values(situations.assignment)]
  test.each(all.flatMap(({ nl, en }) => [nl, en]))('%s', (sentence) => {
    expect(sentence).toMatch(/^[A-Z{].*[.]$/)
    // As many names are asked for as are given: one at most.
    expect(sentence.split('{}').length).toBeLessThanOrEqual(2)
  })
})
