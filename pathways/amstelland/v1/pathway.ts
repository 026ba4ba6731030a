// Amstelland version 1: brings the parts of this folder together as one pathway.
import type { Pathway } from '../../../src/domain/pathway.ts'
import { assignmentMachine } from './assignment-machine.ts'
import { caseMachine } from './case-machine.ts'
import { bandTables, chairStandReference } from './cut-offs.ts'
import { declineReasons } from './decline-reasons.ts'
import { factsFromAnswersTable } from './facts-from-answers.ts'
import { fallAnalysisWith } from './instruments/fall-analysis.ts'
import { minimisation } from './minimisation.ts'
import { rules } from './rules.ts'
import { defaultSettings, type Settings, settingRows } from './settings.ts'
import { situations } from './situations.ts'

export function amstellandV1(settings: Settings = defaultSettings): Pathway {
  return {
    id: 'amstelland',
    version: 'v1',
    status: 'draft',
    title: { nl: 'Valpreventie Amstelland', en: 'Fall prevention Amstelland' },
    settings,
    settingRows,
    rules: rules(settings),
    instrument: fallAnalysisWith(settings),
    factsFromAnswers: factsFromAnswersTable(settings),
    bands: bandTables,
    references: [chairStandReference],
    minimisation,
    declineReasons,
    situations,
    machines: { case: caseMachine, assignment: assignmentMachine },
    succeeds: null,
  }
}
