// PDF: a document set by Typst inside this process. Tagged, with title and language; the same document gives the same bytes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler'
import { loadFonts } from '@myriaddreamin/typst.ts/options.init'
import type { PaperDocument } from '../contract/documents.ts'
import { typstOf } from './as-typst.ts'

const { resolve } = createRequire(import.meta.url)

const fonts = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
]

/** Begun by the first document that is asked for: most processes print nothing. */
let begun: Promise<TypstCompiler> | null = null
/** One at a time: the compiler has one set of sources. */
let last: Promise<unknown> = Promise.resolve()

async function begin(): Promise<TypstCompiler> {
  const compiler = createTypstCompiler()
  const wasm = readFileSync(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
  const bytes = fonts.map((font) => new Uint8Array(readFileSync(resolve(font))))
  await compiler.init({
    getModule: () => ({ module_or_path: wasm }) as never, // as the newest generated code wants it; its types are older
    beforeBuild: [loadFonts(bytes, { assets: false })],
  })
  return compiler
}

export function pdfOf(document: PaperDocument): Promise<Uint8Array> {
  const next = last.then(() => set(document))
  last = next.catch(() => undefined)
  return next
}

/** What an older adult gets is one sheet of paper, both sides. */
const mostPages = 2

async function set(document: PaperDocument): Promise<Uint8Array> {
  const roomy = await compiled(typstOf(document))
  return document.reader === 'professional' || pagesOf(roomy) <= mostPages ? roomy : compiled(typstOf(document, true))
}

async function compiled(source: string): Promise<Uint8Array> {
  begun ??= begin()
  const compiler = await begun
  compiler.addSource('/main.typ', source)
  const { result, diagnostics } = await compiler.compile({ mainFilePath: '/main.typ', format: 1, diagnostics: 'unix' })
  if (result === undefined) throw new Error(`A document could not be set: ${JSON.stringify(diagnostics)}`)
  return withTitleShown(result)
}

const preferences = '/ViewerPreferences <<'
const titleFirst = ' /DisplayDocTitle true'

/**
 * A reader shows the title instead of the name of the file: the typesetter says so only of archives. What tells it stands in the last
 * object, so that nothing else moves; were it ever elsewhere, the file stays as it was.
 */
export function withTitleShown(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const place = text.lastIndexOf(preferences)
  const rest = text.slice(place)
  const [, table] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(rest) ?? []
  const isLast = rest.indexOf('endobj') === rest.lastIndexOf('endobj')
  if (place === -1 || table === undefined || !isLast) return pdf
  const moved = rest.replace(/(startxref\s+)\d+/, `$1${Number(table) + titleFirst.length}`)
  return Buffer.from(text.slice(0, place) + moved.replace(preferences, preferences + titleFirst), 'latin1')
}

/** The root of the pages says how many there are, and is never compressed. */
export const pagesOf = (pdf: Uint8Array): number => {
  const roots = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g)
  return Math.max(1, ...[...roots].map(([root]) => Number(/\/Count (\d+)/.exec(root)?.[1] ?? 1)))
}

export const pdfMediaType = 'application/pdf'
