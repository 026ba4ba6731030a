// Amstelland version 1: brings the parts of this folder together as one pathway.
import type { Pathway } from '../../../src/domain/pathway.ts'
import { rules } from './rules.ts'
import { defaultSettings, type Settings } from './settings.ts'

export function amstellandV1(settings: Settings = defaultSettings): Pathway {
  return {
    id: 'amstelland',
    version: 'v1',
    status: 'draft',
    title: { nl: 'Valpreventie Amstelland', en: 'Fall prevention Amstelland' },
    rules: rules(settings),
  }
}
