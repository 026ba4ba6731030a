// The demonstration: its people, for a screen on this machine to choose from.
import { type DemoAccount, listDemoAccounts } from '../../contract/demo.ts'
import { roleWords } from '../../domain/role.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { allAccounts, loadOrganisation } from '../../store/organisations.ts'
import type { DemoClock } from '../demo-clock.ts'
import { notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'

export function demoRoutesOn(serve: Serve, { store }: Engine, demoClock: DemoClock | null): void {
  serve(listDemoAccounts, async ({ language }) => {
    if (demoClock === null) return { trouble: notThere }
    const accounts = (await allAccounts(store)).filter(
      ({ active, login, role }) => active === 1 && login === 1 && role !== 'system',
    )
    const organisations = new Map(
      await Promise.all(
        [...new Set(accounts.map(({ organisation_id }) => organisation_id))].map(
          async (id) => [id, await loadOrganisation(store, id)] as const,
        ),
      ),
    )
    const items = accounts.map((account): DemoAccount => {
      const organisation = organisations.get(account.organisation_id)
      return {
        accountId: account.id,
        name: parsedFrom<{ name?: string }>(account.details).name ?? account.id,
        role: account.role,
        roleWords: roleWords[account.role][language],
        organisation: organisation == null ? '' : (parsedFrom<{ name?: string }>(organisation.details).name ?? organisation.id),
        organisationKind: organisation?.kind ?? 'provider',
      }
    })
    return { body: { items } }
  })
}
