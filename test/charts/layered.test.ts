// The drawing of steps in rows: nothing overlaps, every line begins and ends at its step, and the same machine is drawn the same.
import { expect, test } from 'vitest'
import { pathwayVersions } from '../../pathways/versions.ts'
import { layered } from '../../src/charts/layered.ts'
import { diagramOf } from '../../src/domain/diagram.ts'

const sizes = { width: 196, height: 68, across: 14, down: 52 }
const { machines } = pathwayVersions.at(-1)!

test.each(Object.entries(machines))('the %s machine', (_, machine) => {
  const diagram = diagramOf(machine, 'nl')
  const steps = diagram.nodes.filter(({ kind, region }) => kind !== 'anyState' && region === diagram.nodes[0]!.region)
  const known = new Set(steps.map(({ id }) => id))
  const lines = diagram.edges.filter(({ from, to, stays }) => !stays && from !== to && known.has(from) && known.has(to))
  const once = [...new Map(lines.map((line) => [`${line.from} ${line.to}`, line])).values()]
  const drawn = layered(steps, once, sizes)
  expect(layered(steps, once, sizes)).toEqual(drawn)
  for (const one of drawn.steps) {
    expect(one.x - sizes.width / 2).toBeGreaterThanOrEqual(0)
    expect(one.x + sizes.width / 2).toBeLessThanOrEqual(drawn.width)
    const over = drawn.steps.filter((other) => other !== one && other.y === one.y && Math.abs(other.x - one.x) < sizes.width)
    expect(over).toEqual([])
  }
  const ofStep = new Map(drawn.steps.map((step) => [step.id, step]))
  for (const { from, to, path } of drawn.lines) {
    const numbers = path.match(/-?\d+(?:\.\d+)?/g)!.map(Number)
    expect(Math.abs(numbers[0]! - ofStep.get(from)!.x)).toBeLessThanOrEqual(sizes.width / 2)
    const last = numbers.at(-2)!
    if (path.includes('C')) expect(Math.abs(last - ofStep.get(to)!.x)).toBeLessThanOrEqual(sizes.width / 2)
  }
})
