import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Each script and style also stands there compressed, so that a slow line carries a third of it and the server does nothing for that. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    const folder = join(dir!, 'assets')
    for (const file of readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name))) {
      const bytes = readFileSync(join(folder, file))
      writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
    }
  },
}

/** The component library speaks thirty languages, the application two: of the others no sentence is fetched. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load: (id) =>
    /\/react-(?:aria|aria-components|stately)\/.*\/intl\/(?:.*\/)?(?!nl-NL|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default {}'
      : null,
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), compressed, twoLanguages],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Nothing in the page itself: the content security policy refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // A file of its own, run before the schemas that it is for.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /no-code-from-text/ }] } } },
  },
  server: {
    proxy: { '/v1': 'http://127.0.0.1:8080', '/healthz': 'http://127.0.0.1:8080', '^/(?:l|p|fonts)/': 'http://127.0.0.1:8080' },
  },
})
