// Every operation of the HTTP interface.
import * as absences from './absences.ts'
import * as answers from './answers.ts'
import * as caseHistory from './case-history.ts'
import * as cases from './cases.ts'
import { commandOperations } from './command-operations.ts'
import * as contacts from './contacts.ts'
import * as coordinatorDesk from './coordinator-desk.ts'
import * as courseRuns from './course-runs.ts'
import * as coverage from './coverage.ts'
import * as demo from './demo.ts'
import * as documents from './documents.ts'
import * as feedback from './feedback.ts'
import * as groups from './groups.ts'
import * as hsds from './hsds-operations.ts'
import * as inbox from './inbox.ts'
import * as links from './links.ts'
import * as locations from './locations.ts'
import * as matching from './matching.ts'
import * as messages from './messages.ts'
import * as offers from './offers.ts'
import type { Operation } from './operation.ts'
import * as organisations from './organisations.ts'
import * as orphans from './orphans.ts'
import * as outgoing from './outgoing.ts'
import * as pathways from './pathways.ts'
import * as people from './people.ts'
import * as receiverViews from './receiver-views.ts'
import * as region from './region.ts'
import * as signals from './signals.ts'
import * as supplyDesk from './supply-desk.ts'
import * as supplyLists from './supply-lists.ts'
import * as system from './system.ts'
import * as worklists from './worklists.ts'

export const operations: readonly Operation[] = [
  people.listPeople,
  people.findPeople,
  people.addPerson,
  people.getPerson,
  people.changePerson,
  people.getAccessLog,
  cases.openCase,
  cases.reopenCase,
  cases.getCase,
  signals.getSignal,
  cases.getEvents,
  cases.getDeadlines,
  caseHistory.getCaseWay,
  caseHistory.getMeasures,
  cases.getExplanation,
  cases.getAssignment,
  ...commandOperations,
  documents.getPlan,
  documents.makePlanCode,
  documents.getInvitation,
  documents.getLetter,
  documents.previewLetter,
  documents.getReport,
  receiverViews.getReceiverView,
  receiverViews.previewReceiverView,
  receiverViews.sendViewAgain,
  inbox.getInbox,
  inbox.getInboxAssignment,
  inbox.getAssignmentCalendar,
  outgoing.getOutgoing,
  outgoing.getSummary,
  feedback.listFeedback,
  feedback.readFeedback,
  answers.getAnswers,
  answers.putAnswer,
  answers.putNote,
  answers.chooseAnswer,
  answers.noFindings,
  answers.undoNoFindings,
  worklists.getWorklist,
  worklists.getStageCounts,
  worklists.getMenuCounts,
  organisations.listOrganisations,
  organisations.addOrganisation,
  organisations.getOrganisation,
  organisations.changeOrganisation,
  locations.listLocations,
  locations.addLocation,
  locations.getLocation,
  locations.changeLocation,
  offers.listOffers,
  offers.addOffer,
  offers.getOffer,
  offers.changeOffer,
  offers.confirmOffer,
  offers.getOfferHistory,
  courseRuns.listRuns,
  courseRuns.addRun,
  courseRuns.getRun,
  courseRuns.changeRun,
  contacts.listContacts,
  contacts.addContact,
  contacts.getContact,
  contacts.changeContact,
  supplyDesk.getSupplyDesk,
  supplyLists.previewSupplyList,
  supplyLists.importSupplyList,
  supplyLists.getSupplyList,
  hsds.getHsdsBase,
  hsds.listHsdsServices,
  hsds.getHsdsService,
  hsds.listHsdsOrganisations,
  matching.getCaseOffers,
  matching.reportUnmetNeed,
  coverage.getCoverage,
  coverage.listUnmetNeeds,
  coordinatorDesk.getCoordinatorDesk,
  coordinatorDesk.lookAtGaps,
  groups.listGroups,
  groups.getGroup,
  groups.getAttendanceList,
  groups.recordAttendance,
  links.getLink,
  links.actOnLink,
  messages.listDeliveries,
  messages.resendDelivery,
  messages.listWebhooks,
  messages.addWebhook,
  messages.changeWebhook,
  messages.getRunCalendar,
  pathways.listPathways,
  pathways.getPathway,
  pathways.getPathwayData,
  pathways.getTable,
  pathways.getMachine,
  pathways.assess,
  region.getRegion,
  demo.listDemoAccounts,
  absences.listAbsences,
  absences.planAbsence,
  absences.getAbsence,
  absences.changeAbsence,
  absences.cancelAbsence,
  absences.acknowledgeAbsence,
  absences.leaveContact,
  absences.reassignContact,
  orphans.getOrphans,
  system.getDemoClock,
  system.forwardDemoClock,
  system.live,
  system.ready,
  system.openApi,
]
