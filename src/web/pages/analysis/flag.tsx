// A red flag: in red at once, with whom to call and one press that reports it. It never stops the rest of the analysis.
import { useMutation, useQuery } from '@tanstack/react-query'
import { listContacts } from '../../../contract/contacts.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Flag({
  caseId,
  practiceId,
  flag,
  says,
  reported,
  onReported,
}: {
  readonly caseId: string
  readonly practiceId: string
  readonly flag: string
  readonly says: string
  /** Open in the case: the GP knows. */
  readonly reported: boolean
  readonly onReported: () => void
}) {
  const t = useTexts(words)
  const contacts = useQuery({
    queryKey: ['contacts', practiceId],
    queryFn: async ({ signal }) =>
      (await call(listContacts, { query: { organisationId: practiceId, limit: 100 }, signal })).body.items,
    staleTime: 300_000,
  })
  const report = useMutation({
    mutationFn: (key: string) => give({ caseId, type: 'raiseRedFlag', payload: { flag }, key }),
    onSuccess: onReported,
  })
  const doctor = contacts.data?.find(({ contact }) => contact.role === 'generalPractitioner')?.contact
  const known = reported || report.isSuccess
  return (
    <div className="flag" role="alert">
      <h3>
        <Icon name="flag" />
        {t.callGp}
      </h3>
      <div className="body">
        <p>{says}</p>
        {doctor?.phone === undefined ? null : (
          <p className="row-of tight">
            <Icon name="phone" />
            <a className="tel" href={`tel:${doctor.phone.replaceAll(/[^\d+]/g, '')}`}>
              {doctor.phone}
            </a>
            <span className="small mute">{doctor.name}</span>
          </p>
        )}
        {known ? (
          <p className="yes">
            <Icon name="tick" />
            <strong>{t.flagReported}</strong>
          </p>
        ) : (
          <Button onPress={() => report.mutate(newKey())} busy={report.isPending ? t.saving : false}>
            {t.flagReport}
          </Button>
        )}
        {report.error === null ? null : <WentWrong error={report.error} />}
        <p className="small mute">{t.flagHow}</p>
      </div>
    </div>
  )
}
