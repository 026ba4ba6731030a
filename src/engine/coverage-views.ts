// The coverage as it is shown: everything of the pathway against every municipality of the coalition, also where there is nothing.
import type { Coverage, CoverageCell, UnmetNeedLine } from '../contract/coverage.ts'
import { addPeriod, type IsoDate, startOf } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import { type UnmetReason, unmetReasonWords } from '../domain/unmet-need.ts'
import { allWanted, waitNorm } from '../domain/wait-norm.ts'
import type { UnmetNeedRow } from '../store/tables.ts'
import { type Covered, cellOf, coverage, nothingCovered } from '../supply/coverage.ts'
import type { Engine } from './engine.ts'
import { codeName } from './offer-views.ts'
import type { Seen } from './supply-views.ts'

type Period = { readonly from: IsoDate; readonly until: IsoDate }

export async function coverageSeen({ engine, language, today }: Seen, { from, until }: Period): Promise<Coverage> {
  const cells = await coverage(engine.store, today, { from: startOf(from), until: startOf(addPeriod(until, 1, 'days')) })
  const municipalities = municipalitiesOf(engine)
  return {
    lookedOn: today,
    from,
    until,
    municipalities: municipalities.map(({ code, name }) => ({ code, words: name })),
    rows: allWanted(engine.newest).map((wanted) => {
      const { code, name, form } = wanted
      const normDays = waitNorm(engine.newest, wanted, today).days
      return {
        code,
        words: capitalised(name[language]),
        kind: form === 'followUp' ? 'followUp' : 'intervention',
        /** Whole weeks: the norm itself is counted in days. */
        normWeeks: Math.floor(normDays / 7),
        cells: municipalities.map((municipality) =>
          cellSeen(cells.get(cellOf(code, municipality.code)) ?? nothingCovered, {
            code,
            municipality: municipality.code,
            from,
            until,
            normDays,
          }),
        ),
      }
    }),
  }
}

type Cell = { readonly code: string; readonly municipality: string; readonly normDays: number } & Period

function cellSeen({ shortestWait, ...covered }: Covered, { code, municipality, from, until, normDays }: Cell): CoverageCell {
  const place = `code=${code}&municipality=${municipality}`
  return {
    municipality,
    ...covered,
    state: covered.offers === 0 ? 'nothing' : shortestWait !== null && shortestWait <= normDays ? 'within' : 'beyond',
    shortestWait: shortestWait === null ? null : Math.ceil(shortestWait / 7),
    links: { offers: `/v1/offers?${place}`, unmetNeeds: `/v1/unmet-needs?${place}&from=${from}&until=${until}` },
  }
}

/** Those that the coalition has. */
const municipalitiesOf = ({ newest }: Engine) =>
  (newest.settings['municipalities'] ?? []) as readonly { readonly code: string; readonly name: string }[]

/** Of nobody in particular: the case it was met in is not shown. */
export function unmetNeedSeen({ engine, language }: Seen, row: UnmetNeedRow): UnmetNeedLine {
  return {
    at: row.at,
    municipality: row.municipality,
    code: { code: row.code, words: codeName(engine, row.code, language) },
    // Written by us from the one list of reasons.
    reason: { code: row.reason, words: unmetReasonWords[row.reason as UnmetReason][language] },
    weeks: row.weeks,
  }
}
