// The configuration and the database as commands meet them: what is wrong ends the command, in words.
import { existsSync } from 'node:fs'
import { migrations } from '../../db/migrations.ts'
import { type Config, faultLine, masked, readConfig } from '../config.ts'
import type { Language, Words } from '../domain/words.ts'
import { openReadOnly, openStore } from '../store/open.ts'
import { type Reader, type Store, StoreInUse } from '../store/store.ts'
import { UsageError } from './command.ts'

/** What the environment says, with a file `.env` in the working folder where there is one. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

export function configFor(language: Language): Config {
  const read = readConfig(environment())
  if (read.ok) return read.config
  const lead = { nl: 'De instellingen kloppen niet:', en: 'The configuration is not right:' }[language]
  throw new UsageError([lead, ...read.faults.map((fault) => `  ${faultLine(fault, language)}`)].join('\n'))
}

/** Opens for writing, brings the tables up to date, and closes when `work` is done. */
export async function withStore<T>(
  config: Config,
  language: Language,
  work: (store: Store) => Promise<T>,
  inUse?: (where: string) => Words,
): Promise<T> {
  const store = await openForWriting(config, language, inUse)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** `inUse`: what to do about a server that has the database, where that is more than stopping it. */
export async function openForWriting(config: Config, language: Language, inUse?: (where: string) => Words): Promise<Store> {
  try {
    return await openStore(config.databaseUrl, { migrations })
  } catch (error) {
    if (error instanceof StoreInUse && inUse !== undefined) throw new UsageError(inUse(masked(config.databaseUrl))[language])
    throw inWords(error, config, language)
  }
}

/** Only reads; also beside a running server. */
export async function withReader<T>(config: Config, language: Language, work: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = await openForReading(config, language)
  try {
    return await work(reader)
  } finally {
    await reader.close()
  }
}

async function openForReading(config: Config, language: Language): Promise<Reader> {
  try {
    const reader = await openReadOnly(config.databaseUrl)
    await reader.read(reader.build.selectFrom('care_case').select('id').limit(1).compile())
    return reader
  } catch (error) {
    throw inWords(error, config, language)
  }
}

/** What went wrong with the database, for who has to mend it; what is nobody's to mend stays the exception it was. */
export function inWords(error: unknown, config: Config, language: Language): unknown {
  if (!(error instanceof Error)) return error
  const where = masked(config.databaseUrl)
  const say = (nl: string, en: string) => new UsageError({ nl, en }[language])
  if (error instanceof StoreInUse) {
    const holder = /^Process (\d+)/.exec(error.message)
    return say(
      `De database ${where} is in gebruik door ${holder?.[1] === undefined ? 'een ander proces' : `proces ${holder[1]}`}. Stop dat eerst.`,
      `The database ${where} is in use by another process (${error.message}). Stop that first.`,
    )
  }
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_CANTOPEN' || /directory does not exist/.test(error.message) || code === '3D000')
    return say(
      `Er is geen database ${where}. Maak er een: valpad migrate`,
      `There is no database ${where}. Make one: valpad migrate`,
    )
  if (code === '42P01' || /no such table/.test(error.message))
    return say(
      `De database ${where} is nog leeg. Begin met: valpad migrate`,
      `The database ${where} is still empty. Begin with: valpad migrate`,
    )
  if (code === 'SQLITE_NOTADB') return say(`${where} is geen database van Valpad.`, `${where} is no database of Valpad.`)
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000'].includes(code) || error.message.includes('timeout expired'))
    return say(
      `De database ${where} is niet te bereiken (${error.message || code}).`,
      `The database ${where} cannot be reached (${error.message || code}).`,
    )
  if (/newer version/.test(error.message))
    return say(
      `De database ${where} is gemaakt door een nieuwere versie van Valpad.`,
      `The database ${where} was made by a newer version of Valpad.`,
    )
  return error
}
