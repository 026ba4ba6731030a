// Finding a person by whatever is at hand.
import { expect, test } from 'vitest'
import type { PersonDetails } from '../../src/domain/person.ts'
import { isSought, soughtBy } from '../../src/domain/person-search.ts'

const zoe: PersonDetails = {
  name: 'Mw. Zoë Hoogeveen-van der Laan',
  birthDate: '1942-02-07',
  sex: 'F',
  street: 'Maanplein 12',
  postcode: '1421 AB',
}

test.each([
  ['her surname', 'hoogeveen', true],
  ['the second half of a double name', 'laan', true],
  ['the beginning of two names, without the accent', 'zo hoog', true],
  ['somebody else', 'hoogland', false],
  ['the birth date as people write it', '7-2-1942', true],
  ['the birth date as machines write it', '1942-02-07', true],
  ['another birth date', '7-2-1943', false],
  ['her postcode without a space', '1421ab', true],
  ['postcode and house number', '1421 AB 12', true],
  ['another house number that begins alike', '1421 AB 1', false],
  ['another postcode', '1431AB', false],
  ['signs alone', '(*[', false],
])('%s: %s', (_, typed, found) => {
  expect(isSought(soughtBy(typed), zoe)).toBe(found)
})
