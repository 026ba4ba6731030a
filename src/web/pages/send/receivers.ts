// The receivers of what is about to be sent, with what each of them would read, word for word from the server.
import { useQuery } from '@tanstack/react-query'
import type { CaseFile } from '../../../contract/cases.ts'
import { getOrganisation } from '../../../contract/organisations.ts'
import { getReceiverView, previewReceiverView } from '../../../contract/receiver-views.ts'
import { call } from '../../api/call.ts'
import { useLanguage } from '../../text/language.tsx'
import type { Planned } from '../proposal/plan.ts'
import type { Views } from './sees.tsx'
import { domainOf } from './sending.ts'

export type ToSend = {
  readonly code: string
  readonly name: string
  readonly asked: string
  readonly kind: 'primary' | 'followUp'
  readonly planned: Planned | null
  /** Of an assignment that was decided on earlier. */
  readonly assignmentId: string | null
  readonly views: Views
  readonly domain: 'care' | 'social'
}

/** Decided on, not sent yet. */
export const proposedIn = (file: CaseFile) => file.assignments.filter(({ state }) => state.code === 'proposed')

export function useReceivers(file: CaseFile, assignments: readonly Planned[], goal: string) {
  const { language } = useLanguage()
  const { caseId } = file
  const proposed = proposedIn(file)
  const asked = [...proposed.map(({ assignmentId }) => assignmentId), ...assignments.map(({ offer }) => offer.offerId)]
  return useQuery({
    queryKey: ['receivers', caseId, file.seq, asked, goal, language],
    queryFn: async ({ signal }): Promise<ToSend[]> => {
      const stages = ['before', 'after'] as const
      const earlier = proposed.map(async ({ assignmentId, code, name, kind, providerId }): Promise<ToSend> => {
        const to = providerId === null ? null : await call(getOrganisation, { params: { organisationId: providerId }, signal })
        const params = { caseId, assignmentId }
        const [before, after] = await Promise.all(
          stages.map(async (stage) => (await call(getReceiverView, { params, query: { stage }, signal })).body.view),
        )
        return {
          code,
          name: to?.body.organisation.name ?? name,
          asked: name,
          kind,
          planned: null,
          assignmentId,
          ...seen(before!, after!),
        }
      })
      const now = assignments.map(async (planned): Promise<ToSend> => {
        const { code, name, kind, offer } = planned
        const [before, after] = await Promise.all(
          stages.map(async (stage) => {
            const body = { code, offerId: offer.offerId, stage, ...(goal.trim() === '' ? {} : { goal }) }
            return (await call(previewReceiverView, { params: { caseId }, body, signal })).body.view
          }),
        )
        const to = offer.organisation
        return { code, name: to, asked: name, kind, planned, assignmentId: null, ...seen(before!, after!) }
      })
      return Promise.all([...earlier, ...now])
    },
    refetchOnWindowFocus: false,
  })
}

const seen = (before: Views['before'], after: Views['after']): Pick<ToSend, 'views' | 'domain'> => ({
  views: { before, after },
  domain: domainOf(after),
})
