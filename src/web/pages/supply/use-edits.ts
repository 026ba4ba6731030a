// Edits in the list: one cell at a time, at once with the server; the last can be undone, and who was first is named.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeOffer, confirmOffer, getOffer, type Offer } from '../../../contract/offers.ts'
import { supplyTag } from '../../../contract/supply.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { say } from '../../status.ts'
import { clockTime } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { bodyWith, type Editable, typedOf } from './cells.ts'
import { words } from './words.ts'

export type Told =
  | { readonly is: 'fault'; readonly offerId: string; readonly column: Editable; readonly words: string }
  | { readonly is: 'done'; readonly words: string }
  | { readonly is: 'failed'; readonly error: unknown }
  | {
      readonly is: 'conflict'
      readonly offer: Offer
      readonly column: Editable
      readonly typed: string
      readonly theirs: string
      readonly since: readonly string[]
    }

type Last = { readonly offerId: string; readonly column: Editable; readonly before: string }

export type Edits = {
  readonly told: Told | null
  readonly busy: boolean
  readonly canUndo: boolean
  /** True when the cell can be left: saved, or somebody has to choose first. */
  readonly save: (offer: Offer, column: Editable, typed: string) => Promise<boolean>
  /** One value for each of these offers, one after the other; stops at the first that is not taken. */
  readonly fill: (offers: readonly Offer[], column: Editable, typed: readonly string[]) => Promise<void>
  readonly confirm: (offer: Offer) => Promise<void>
  readonly undo: () => Promise<void>
  readonly tell: (told: Told | null) => void
}

export function useEdits(offers: readonly Offer[]): Edits {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [told, tell] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  // Newest last: each can be undone in turn.
  const [done, setDone] = useState<readonly Last[]>([])
  const last = done.at(-1) ?? null

  const asking = async (act: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    say(t.saving)
    try {
      const done = await act()
      say(done ? t.saved(clockTime(new Date(), language)) : t.notSaved)
      return done
    } catch (error) {
      say(t.notSaved)
      tell({ is: 'failed', error })
      return false
    } finally {
      setBusy(false)
    }
  }
  const put = async (offer: Offer, column: Editable, typed: string): Promise<void> => {
    const body = bodyWith(offer, column, typed)
    if (body === null) throw new Error(`${column} was checked before`)
    await call(changeOffer, {
      params: { offerId: offer.offerId },
      body,
      key: newKey(),
      ifMatch: supplyTag(offer.offerId, offer.version),
    })
    await fresh(queries, offer.offerId)
  }
  const comma = language === 'nl'
  const shownAs = (typed: string): string => (typed === '' ? t.nothing : typed)

  const save = async (offer: Offer, column: Editable, typed: string): Promise<boolean> => {
    const before = typedOf(offer, column, comma)
    if (typed.trim() === before) {
      tell(null)
      return true
    }
    if (bodyWith(offer, column, typed) === null) {
      const fault = t.faults[column]
      tell({ is: 'fault', offerId: offer.offerId, column, words: typeof fault === 'string' ? fault : fault(typed) })
      return false
    }
    let left = false
    await asking(async () => {
      try {
        await put(offer, column, typed)
      } catch (error) {
        if (!isRefusal(error)) throw error
        const { problem } = error
        if (problem.status === 400) {
          const [first] = problem.errors
          tell({ is: 'fault', offerId: offer.offerId, column, words: first?.detail ?? problem.detail })
          return false
        }
        if (problem.status !== 412) throw error
        const newest = await fresh(queries, offer.offerId)
        left = true
        tell({
          is: 'conflict',
          offer: newest,
          column,
          typed,
          theirs: typedOf(newest, column, comma),
          since: problem.since ?? [],
        })
        return false
      }
      left = true
      setDone((all) => [...all, { offerId: offer.offerId, column, before }])
      tell({ is: 'done', words: t.changedTo(offer.offer.name, t.columns[column], shownAs(typed.trim())) })
      return true
    })
    return left
  }

  const fill = async (rows: readonly Offer[], column: Editable, values: readonly string[]): Promise<void> => {
    for (const [at, row] of rows.entries()) if (!(await save(row, column, values[at] ?? ''))) return
    tell({ is: 'done', words: t.filled(rows.length, t.columns[column]) })
  }

  const confirm = async (offer: Offer): Promise<void> => {
    await asking(async () => {
      await call(confirmOffer, {
        params: { offerId: offer.offerId },
        body: {},
        key: newKey(),
        ifMatch: supplyTag(offer.offerId, offer.version),
      })
      await fresh(queries, offer.offerId)
      tell({ is: 'done', words: t.confirmed(offer.offer.name) })
      return true
    })
  }

  const undo = async (): Promise<void> => {
    const offer = offers.find(({ offerId }) => offerId === last?.offerId)
    if (last === null || offer === undefined) return
    await asking(async () => {
      await put(offer, last.column, last.before)
      setDone((all) => all.slice(0, -1))
      tell({ is: 'done', words: t.undone(offer.offer.name, t.columns[last.column], shownAs(last.before)) })
      return true
    })
  }

  return { told, busy, canUndo: last !== null, save, fill, confirm, undo, tell }
}

/** The offer as it is now, in every list that shows it: rows keep their place until the list is asked for again. */
async function fresh(queries: QueryClient, offerId: string): Promise<Offer> {
  const offer = (await call(getOffer, { params: { offerId } })).body
  queries.setQueriesData<readonly Offer[]>({ queryKey: ['offers'] }, (items) =>
    items?.map((one) => (one.offerId === offerId ? offer : one)),
  )
  return offer
}
