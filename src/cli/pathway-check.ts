// The static checks of pathway versions, as lines a person reads and as data.
import { createHash } from 'node:crypto'
import released from '../../pathways/released.json' with { type: 'json' }
import { sources } from '../../pathways/sources.ts'
import { pathwayVersions } from '../../pathways/versions.ts'
import type { Finding } from '../domain/check/finding.ts'
import { type CheckResult, checkPathway } from '../domain/check/pathway.ts'
import { checkReleased, fingerprintOf, versionOf } from '../domain/check/released.ts'
import { checkStateMaps } from '../domain/check/state-map.ts'
import type { Pathway } from '../domain/pathway.ts'
import { pathwayData } from '../domain/pathway-data.ts'
import { UsageError } from './command.ts'

export const versionsByName = (): ReadonlyMap<string, Pathway> =>
  new Map(pathwayVersions.map((pathway) => [versionOf(pathway), pathway]))

/** The version called `amstelland@v1`; throws a `UsageError` with the names there are. */
export function pathwayVersion(name: string): Pathway {
  const found = versionsByName().get(name)
  if (found === undefined)
    throw new UsageError(`There is no pathway version "${name}"; there is ${[...versionsByName().keys()].join(', ')}`)
  return found
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type CheckReport = { readonly text: string; readonly json: unknown; readonly sound: boolean }

export function checkText(pathways: readonly Pathway[]): CheckReport {
  const sourceIds = new Set(sources.map(({ id }) => id))
  const reports = pathways.map((pathway) => ({ pathway, results: checkPathway(pathway, sourceIds) }))
  const register: CheckResult[] = [
    { promise: 'released versions are unchanged', findings: checkReleased(pathwayVersions, released, sha256) },
    {
      promise: 'every state and deadline of an older version has its place in the next: nobody under way is forgotten',
      findings: checkStateMaps(pathwayVersions),
    },
  ]
  const findings = [...reports.flatMap(({ results }) => results), ...register].flatMap((result) => result.findings)
  const lines = reports.flatMap(({ pathway, results }) => [
    `${versionOf(pathway)} (${pathway.status}), fingerprint ${fingerprintOf(pathwayData(pathway), sha256)}`,
    ...results.flatMap(resultLines),
    '',
  ])
  const verdict = findings.length === 0 ? 'Sound: no findings.' : `${findings.length} findings.`
  return {
    text: [...lines, 'versions together', ...register.flatMap(resultLines), '', verdict, ''].join('\n'),
    json: { sound: findings.length === 0, findings },
    sound: findings.length === 0,
  }
}

const resultLines = ({ promise, findings }: CheckResult): string[] => [
  `  ${findings.length === 0 ? 'ok ' : 'NOT'} ${promise}`,
  ...findings.map(findingLine),
]

const findingLine = ({ check, at, problem }: Finding): string => `      ${check} at ${at}: ${problem}`
