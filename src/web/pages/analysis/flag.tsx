// A red flag: in red at once, with whom to call and what was done about it, one key each. It never stops the rest of the analysis.
import { useMutation, useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import type { CaseFile } from '../../../contract/cases.ts'
import { listContacts } from '../../../contract/contacts.ts'
import { type ActedOnFlag, actedOnFlag } from '../../../domain/commands.ts'
import type { RedFlag } from '../../../domain/red-flags.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, KeyCap } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { WentWrong } from '../../ui/states.tsx'
import type { Report } from './flag-reports.ts'
import { focusBack } from './focus.ts'
import { words } from './words.ts'

type FlagProps = {
  readonly file: CaseFile
  readonly practiceId: string
  readonly sex: string
  readonly flag: RedFlag
  /** Undefined: nobody has said what was done about it; null: not known yet. */
  readonly report: Report | undefined | null
  readonly onReported: () => void
}

export function Flag({ file, practiceId, sex, flag, report, onReported }: FlagProps) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const contacts = useQuery({
    queryKey: ['contacts', practiceId],
    queryFn: async ({ signal }) =>
      (await call(listContacts, { query: { organisationId: practiceId, limit: 100 }, signal })).body.items,
    staleTime: 300_000,
  })
  const doctor = contacts.data?.find(({ contact }) => contact.role === 'generalPractitioner')?.contact
  const urgency = flag.urgency as keyof typeof t.flagTitle
  return (
    <div className="flag" role="alert">
      <h3>
        <Icon name="flag" />
        {t.flagTitle[urgency] ?? t.flagTitle.U2}
      </h3>
      <div className="body">
        <p>{sentence(flag.words[language])}</p>
        {doctor?.phone === undefined ? null : (
          <p className="row-of tight">
            <Icon name="phone" />
            <a className="tel" href={`tel:${doctor.phone.replaceAll(/[^\d+]/g, '')}`}>
              {doctor.phone}
            </a>
            <span className="small mute">{doctor.name}</span>
          </p>
        )}
        {report === null ? null : report === undefined ? (
          <Choices caseId={file.caseId} flag={flag.id} sex={sex} onReported={onReported} />
        ) : (
          <Reported file={file} flag={flag} report={report} sex={sex} />
        )}
        <p className="small mute">{flag.effect === 'task' ? t.flagGoesOn : t.flagHow}</p>
      </div>
    </div>
  )
}

/** What was done: one press reports it, and what follows from it the server says. */
function Choices({
  caseId,
  flag,
  sex,
  onReported,
}: Pick<FlagProps, 'sex' | 'onReported'> & { readonly caseId: string; readonly flag: string }) {
  const t = useTexts(words)
  const report = useMutation({
    mutationFn: ({ key, acted }: { key: string; acted: ActedOnFlag }) =>
      give({ caseId, type: 'raiseRedFlag', payload: { flag, acted }, key }),
    onSuccess: onReported,
  })
  const choose = (acted: ActedOnFlag): void => {
    if (report.isPending || report.isSuccess) return
    report.mutate({ key: newKey(), acted })
    focusBack()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const acted = actedOnFlag[Number(event.key) - 1]
    if (event.key === 'Escape') focusBack()
    if (acted === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    choose(acted)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold its legend on one line with the key that leads here
    <div className="did" role="group" aria-label={`${t.flagDid} ${flag}`} onKeyDown={onKeyDown} data-did={flag}>
      <p className="spread">
        <strong>{t.flagDid}</strong> <KeyCap keys="V" />
      </p>
      {actedOnFlag.map((acted, index) => (
        <Button
          key={acted}
          small
          shortcut={String(index + 1)}
          onPress={() => choose(acted)}
          busy={report.isPending && report.variables.acted === acted ? t.saving : false}
        >
          {t.acted(acted, sex)}
        </Button>
      ))}
      {report.error === null ? null : <WentWrong error={report.error} />}
    </div>
  )
}

/** Whose step it is now, and by when. */
function Reported({ file, flag, report, sex }: Pick<FlagProps, 'file' | 'flag' | 'sex'> & { readonly report: Report }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  if (report.releasedOn !== null)
    return (
      <p className="yes">
        <Icon name="tick" />
        <strong>{t.flagReleased(shortDate(report.releasedOn, language))}</strong>
      </p>
    )
  const next = file.deadlines.filter(({ subject, owner }) => subject === 'case' && owner.code === 'generalPractitioner')
  return (
    <>
      <p className="yes">
        <Icon name="tick" />
        <strong>{report.acted === null ? t.flagReported : t.acted(report.acted, sex)}</strong>
      </p>
      {report.acted === 'gpNotReached' && flag.effect === 'stop' ? <p>{t.flagUnreached}</p> : null}
      {next.map(({ id, awaited, dueOn, owner }) => (
        <p key={id}>
          {sentence(awaited)}: <strong>{t.flagBy(shortDate(dueOn, language))}</strong>
          {owner.name === '' ? '' : `, ${owner.name}`}
        </p>
      ))}
    </>
  )
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
