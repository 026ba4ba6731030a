// HSDS documents checked against our own description of them, and ids as the server makes them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/hsds-schema/services.json'), 'utf8'))
const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

/** Every place where a page of services is not as it must be. */
export function hsdsFaults(page: unknown): string[] {
  validate(page)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
