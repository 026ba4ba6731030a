// A case for who may see how it goes and not what is known of the older adult: the workflow without clinical content.
import type { Assignment, AssignmentFile, CaseEvent, CaseFile } from '../contract/cases.ts'

export const workflowOfCase = (file: CaseFile): CaseFile => ({
  ...file,
  content: 'workflow',
  facts: {},
  assessment: null,
  decision: null,
  warnings: [],
  falls: null,
  openFlags: [],
  assignments: file.assignments.map(workflowOf),
})

export const workflowOfAssignment = (file: AssignmentFile): AssignmentFile => ({ ...file, ...workflowOf(file) })

export const workflowOfEvent = (event: CaseEvent): CaseEvent => ({ ...event, story: [], fields: {}, record: {} })

const workflowOf = (assignment: Assignment): Assignment => ({ ...assignment, context: {} })
