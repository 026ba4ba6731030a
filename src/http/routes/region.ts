// The region, as its coalition describes itself.
import { getRegion, Region } from '../../contract/region.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { callable, peopleToday, toldOf } from '../../engine/who.ts'
import { organisationsOf } from '../../store/organisations.ts'
import type { Serve } from '../serve.ts'

type Described = { readonly name?: string; readonly municipalities?: readonly { readonly code: string; readonly name: string }[] }

export function regionRoutesOn(serve: Serve, engine: Engine): void {
  serve(getRegion, async () => {
    const coalitions = (await organisationsOf(engine.store, 'coalition')).map(({ details }) => parsedFrom<Described>(details))
    const municipalities = coalitions.flatMap(({ municipalities: own = [] }) => own.map(({ code, name }) => ({ code, name })))
    const people = await peopleToday(engine)
    const told = toldOf(people, 'coordinator', {
      practiceId: '',
      providerId: null,
      offerId: null,
      holderId: null,
      referrerId: null,
    })
    const coordinator = told.accountId === null ? null : callable(people, told)
    return { body: Region.parse({ name: coalitions[0]?.name ?? '', coordinator, municipalities }) }
  })
}
