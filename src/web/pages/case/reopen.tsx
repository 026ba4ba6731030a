// After closing: a new case for the same person, begun where the old one stands.
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { reopenCase } from '../../../contract/cases.ts'
import { call, newKey } from '../../api/call.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choices } from '../../ui/field.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

/** `age`: today, from the birth date. */
export function Reopen({ caseId, age }: { readonly caseId: string; readonly age: number | null }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [key] = useState(newKey)
  const [home, setHome] = useState<'yes' | 'no' | 'unknown' | null>(null)
  const [agrees, setAgrees] = useState<'yes' | 'no' | null>(null)
  const [tried, setTried] = useState(false)
  const faults = [home === null ? t.chooseHome : null, agrees === null ? t.chooseAgrees : null].filter((one) => one !== null)
  const send = useMutation({
    mutationFn: async () =>
      (
        await call(reopenCase, {
          params: { caseId },
          body: { age: age ?? 'unknown', livesAtHome: home ?? 'unknown', personAgrees: agrees === 'yes' },
          key,
        })
      ).body,
    onSuccess: (made) => void navigate({ to: '/cases/$caseId', params: { caseId: made.caseId } }),
  })
  return (
    <li>
      <Button look="main" expanded={open} onPress={() => setOpen(!open)}>
        {t.reopen}
      </Button>
      {open ? (
        <form
          className="panel act stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (faults.length === 0 && !send.isPending) send.mutate()
          }}
        >
          {tried ? <ErrorSummary title={t.correctFaults} errors={faults} /> : null}
          <Choices
            label={t.livesAtHome}
            name="home"
            error={tried && home === null ? t.chooseHome : undefined}
            value={home}
            onChange={setHome}
            options={[
              { value: 'yes', words: t.yes },
              { value: 'no', words: t.no },
              { value: 'unknown', words: t.unknown },
            ]}
          />
          <Choices
            label={t.agrees}
            name="agrees"
            error={tried && agrees === null ? t.chooseAgrees : undefined}
            value={agrees}
            onChange={setAgrees}
            options={[
              { value: 'yes', words: t.yes },
              { value: 'no', words: t.no },
            ]}
          />
          {send.error === null ? null : <WentWrong error={send.error} />}
          <p className="btns">
            <Button type="submit" busy={send.isPending && t.saving}>
              {t.reopen}
            </Button>
          </p>
        </form>
      ) : null}
    </li>
  )
}
