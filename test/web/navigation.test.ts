// Who finds what in the navigation: few places, and the fall-risk test with a signal for exactly those who may record it.
import { describe, expect, test } from 'vitest'
import { mayOpenCase, whyNotAllowed } from '../../src/access/policy.ts'
import { Role } from '../../src/domain/role.ts'
import { navigationOf, screensToo } from '../../src/web/navigation.ts'

describe.each(Role.options)('%s', (role) => {
  const places = navigationOf(role).map(({ to }) => to)

  test('has at most six places', () => expect(places.length).toBeLessThanOrEqual(6))

  test('finds the page to put somebody forward only where that may be done, and its test only where it may be recorded', () => {
    if (!places.includes('/signal')) return expect(screensToo(role)).toBe(false)
    expect(mayOpenCase.has(role)).toBe(true)
    expect(screensToo(role)).toBe(whyNotAllowed('recordScreening', role) === null)
  })
})

test('a signaller has that page, and so has whoever works for a provider', () => {
  for (const role of ['signaller', 'welfareWorker', 'communitySportCoach', 'physiotherapist', 'districtNurse'] as const)
    expect(navigationOf(role).map(({ to }) => to)).toContain('/signal')
})
