// Supply lists: looked at, taken over and sent out; and the same supply by the endpoints of HSDS.
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../access/actor.ts'
import type { HsdsService, HsdsServicesIn } from '../../contract/hsds.ts'
import { hsdsPage } from '../../contract/hsds.ts'
import * as hsds from '../../contract/hsds-operations.ts'
import * as contract from '../../contract/supply-lists.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { Engine } from '../../engine/engine.ts'
import { listInFormat, servicesOf } from '../../engine/list-formats.ts'
import { importList, type ListAsk, lookAtList, type NotLooked } from '../../engine/supply-lists.ts'
import { withFiles } from '../file-routes.ts'
import { faulty, forbidden, keyReused, notThere, refusedByRules, type Trouble } from '../problems.ts'
import type { SentFile } from '../sent-file.ts'
import { type Outcome, type Serve, serveOn } from '../serve.ts'
import { previewAnswer, takenAnswer } from './supply-list-answers.ts'

export function supplyListRoutesOn(app: FastifyInstance, serve: Serve, engine: Engine): void {
  withFiles(
    app,
    { types: contract.fileTypes, mostBytes: contract.mostListBytes, wrongType: faulty([notAList]), tooLarge },
    (scope) => listRoutesOn(serveOn(scope, engine), engine),
  )

  serve(contract.getSupplyList, async ({ actor, query: { format } }) => {
    const { body, mediaType, extension } = await listInFormat(engine, actor, format)
    const name = `valpad-aanbod-${dayOf(engine.clock())}.${extension}`
    return { body, mediaType, headers: { 'content-disposition': `attachment; filename="${name}"` } }
  })

  serve(hsds.getHsdsBase, async () => ({
    body: { version: '3.0', profile: 'https://docs.openreferral.org/en/3.0/', openapi_url: '/v1/openapi.json' },
  }))
  serve(hsds.listHsdsServices, async ({ actor, query: { page, perPage } }) => ({
    body: hsdsPage(await servicesOf(engine, actor), page, perPage),
  }))
  serve(hsds.getHsdsService, async ({ actor, params }) => {
    const services = await servicesOf(engine, actor)
    const found = services.find((service) => service.id === params.offerId || offerIdIn(service) === params.offerId)
    return found === undefined ? { trouble: notThere } : { body: found }
  })
  serve(hsds.listHsdsOrganisations, async ({ actor, query: { page, perPage } }) => {
    const organisations = (await servicesOf(engine, actor)).map(({ organization }) => organization)
    const once = new Map(organisations.map((one) => [one?.id, one]))
    return { body: hsdsPage([...once.values()], page, perPage) }
  })
}

const offerIdIn = ({ attributes }: HsdsService): string | null | undefined =>
  attributes?.find(({ label }) => label === 'offerId')?.value

function listRoutesOn(serve: Serve, engine: Engine): void {
  serve(contract.previewSupplyList, async ({ actor, body, file, query, language }) => {
    const looked = await lookAtList(engine, askOf(actor, body, file, query))
    return looked.is === 'looked' ? { body: previewAnswer(engine, looked, language) } : troubleOf(looked)
  })

  serve(contract.importSupplyList, async ({ actor, key, requestId, body, file, query, language }) => {
    const skipFaulty = query.skipFaulty === 'true'
    const done = await importList(engine, { ...askOf(actor, body, file, query), key, requestId, skipFaulty })
    switch (done.is) {
      case 'done':
        return {
          body: takenAnswer(engine, done.taken, language),
          headers: done.repeated ? { 'idempotent-replayed': 'true' } : {},
        }
      case 'refused':
        return { trouble: refusedByRules(done.refusal) }
      case 'keyReused':
        return { trouble: keyReused }
      default:
        return troubleOf(done)
    }
  })
}

type Reading = { readonly mapping?: string | undefined; readonly headers: 'yes' | 'no'; readonly sheet?: string | undefined }

const askOf = (actor: Actor, body: HsdsServicesIn, file: SentFile | null, { mapping, headers, sheet }: Reading): ListAsk => ({
  actor,
  source:
    file === null
      ? { is: 'services', services: body.contents }
      : { is: 'file', bytes: file.bytes, pasted: file.mediaType === 'text/tab-separated-values' },
  mapping: mapping ?? null,
  headers: headers === 'yes',
  sheet: sheet ?? null,
})

const troubleOf = (not: NotLooked): Outcome =>
  not.is === 'forbidden' ? { trouble: forbidden(not.refusal) } : { trouble: faulty([{ ...not.fault, in: 'body' }]) }

const notAList = {
  in: 'header',
  at: '/content-type',
  code: 'contentType',
  words: {
    nl: `Stuur de lijst zelf, als ${[...contract.fileTypes, 'application/json'].join(', ')}.`,
    en: `Send the list itself, as ${[...contract.fileTypes, 'application/json'].join(', ')}.`,
  },
} as const

const tooLarge: Trouble = {
  status: 413,
  code: 'tooLarge',
  words: {
    nl: 'Dit bestand is groter dan 10 MB. Stuur alleen de lijst, zonder afbeeldingen.',
    en: 'This file is larger than 10 MB. Send the list alone, without pictures.',
  },
}
