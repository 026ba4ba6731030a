// What a list comes to, in the words of who asks.
import type * as contract from '../../contract/supply-lists.ts'
import type { Variant } from '../../domain/supply-list/cells.ts'
import { writeCell } from '../../domain/supply-list/cells.ts'
import { columnNames, columns } from '../../domain/supply-list/columns.ts'
import { countsOf, countWords, takenWords } from '../../domain/supply-list/counts.ts'
import { mappingText } from '../../domain/supply-list/match-columns.ts'
import { municipalityName } from '../../domain/supply-list/names.ts'
import type { RowStatus } from '../../domain/supply-list/planned.ts'
import type { RowFault } from '../../domain/supply-list/read-rows.ts'
import { blankRow, type ColumnName } from '../../domain/supply-list/row.ts'
import type { Language, Words } from '../../domain/words.ts'
import type { Engine } from '../../engine/engine.ts'
import { listNames } from '../../engine/known-supply.ts'
import type { Looked, Taken, TakenRow } from '../../engine/supply-lists.ts'

const statusWords: { readonly [status in RowStatus]: Words } = {
  new: { nl: 'nieuw', en: 'new' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  same: { nl: 'staat er al zo in', en: 'in it already' },
  faulty: { nl: 'fout: wordt overgeslagen', en: 'faulty: is skipped' },
}

const called = (name: ColumnName, language: Language): string => columns[name][language]

export function previewAnswer(
  engine: Engine,
  { columns: matched, mapping, plan }: Looked,
  language: Language,
): contract.ListPreview {
  const names = listNames(engine)
  const counts = countsOf(plan.rows)
  const variant: Variant = language === 'nl' ? 'dutch' : 'machine'
  const written = (column: ColumnName, value: unknown) => writeCell(column, { ...blankRow, [column]: value }, names, variant)
  return {
    columns: matched.map(({ header, column, confidence }) => ({
      header: header.slice(0, 200),
      column,
      columnWords: column === null ? null : called(column, language),
      confidence,
    })),
    mapping: mappingText(mapping),
    ourColumns: columnNames.map((column) => ({
      column,
      words: called(column, language),
      about: columns[column].about[language],
    })),
    counts,
    words: countWords(counts)[language],
    rows: plan.rows.map(({ notices, changes, ...row }) => ({
      ...rowAnswer(engine, row, language),
      notices: notices.map((one) => one[language]),
      changes: changes.map(({ column, before, after }) => ({
        column,
        columnWords: called(column, language),
        before: written(column, before),
        after: written(column, after),
      })),
    })),
  }
}

export const takenAnswer = (engine: Engine, { rows, counts }: Taken, language: Language): contract.ListTaken => ({
  counts,
  words: takenWords(counts)[language],
  rows: rows.map((row) => ({ ...rowAnswer(engine, row, language), offerId: row.offerId })),
})

const rowAnswer = (engine: Engine, row: Omit<TakenRow, 'offerId'>, language: Language) => ({
  number: row.number,
  status: row.status,
  statusWords: statusWords[row.status][language],
  organisation: row.organisation,
  name: row.name,
  municipality: row.municipality === null ? null : municipalityName(listNames(engine), row.municipality),
  start: row.start,
  faults: row.faults.map((fault) => faultAnswer(fault, language)),
})

const faultAnswer = ({ column, code, words }: RowFault, language: Language) => ({
  column,
  columnWords: column === null ? null : called(column, language),
  code,
  detail: words[language],
})
