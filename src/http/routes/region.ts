// The region, as its coalition describes itself.
import { getRegion, Region } from '../../contract/region.ts'
import { parsedFrom } from '../../engine/bytes.ts'
import type { Engine } from '../../engine/engine.ts'
import { organisationsOf } from '../../store/organisations.ts'
import type { Serve } from '../serve.ts'

type Described = { readonly name?: string; readonly municipalities?: readonly { readonly code: string; readonly name: string }[] }

export function regionRoutesOn(serve: Serve, { store }: Engine): void {
  serve(getRegion, async () => {
    const coalitions = (await organisationsOf(store, 'coalition')).map(({ details }) => parsedFrom<Described>(details))
    const municipalities = coalitions.flatMap(({ municipalities: own = [] }) => own.map(({ code, name }) => ({ code, name })))
    return { body: Region.parse({ name: coalitions[0]?.name ?? '', municipalities }) }
  })
}
