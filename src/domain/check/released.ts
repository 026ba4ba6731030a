// The guard on released versions: what was signed is never edited, only copied.
import { canonicalJson } from '../canonical.ts'
import type { Pathway } from '../pathway.ts'
import { type PathwayData, pathwayData } from '../pathway-data.ts'
import type { Finding } from './finding.ts'

/** Fingerprint of each released version by `id@version`. */
export type Released = { readonly [version: string]: string }

export type Fingerprint = (text: string) => string

export const versionOf = ({ id, version }: Pick<Pathway, 'id' | 'version'>): string => `${id}@${version}`

export const fingerprintOf = (data: PathwayData, fingerprint: Fingerprint): string => fingerprint(canonicalJson(data))

/** A released version must be in the register and unchanged; a version in the register must still be loaded. */
export function checkReleased(pathways: readonly Pathway[], released: Released, fingerprint: Fingerprint): Finding[] {
  const findings = pathways.flatMap((pathway): Finding[] => {
    const [at, check] = [versionOf(pathway), 'released']
    const signed = released[at]
    if (pathway.status === 'released' && signed === undefined)
      return [{ check, at, problem: 'Is called released, but has no fingerprint in the register' }]
    if (pathway.status === 'draft' && signed !== undefined)
      return [{ check, at, problem: 'Has a fingerprint in the register, but is called a draft' }]
    if (signed === undefined || fingerprintOf(pathwayData(pathway), fingerprint) === signed) return []
    return [{ check, at, problem: 'Was changed after its release. Copy it to a new version and change that' }]
  })
  const loaded = new Set(pathways.map(versionOf))
  const gone = Object.keys(released).filter((version) => !loaded.has(version))
  return [
    ...findings,
    ...gone.map((version) => ({
      check: 'released',
      at: version,
      problem: 'Was released and may still have open cases, but is not loaded any more',
    })),
  ]
}
