// Offers for one older adult, the gaps in the supply, and the coverage of the region.
import * as z from 'zod'
import { whyNotSee } from '../../access/reading.ts'
import * as coverageContract from '../../contract/coverage.ts'
import * as contract from '../../contract/matching.ts'
import { addPeriod, dayOf, type IsoDate, startOf } from '../../domain/calendar.ts'
import type { Wishes } from '../../domain/matching.ts'
import { caseOffers } from '../../engine/case-offers.ts'
import { coverageSeen, unmetNeedSeen } from '../../engine/coverage-views.ts'
import type { Engine } from '../../engine/engine.ts'
import { logLooks } from '../../engine/look.ts'
import { readCase } from '../../engine/read-case.ts'
import { reportUnmetNeed } from '../../engine/report-unmet-need.ts'
import { seenBy } from '../../engine/supply-views.ts'
import { loadCase } from '../../store/cases.ts'
import { unmetNeedsPage } from '../../store/unmet-needs.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { outcomeOf } from '../handled.ts'
import { faulty, forbidden, notThere, type PlacedFault, type Trouble } from '../problems.ts'
import type { Serve } from '../serve.ts'

export function matchingRoutesOn(serve: Serve, engine: Engine): void {
  serve(contract.getCaseOffers, async (asked) => {
    const found = await readCase(engine, asked, asked.params.caseId, 'readOffers', 'caseContent')
    if (found.is === 'unknown') return { trouble: notThere }
    if (found.is === 'forbidden') return { trouble: forbidden(found.refusal) }
    const { code } = asked.query
    const body = await caseOffers(engine, found, { code, wishes: wishesIn(asked.query), language: asked.language })
    return body === 'unknownCode' ? { trouble: faulty([unknownCode]) } : { body }
  })

  serve(contract.reportUnmetNeed, async ({ actor, key, requestId, params: { caseId }, body }) => {
    const handled = await reportUnmetNeed(engine, { actor, key, requestId }, caseId, body)
    if (handled.is === 'forbidden') {
      const row = await loadCase(engine.store, caseId)
      const looks = row === null ? [] : [{ action: 'reportUnmetNeed', personId: row.person_id, caseId }]
      await logLooks(engine, { actor, requestId }, looks, 'refused')
    }
    return outcomeOf(handled, engine.pathways.values(), () => ({ status: 201 }))
  })

  serve(coverageContract.getCoverage, async ({ actor, query, language }) => {
    const refusal = whyNotSee('coverage', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const period = periodIn(query, dayOf(engine.clock()))
    return 'trouble' in period ? period : { body: await coverageSeen(seenBy(engine, language), period) }
  })

  serve(coverageContract.listUnmetNeeds, async ({ actor, query, language }) => {
    const refusal = whyNotSee('coverage', actor.role)
    if (refusal !== null) return { trouble: forbidden(refusal) }
    const period = periodIn(query, dayOf(engine.clock()))
    if ('trouble' in period) return period
    const from = placeOf(query.cursor, z.strictObject({ at: z.string().max(40), id: z.string().max(300) }))
    if ('trouble' in from) return from
    const { municipality, code, reason, limit } = query
    const filter = {
      municipality,
      code,
      reason,
      from: startOf(period.from),
      until: startOf(addPeriod(period.until, 1, 'days')),
    }
    const rows = await unmetNeedsPage(engine.store, filter, from.place, limit)
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : cursorOf({ at: last.at, id: last.id })
    return { body: { items: rows.map((row) => unmetNeedSeen(seenBy(engine, language), row)), next } }
  })
}

type WishQuery = z.output<typeof contract.getCaseOffers.query>

/** The schema let nothing pass but words of these lists. */
const wishesIn = ({ givenIn, needs, onDays }: WishQuery): Wishes => ({
  language: givenIn ?? null,
  access: needs?.split(',') ?? [],
  days: (onDays?.split(',') ?? []) as Wishes['days'][number][],
})

type Period = { readonly from: IsoDate; readonly until: IsoDate }

/** Longer ago than this is for the evaluation. */
const mostYears = 5

function periodIn(
  { from, until }: { readonly from?: IsoDate | undefined; readonly until?: IsoDate | undefined },
  today: IsoDate,
): Period | { readonly trouble: Trouble } {
  const last = until ?? today
  const first = from ?? addPeriod(last, -12, 'months')
  if (first > last) return { trouble: faulty([fault('/from', 'endsBeforeStart', endsBeforeStart)]) }
  return first < addPeriod(last, -12 * mostYears, 'months')
    ? { trouble: faulty([fault('/from', 'tooLong', tooLong)]) }
    : { from: first, until: last }
}

const fault = (at: string, code: string, words: PlacedFault['words']): PlacedFault => ({ in: 'query', at, code, words })
const endsBeforeStart = {
  nl: 'De periode eindigt voordat zij begint. Kies een eerdere begindatum.',
  en: 'The period ends before it begins. Choose an earlier first day.',
}
const tooLong = {
  nl: `Kies een periode van hoogstens ${mostYears} jaar.`,
  en: `Choose a period of at most ${mostYears} years.`,
}
const unknownCode = fault('/code', 'notInCatalogue', {
  nl: 'Dit is geen interventie of aanvullende actie van dit traject.',
  en: 'This is no intervention or follow-up of this pathway.',
})
