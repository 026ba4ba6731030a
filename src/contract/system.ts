// The system itself: whether it lives, its own description, and the clock of a demonstration.
import * as z from 'zod'
import { instant, operation } from './operation.ts'

const Health = z.strictObject({ status: z.literal('ok') })

export const live = operation({
  operationId: 'live',
  method: 'GET',
  path: '/healthz/live',
  tag: 'system',
  access: 'open',
  words: { nl: 'Of dit proces leeft', en: 'Whether this process lives' },
  answer: Health,
})

export const ready = operation({
  operationId: 'ready',
  method: 'GET',
  path: '/healthz/ready',
  tag: 'system',
  access: 'open',
  words: { nl: 'Of de database antwoordt', en: 'Whether the database answers' },
  answer: Health,
})

export const openApi = operation({
  operationId: 'openApi',
  method: 'GET',
  path: '/v1/openapi.json',
  tag: 'system',
  access: 'open',
  words: { nl: 'Deze beschrijving', en: 'This description' },
  answer: z.record(z.string(), z.unknown()),
})

export const DemoTime = z.strictObject({ now: instant })
export const Forwarded = DemoTime.extend({ fired: z.int(), late: z.int() })

export const getDemoClock = operation({
  operationId: 'getDemoClock',
  method: 'GET',
  path: '/v1/demo/clock',
  tag: 'demo',
  access: 'loopback',
  words: { nl: 'Hoe laat het is op de demoklok', en: 'What time it is on the demo clock' },
  answer: DemoTime,
})

export const forwardDemoClock = operation({
  operationId: 'forwardDemoClock',
  method: 'POST',
  path: '/v1/demo/clock',
  tag: 'demo',
  access: 'loopback',
  words: {
    nl: 'De demoklok vooruitzetten; wat onderweg verloopt, gebeurt',
    en: 'Put the demo clock forward; what falls due on the way happens',
  },
  body: z.strictObject({ to: instant }),
  example: { to: '2027-03-12T09:00:00Z' },
  answer: Forwarded,
})
