// Every pathway version that can still have open cases, the newest of each pathway last.
import type { Pathway } from '../src/domain/pathway.ts'
import { amstellandV1 } from './amstelland/v1/pathway.ts'

export const pathwayVersions: readonly Pathway[] = [amstellandV1()]
