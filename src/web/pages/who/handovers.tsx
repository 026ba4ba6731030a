// What was handed over to who is looking and not acknowledged yet: the note, and one button.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Absence, acknowledgeAbsence } from '../../../contract/absences.ts'
import { call, newKey } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/page.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Handovers({
  absences,
  onDone,
}: {
  readonly absences: readonly Absence[]
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  const open = absences.filter(({ allowed }) => allowed.includes('acknowledge'))
  if (open.length === 0) return null
  return (
    <div className="before">
      <Part id="handovers" title={t.handovers} count={open.length} aside={t.handoversHow}>
        <ul>
          {open.map((absence) => (
            <Handover key={absence.absenceId} absence={absence} onDone={onDone} />
          ))}
        </ul>
      </Part>
    </div>
  )
}

function Handover({ absence, onDone }: { readonly absence: Absence; readonly onDone: (words: string) => void }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const { name, fromOn, untilOn, note } = absence
  const read = useMutation({
    mutationFn: (key: string) =>
      call(acknowledgeAbsence, { params: { absenceId: absence.absenceId }, body: {}, ifMatch: absence.etag, key }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['absences'] })
      onDone(t.acknowledged)
    },
  })
  const from = shortDate(fromOn, language)
  return (
    <li className="handover">
      <div>
        <p>
          <strong>{untilOn === null ? t.fromOpen(name, from) : t.from(name, from, shortDate(untilOn, language))}</strong>
        </p>
        <p className="text">{note}</p>
        {read.error === null ? null : <WentWrong error={read.error} />}
      </div>
      <Button
        small
        label={`${t.acknowledge}: ${name}`}
        onPress={() => read.mutate(newKey())}
        busy={read.isPending ? t.acknowledging : false}
      >
        {t.acknowledge}
      </Button>
    </li>
  )
}
