// The two fonts, for pages that are not the application: the same files that the theme has.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { fontAddresses } from '../documents/fonts.ts'

const folder = join(import.meta.dirname, '..', 'web', 'theme', 'fonts')
const files = {
  [fontAddresses.sans]: 'source-sans-3-latin-wght-normal.woff2',
  [fontAddresses.plan]: 'atkinson-hyperlegible-next-latin-wght-normal.woff2',
}

export function fontFilesOn(app: FastifyInstance): void {
  for (const [address, file] of Object.entries(files))
    app.get(address, async (_, reply) =>
      // A month: a font changes hardly ever, and the page reads well without it.
      reply
        .headers({ 'cache-control': 'public, max-age=2592000' })
        .type('font/woff2')
        .send(await readFile(join(folder, file))),
    )
}
