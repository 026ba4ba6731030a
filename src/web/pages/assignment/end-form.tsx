// The end of an assignment and what is told back of it: one form, so that the referrer always hears how it went.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { assignmentTag } from '../../../contract/command-routes.ts'
import type { InboxAssignment } from '../../../contract/inbox.ts'
import { newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { say } from '../../status.ts'
import { plainNumber, shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { actOn, giveAct } from '../inbox/act.ts'
import { ActError } from '../inbox/first.tsx'
import { nameIn } from './about.tsx'
import { noOutcome, numberIn, OutcomeFields, outcomeFaults, outcomeText } from './outcome.tsx'
import { reportOn } from './report.ts'
import { words } from './words.ts'

type Way = 'complete' | 'stop' | 'report'

export function EndForm({ item, way, close }: { readonly item: InboxAssignment; readonly way: Way; readonly close: () => void }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState(() => noOutcome(item))
  /** As somebody wrote it; null as long as it is what was filled in. */
  const [written, setWritten] = useState<string | null>(null)
  const begun = reportOn(item, nameIn(item) ?? t.somebody, (day) => shortDate(day, language), t)
  const filled = outcomeText(item, outcome, (value) => plainNumber(value, language), t)
  const summary = written ?? `${begun}${filled === '' ? '' : `${filled} `}`
  const [tried, setTried] = useState(false)
  /** Each act has its own key, so that any can be repeated. */
  const [keys] = useState(() => ({ test: newKey(), end: newKey(), report: newKey() }))
  const faults = outcomeFaults(outcome)
  const send = useMutation({
    mutationFn: async () => {
      const told = way === 'stop' ? `${summary.trim()} ${t.text.stopped(reason.trim().replace(/\.$/, ''))}` : summary.trim()
      const { assignmentId, caseId, today } = item
      const value = numberIn(outcome.value)
      if (value !== null) {
        const payload = { measure: outcome.measure, value, measuredOn: today }
        await give({ caseId, type: 'recordMeasurement', payload, key: keys.test })
      }
      const ended =
        way === 'report'
          ? item.etag
          : await giveAct({
              ...actOn(item, way === 'stop' ? 'stopAssignmentEarly' : 'completeAssignment', way === 'stop' ? { reason } : {}),
              key: keys.end,
            }).then(({ assignments }) => assignmentTag(assignmentId, assignments[assignmentId]!.version))
      await giveAct({ ...actOn({ ...item, etag: ended }, 'reportAssignment', { summary: told }), key: keys.report })
    },
    onSuccess: () => {
      say(t.reported)
      close()
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const missing = [
    ...(way === 'stop' && reason.trim() === '' ? [t.stopReason] : []),
    ...(summary.trim() === '' ? [t.report] : []),
  ]
  const wrong = faults.map((one) => (one === 'value' ? `${t.test}: ${t.wrongNumber}` : `${t.rating}: ${t.wrongRating}`))
  const fault = (label: string): string | undefined => (tried && missing.includes(label) ? t.required : undefined)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing.length === 0 && faults.length === 0) send.mutate()
      }}
    >
      <ErrorSummary title={t.problems} errors={tried ? [...missing.map((label) => `${label}: ${t.required}`), ...wrong] : []} />
      {way === 'stop' ? (
        <TextField
          label={t.stopReason}
          error={fault(t.stopReason)}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      ) : null}
      <OutcomeFields item={item} outcome={outcome} faults={tried ? faults : []} onChange={setOutcome} />
      <Field label={t.reportTo(item.referrer.name)} hint={t.reportHint} error={fault(t.report)}>
        {({ id, describedBy, invalid }) => (
          <textarea
            className="area tall"
            id={id}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={summary}
            onChange={({ target }) => setWritten(target.value)}
          />
        )}
      </Field>
      {send.error === null ? null : <ActError error={send.error} assignmentId={item.assignmentId} again={() => send.mutate()} />}
      <p className="btns">
        <Button type="submit" look="main" busy={send.isPending ? t.busy : false}>
          {{ complete: t.sendComplete, stop: t.sendStop, report: t.sendReport }[way]}
        </Button>
        <Button look="quiet" onPress={close}>
          {t.cancel}
        </Button>
      </p>
    </form>
  )
}
