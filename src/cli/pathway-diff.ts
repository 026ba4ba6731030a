// What changed between two versions of a pathway, place by place.
import { readFile } from 'node:fs/promises'
import { canonicalJson } from '../domain/canonical.ts'
import { differences, pathwayData } from '../domain/pathway-data.ts'
import { UsageError } from './command.ts'
import { versionsByName } from './pathway-check.ts'

export async function diffText(from: string, to: string): Promise<{ text: string; json: unknown }> {
  const found = differences(await dataOf(from), await dataOf(to))
  const lines = found.map(({ at, before, after }) => {
    if (before === undefined) return `+ ${at}: ${shown(after)}`
    return after === undefined ? `- ${at}: ${shown(before)}` : `~ ${at}: ${shown(before)} -> ${shown(after)}`
  })
  const verdict = found.length === 0 ? 'No differences.' : `${found.length} differences from ${from} to ${to}.`
  return { text: `${[...lines, verdict].join('\n')}\n`, json: found }
}

/** A version by its name, or the data in a file made by `pathway show --json`. */
async function dataOf(name: string): Promise<unknown> {
  const version = versionsByName().get(name)
  // Through JSON, so that a file and a loaded version compare alike: absent and undefined are one.
  if (version !== undefined) return JSON.parse(canonicalJson(pathwayData(version)))
  const text = await readFile(name, 'utf8').catch(() => {
    throw new UsageError(
      `${name} is neither a pathway version (${[...versionsByName().keys()].join(', ')}) nor a file that can be read`,
    )
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError({
      nl: `${name} is geen geldige JSON; maak het met: valpad pathway show --json`,
      en: `${name} is not valid JSON; make it with: valpad pathway show --json`,
    })
  }
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 197)}…` : text
}
