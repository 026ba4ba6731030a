// A sparkline shows time to the right and more as higher, and stays inside its own box.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sparkline } from '../../src/charts/sparkline.ts'

test('first and last stand at the edges, the most on top', () => {
  const points = [
    { at: 0, value: 10 },
    { at: 5, value: 20 },
    { at: 10, value: 15 },
  ]
  expect(sparkline(points, 100, 40, 4)).toEqual({
    path: 'M4 36L50 4L96 20',
    dots: [
      { x: 4, y: 36 },
      { x: 50, y: 4 },
      { x: 96, y: 20 },
    ],
  })
})

test('one value, or the same value twice, lies in the middle', () => {
  expect(sparkline([{ at: 7, value: 3 }], 100, 40, 4).dots).toEqual([{ x: 50, y: 20 }])
})

test('no point leaves the box', () => {
  const point = fc.record({ at: fc.integer({ min: 0, max: 1e6 }), value: fc.double({ min: 0, max: 300, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
      for (const { x, y } of sparkline(points, 96, 28, 4).dots) {
        expect(x >= 4 && x <= 92).toBe(true)
        expect(y >= 4 && y <= 24).toBe(true)
      }
    }),
  )
})
