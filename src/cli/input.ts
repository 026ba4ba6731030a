// Input of commands: a file or standard input, within bounds, with words for everything that can go wrong.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Streams, UsageError } from './command.ts'

/** One object, or one line of a batch, may have this many bytes. A whole fall analysis in the vignette format has about one thousandth of it. */
export const mostBytes = 1_048_576

/** Bytes of FILE, or of standard input for `-` or nothing. Throws a `UsageError` when there is nothing to read from. */
export async function openInput(file: string | undefined, streams: Streams): Promise<AsyncIterable<Buffer>> {
  if (file === undefined || file === '-') {
    if (streams.stdin.isTTY)
      throw new UsageError({
        nl: 'Er is niets te lezen: noem een FILE, of geef de feiten via de standaardinvoer',
        en: 'Nothing to read: name a FILE, or pipe the facts into standard input',
      })
    return streams.stdin as AsyncIterable<Buffer>
  }
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}`)
  })
  if (found.isDirectory())
    throw new UsageError({
      nl: `${file} is niet te lezen: het is een map, geen bestand`,
      en: `Cannot read ${file}: it is a folder, not a file`,
    })
  return guarded(file)
}

async function* guarded(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error as NodeJS.ErrnoException)}`)
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'ENOTDIR':
      return 'part of the path is not a folder'
    case 'EACCES':
    case 'EPERM':
      return 'this user may not read it'
    default:
      return error.code ?? error.message
  }
}

/** The whole input as text; null when it is longer than `mostBytes`. */
export async function readAll(input: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    bytes += chunk.length
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  return withoutMark(Buffer.concat(chunks).toString('utf8'))
}

/** Text without the byte order mark that some editors put in front. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)
