// Who is who: the people of the chain, looked up, added and changed; and what whoever looks may do with the supply.
import * as z from 'zod'
import { whyNotSeeColleagues } from '../../access/arranging.ts'
import * as contract from '../../contract/contacts.ts'
import { supplyTag } from '../../contract/supply.ts'
import { getSupplyDesk } from '../../contract/supply-desk.ts'
import { isColleague, notColleagues } from '../../domain/role.ts'
import type { Engine } from '../../engine/engine.ts'
import { supplyDesk } from '../../engine/supply-desk-view.ts'
import { contactsSeen, seenBy } from '../../engine/supply-views.ts'
import { accountsPage, loadAccount } from '../../store/organisations.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { forbidden, notThere } from '../problems.ts'
import type { Serve } from '../serve.ts'
import { addedOn, changedOn, editedOf } from './supply-saved.ts'

export function contactRoutesOn(serve: Serve, engine: Engine): void {
  const { store } = engine

  serve(getSupplyDesk, async ({ actor, language }) => ({ body: await supplyDesk(seenBy(engine, language), actor) }))

  serve(contract.listContacts, async ({ actor, query, language }) => {
    const refusal = whyNotSeeColleagues(actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const from = placeOf(query.cursor, z.strictObject({ organisation: z.string().max(64), id: z.string().max(64) }))
    if ('trouble' in from) return from
    const seen = seenBy(engine, language)
    const { organisationId, area, show, limit } = query
    const filter = { organisationId, area, hereOn: show === 'present' ? seen.today : undefined, notRoles: notColleagues }
    const after = from.place === null ? null : { organisation_id: from.place.organisation, id: from.place.id }
    const rows = await accountsPage(store, filter, after, limit)
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : cursorOf({ organisation: last.organisation_id, id: last.id })
    return { body: { items: await contactsSeen(seen, rows), next } }
  })

  serve(contract.getContact, async ({ actor, params, language }) => {
    const refusal = whyNotSeeColleagues(actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const row = await loadAccount(store, params.accountId)
    if (row === null || !isColleague(row.role)) return { trouble: notThere }
    const [contact] = await contactsSeen(seenBy(engine, language), [row])
    return { body: contact, headers: { etag: supplyTag(row.id, row.version) } }
  })

  serve(contract.addContact, (asked) => addedOn(engine, asked, '/v1/contacts', { noun: 'account', body: asked.body }))

  serve(contract.changeContact, (asked) => {
    const edited = editedOf(asked.params.accountId, asked.ifMatch)
    return changedOn(engine, asked, '/v1/contacts', { noun: 'account', body: asked.body, edited })
  })
}
