// OpenAPI 3.1 drawn from the operations: nothing about a route is written down twice.
import * as z from 'zod'
import { capitalised } from '../domain/capitalised.ts'
import { apiVersion } from './api-version.ts'
import type { Operation } from './operation.ts'
import { Problem, problemTitles } from './problem.ts'

type Json = { readonly [name: string]: unknown }

/** Without the mark of its dialect: the document says that once. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest as Json
}

const headers: Json = {
  'API-Version': { schema: { type: 'string' }, description: 'De volledige versie van deze interface' },
}

const problemAnswer = (status: number): Json => ({
  description: problemTitles[status]?.nl ?? 'Dit ging niet',
  headers,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Which problems an operation can be answered with, beside the success. */
function problemsOf({ access, method, params, idempotencyKey, ifMatch, path, tag, bodyTypes }: Operation): number[] {
  const hasParams = Object.keys((params as z.ZodObject).shape ?? {}).length > 0
  return [
    400,
    ...(access === 'actor' ? [401, 403] : access === 'loopback' ? [403] : []),
    ...(hasParams || access === 'loopback' ? [404] : []),
    ...((method !== 'GET' && path !== '/v1/assessments') || tag === 'links' ? [409] : []),
    ...(ifMatch === null && !path.includes('answers') ? [] : [412]),
    ...(bodyTypes.length > 1 ? [413] : []),
    ...(ifMatch?.needed === 'required' ? [428] : []),
    ...(tag === 'links' ? [429] : []),
    500,
    ...(idempotencyKey || access === 'actor' ? [503, 507] : []),
  ]
}

function parametersOf({ params, query, idempotencyKey, ifMatch, conditional, access }: Operation): Json[] {
  const named = (schema: z.ZodType, place: 'path' | 'query'): Json[] => {
    const { properties = {}, required = [] } = jsonSchema(schema, 'output') as { properties?: Json; required?: string[] }
    return Object.entries(properties).map(([name, one]) => {
      const hasDefault = typeof one === 'object' && one !== null && 'default' in one
      return { name, in: place, required: place === 'path' || (required.includes(name) && !hasDefault), schema: one }
    })
  }
  const header = (name: string, required: boolean, description: string, pattern?: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', ...(pattern === undefined ? {} : { pattern }) },
  })
  return [
    ...named(params, 'path'),
    ...named(query, 'query'),
    ...(access === 'actor'
      ? [header('Valpad-Actor', true, 'Wie dit vraagt: een account. Alleen in ontwikkeling, en alleen op de eigen machine.')]
      : []),
    ...(idempotencyKey
      ? [header('Idempotency-Key', true, 'Door de vrager bedacht; een herhaling krijgt hetzelfde antwoord', '^[!-~]{1,200}$')]
      : []),
    ...(ifMatch === null ? [] : [header('If-Match', ifMatch.needed === 'required', `De versie die gezien is: ${ifMatch.shape}`)]),
    ...(conditional ? [header('If-None-Match', false, 'De versie die er al is; zonder verandering volgt 304')] : []),
    header('Accept-Language', false, 'nl of en'),
  ]
}

/** A file is described by its kind alone. */
const bodyContent = (body: z.ZodType, { bodyTypes, example }: Operation): Json =>
  Object.fromEntries(
    bodyTypes.map((type) => [
      type,
      type === 'application/json'
        ? { schema: jsonSchema(body, 'input'), example }
        : { schema: { type: 'string', contentMediaType: type } },
    ]),
  )

function operationObject(one: Operation): Json {
  const success = {
    description: one.words.nl,
    headers,
    content: Object.fromEntries(
      one.mediaTypes.map((type) => [
        type,
        { schema: type === 'application/json' && one.answer !== null ? jsonSchema(one.answer, 'output') : { type: 'string' } },
      ]),
    ),
  }
  return {
    operationId: one.operationId,
    tags: [one.tag],
    summary: capitalised(one.words.nl),
    description: capitalised(one.words.en),
    parameters: parametersOf(one),
    ...(one.body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: bodyContent(one.body, one),
          },
        }),
    responses: {
      [one.status]: success,
      ...(one.conditional ? { 304: { description: 'Niets veranderd', headers } } : {}),
      ...Object.fromEntries(problemsOf(one).map((status) => [status, problemAnswer(status)])),
    },
  }
}

export function openApiDocument(operations: readonly Operation[]): Json {
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const one of operations) {
    const methods = paths[one.path] ?? {}
    methods[one.method.toLowerCase()] = operationObject(one)
    paths[one.path] = methods
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Valpad',
      version: apiVersion,
      description:
        'Valpreventie van signaal tot evaluatie: zorgtrajecten met redenen. Fall prevention from signal to evaluation.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Valpad', url: 'https://valpad.example/contact', email: 'contact@valpad.example' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: { Problem: jsonSchema(Problem, 'output') } },
  }
}
