// The desk of who is at the screen, and the status line that always says whether what was filled in has been saved.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useSession } from '../../session.ts'
import { say } from '../../status.ts'
import { useTexts } from '../../text/language.tsx'
import { type Desk, type DeskSnapshot, deskOf } from './desk.ts'
import { words } from './words.ts'

export function useDesk(): readonly [Desk, DeskSnapshot] {
  const desk = deskOf(useSession()?.accountId ?? '')
  const snapshot = useSyncExternalStore(desk.subscribe, desk.snapshot)
  useEffect(() => void desk.load(), [desk])
  return [desk, snapshot]
}

/** On every page of a provider: what waits is sent from wherever one is. */
export function DeskStatus() {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [, { waiting, failing, marks, keeping, sent, refused }] = useDesk()
  const lessons = waiting.filter(({ kind }) => kind === 'attendance').length
  const marked = Object.keys(marks).length
  const held = Object.keys(refused).length
  useEffect(() => {
    const parts = [
      waiting.length === 0 ? '' : failing ? t.waits(lessons, waiting.length - lessons) : t.saving,
      held === 0 ? '' : t.notTaken,
      marked === 0 || waiting.length > 0 ? '' : keeping > 0 ? t.saving : t.marked,
    ].filter((part) => part !== '')
    if (parts.length > 0) say(parts.join(' '))
    else if (sent !== null) say(sent.one.kind === 'attendance' ? t.saved(sent.one.number) : t.measureSaved)
  }, [t, waiting.length, failing, lessons, marked, keeping, sent, held])
  useEffect(() => {
    if (sent !== null && waiting.length === 0) void queries.invalidateQueries()
  }, [sent, waiting.length, queries])
  return null
}
