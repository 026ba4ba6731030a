// Every operation of the HTTP interface.
import * as answers from './answers.ts'
import * as cases from './cases.ts'
import { commandOperations } from './command-operations.ts'
import * as demo from './demo.ts'
import type { Operation } from './operation.ts'
import * as pathways from './pathways.ts'
import * as people from './people.ts'
import * as system from './system.ts'
import * as worklists from './worklists.ts'

export const operations: readonly Operation[] = [
  people.listPeople,
  people.addPerson,
  people.getPerson,
  people.changePerson,
  people.getAccessLog,
  cases.openCase,
  cases.reopenCase,
  cases.getCase,
  cases.getEvents,
  cases.getDeadlines,
  cases.getExplanation,
  cases.getAssignment,
  ...commandOperations,
  answers.getAnswers,
  answers.putAnswer,
  answers.chooseAnswer,
  answers.noFindings,
  answers.undoNoFindings,
  worklists.getWorklist,
  pathways.listPathways,
  pathways.getPathway,
  pathways.getPathwayData,
  pathways.getTable,
  pathways.getMachine,
  pathways.assess,
  demo.listDemoAccounts,
  system.getDemoClock,
  system.forwardDemoClock,
  system.live,
  system.ready,
  system.openApi,
]
