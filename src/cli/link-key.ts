// The key that the tokens of links are made from: as configured, or kept in a file of its own, outside the database.
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import { UsageError } from './command.ts'

/** Whoever has the file and the database can make every link that is open: it is readable to its owner alone. */
export function linkKeyFor({ linkKey }: Pick<Config, 'linkKey'>): Uint8Array {
  if ('value' in linkKey) return Buffer.from(linkKey.value)
  const key = keptIn(linkKey.file)
  if (key.length < 32)
    throw new UsageError(
      `${linkKey.file} holds no key of at least 32 characters. Put it back, or remove it: links already sent end.`,
    )
  return Buffer.from(key)
}

function keptIn(path: string): string {
  try {
    return readKey(path) ?? makeKey(path)
  } catch (error) {
    throw new UsageError(`${path} cannot be read or made (${(error as NodeJS.ErrnoException).code}). Or set VALPAD_LINK_KEY.`)
  }
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written whole under another name first: nobody ever reads half a key. Of two processes at once, the key of the first counts. */
function makeKey(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')}\n`)
    fsyncSync(file)
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(file)
    rmSync(draft)
  }
  return readFileSync(path, 'utf8').trim()
}
