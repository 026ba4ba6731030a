// The sending on this screen: begun once, gone on with after a refusal or a lost connection, and forgotten when all of it is sent.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { forgetChoices } from '../proposal/choices.ts'
import { isDone, keepSending, type Sending, send } from './sending.ts'

export type UseSending = {
  /** Null: not begun. */
  readonly sending: Sending | null
  readonly busy: boolean
  readonly error: unknown
  readonly run: (what: Sending) => void
  /** Goes on with what is found out first. */
  readonly retry: (found: () => Promise<Sending>) => void
}

export function useSending(caseId: string, before: Sending | null): UseSending {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sending, setSending] = useState(before)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (what: Sending): Promise<void> => {
    setBusy(true)
    setError(null)
    setSending(what)
    try {
      const after = await send(caseId, what, setSending)
      if (!after.groups.every(isDone)) return
      await forgetChoices(caseId)
      await keepSending(caseId, null)
      await queries.invalidateQueries()
      await navigate({ to: '/cases/$caseId/done', params: { caseId } })
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  return { sending, busy, error, run: (what) => void run(what), retry: (found) => void found().then(run, setError) }
}
