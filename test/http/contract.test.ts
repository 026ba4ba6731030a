// The contract itself: every command has one route, and the description of the interface is whole and true.
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { commandOperations } from '../../src/contract/command-operations.ts'
import { planPage } from '../../src/contract/documents.ts'
import { linkPage } from '../../src/contract/links.ts'
import { openApiDocument } from '../../src/contract/openapi.ts'
import { operations } from '../../src/contract/operations.ts'
import { problemTitles } from '../../src/contract/problem.ts'
import { fontAddresses } from '../../src/documents/fonts.ts'
import { commandTypes } from '../../src/domain/commands.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { must, testApp } from '../support/test-app.ts'

const app = await testApp(await sqliteDatabase.open())

test('every command has exactly one route, and no two share one', () => {
  expect(commandOperations.map(({ command }) => command)).toEqual(commandTypes)
  const places = operations.map(({ method, path }) => `${method} ${path}`)
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
})

test.each(operations.map(({ path, operationId }) => [path, operationId] as const))(
  '%s is kebab-case under /v1 (%s)',
  (path, id) => {
    expect(path).toMatch(/^\/(?:v1|healthz)(?:\/(?:\{[a-z][A-Za-z]*\}|_?[a-z]+(?:-[a-z]+)*|openapi\.json|calendar\.ics))+$/)
    expect(id).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operations.filter(({ operationId }) => operationId === id)).toHaveLength(1)
  },
)

test('query keys are camelCase', () => {
  const keys = operations.flatMap(({ query }) => Object.keys((query as z.ZodObject).shape))
  expect(keys.filter((key) => !/^[a-z][A-Za-z]*$/.test(key))).toEqual([])
})

/** For people: a form in, HTML out, and the letters it is set in. */
const pages = [
  { method: 'GET', path: linkPage },
  { method: 'POST', path: linkPage },
  { method: 'GET', path: planPage },
  { method: 'POST', path: planPage },
  ...Object.values(fontAddresses).map((path) => ({ method: 'GET', path }) as const),
]

test('the app serves the operations of the contract, the pages of links and plans, and nothing else', async () => {
  await app.app.ready()
  const all = [...operations, ...pages]
  const served = all.filter(({ method, path }) => app.app.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }))
  expect(served).toHaveLength(all.length)
  const routes =
    app.app.printRoutes({ commonPrefix: false }).match(/\((?:GET|POST|PUT|HEAD|DELETE|PATCH|OPTIONS)(?:, \w+)*\)/g) ?? []
  expect(routes.flatMap((one) => one.split(','))).toHaveLength(all.length)
})

describe('OpenAPI', () => {
  type Document = { openapi: string; info: Named; paths: { [path: string]: { [method: string]: Named } }; components: Named }
  // biome-ignore lint/suspicious/noExplicitAny: the document is data to be looked through
  type Named = { [name: string]: any }
  const document = openApiDocument(operations) as unknown as Document
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

  test('is served to anybody, from any page', async () => {
    const answer = must(await app.ask('GET', '/v1/openapi.json', { role: null }), 200)
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.json).toEqual(JSON.parse(JSON.stringify(document)))
    expect(answer.json.info.version).toBe(answer.headers['api-version'])
  })

  test('is 3.1, says whom to ask, and names every operation', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.info['contact']).sort()).toEqual(['email', 'name', 'url'])
    expect(all).toHaveLength(operations.length)
    const ids = all.map(({ operation }) => operation['operationId'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(all)('$method $path is described', ({ path, method, operation }) => {
    expect(operation['summary']).toMatch(/^[A-ZÉ].+/)
    expect(operation['tags']).toHaveLength(1)
    const inPath = operation['parameters'].filter((one: Named) => one['in'] === 'path')
    expect(inPath.map(({ name }: Named) => `{${name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort())
    expect(inPath.every((one: Named) => one['required'] === true)).toBe(true)
    const names = operation['parameters'].map((one: Named) => `${one['in']} ${one['name']}`)
    expect(new Set(names).size).toBe(names.length)
    expect('requestBody' in operation).toBe(method !== 'get')
    const statuses = Object.keys(operation['responses'])
    expect(statuses).toContain('400')
    for (const status of statuses.filter((one) => Number(one) >= 400)) {
      expect(problemTitles[Number(status)]).toBeDefined()
      expect(Object.keys(operation['responses'][status].content)).toEqual(['application/problem+json'])
    }
    for (const response of Object.values(operation['responses']) as Named[])
      expect(response['headers']).toHaveProperty('API-Version')
  })

  test('every pointer inside it leads somewhere', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
    const at = (path: string) => path.split('/').reduce<unknown>((value, step) => (value as Named | undefined)?.[step], document)
    expect(pointers.length).toBeGreaterThan(100)
    expect([...new Set(pointers)].filter((path) => at(path) === undefined)).toEqual([])
  })

  test.each(operations.filter(({ body }) => body !== null))('the example of $operationId is right', ({ body, example }) => {
    expect(body!.safeParse(example).error?.issues).toBeUndefined()
  })
})
