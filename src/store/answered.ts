// What was sent to a provider in some days, and when each was answered.
import type { Reader } from './store.ts'

export type AnsweredRow = { readonly sent_on: string | null; readonly answered_on: string | null }

export const answeredBetween = (reader: Reader, providerId: string, from: string, until: string): Promise<AnsweredRow[]> =>
  reader.read(
    reader.build
      .selectFrom('assignment')
      .leftJoin('case_event', (join) =>
        join
          .onRef('case_event.case_id', '=', 'assignment.case_id')
          .onRef('case_event.subject', '=', 'assignment.id')
          .on('case_event.type', 'in', ['assignmentAccepted', 'assignmentDeclined', 'assignmentWaitlisted']),
      )
      .select(({ fn }) => ['assignment.sent_on', fn.min<string | null>('case_event.occurred_on').as('answered_on')])
      .where('assignment.provider_id', '=', providerId)
      .where('assignment.sent_on', '>=', from)
      .where('assignment.sent_on', '<=', until)
      // Prepared only, or withdrawn before anybody answered: that is nobody's slowness.
      .where('assignment.state', 'not in', ['proposed', 'withdrawn'])
      .groupBy(['assignment.id', 'assignment.sent_on'])
      .compile(),
  )
