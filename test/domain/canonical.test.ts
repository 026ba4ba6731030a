// Canonical JSON: one text for one value, and nothing quietly left out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical.ts'

test('fields are sorted at every depth, lists keep their order', () =>
  expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: true, B: 0.1 })).toBe('{"B":0.1,"a":true,"b":[{"c":null,"d":1},"x"]}'))

test('a field that is absent and one that is undefined are the same', () =>
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 })))

test('the text says what the value is, whatever the order of its fields', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).reverse()
    return Object.fromEntries(entries.map(([name, field]) => [name, turned(field)]))
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(turned(value))).toBe(text)
    }),
  )
})

test.each([
  { what: 'a function', value: { when: () => 1 } },
  { what: 'a hole in a list', value: [undefined] },
  { what: 'undefined itself', value: undefined },
  { what: 'NaN', value: { a: Number.NaN } },
  { what: 'infinity', value: [Number.POSITIVE_INFINITY] },
  { what: 'a date', value: { at: new Date(0) } },
  { what: 'a map', value: new Map([['a', 1]]) },
  { what: 'a whole number too large for JSON', value: 1n },
  { what: 'a symbol', value: Symbol('a') },
])('$what is refused', ({ value }) => expect(() => canonicalJson(value)).toThrow('JSON cannot hold'))
