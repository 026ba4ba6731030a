// The filter row of the supply: what is chosen stands in the address, and the list follows at once.
import { useEffect, useState } from 'react'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { Sortable, SupplySearch } from './search.ts'
import { words } from './words.ts'

export type Choice = { readonly value: string; readonly words: string }
export type Choices = {
  readonly codes: readonly Choice[]
  readonly organisations: readonly Choice[]
  readonly municipalities: readonly Choice[]
}

/** `organisations` empty: only one, so nothing to choose. */
export function filtersOf(
  search: SupplySearch,
  { codes, organisations, municipalities }: Choices,
  change: (more: Partial<SupplySearch>) => void,
): { readonly [column in Sortable]?: React.ReactNode } {
  return {
    name: <TextFilter column="name" value={search.q ?? ''} onChange={(q) => change({ q: q === '' ? undefined : q })} />,
    code: <SelectFilter column="code" value={search.code} options={codes} onChange={(code) => change({ code })} />,
    organisation:
      organisations.length === 0 ? null : (
        <SelectFilter
          column="organisation"
          value={search.organisation}
          options={organisations}
          onChange={(organisation) => change({ organisation })}
        />
      ),
    municipality: (
      <SelectFilter
        column="municipality"
        value={search.municipality}
        options={municipalities}
        onChange={(municipality) => change({ municipality })}
      />
    ),
    checked: <Freshness value={search.freshness} onChange={(freshness) => change({ freshness })} />,
  }
}

function Freshness({
  value,
  onChange,
}: {
  readonly value: SupplySearch['freshness']
  readonly onChange: (value: SupplySearch['freshness']) => void
}) {
  const t = useTexts(words)
  const options = Object.entries(t.freshnessWhole).map(([one, said]) => ({ value: one, words: said }))
  return (
    <SelectFilter
      column="checked"
      value={value}
      options={options}
      onChange={(chosen) => onChange(chosen as SupplySearch['freshness'])}
    />
  )
}

function SelectFilter({
  column,
  value,
  options,
  onChange,
}: {
  readonly column: Sortable
  readonly value: string | undefined
  readonly options: readonly Choice[]
  readonly onChange: (value: string | undefined) => void
}) {
  const t = useTexts(words)
  return (
    <select
      className="select"
      aria-label={t.filterOn(t.columns[column])}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="">{t.anything}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.words}
        </option>
      ))}
    </select>
  )
}

function TextFilter({
  column,
  value,
  onChange,
}: {
  readonly column: Sortable
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      className="input"
      lang={language}
      aria-label={t.filterOn(t.columns[column])}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      autoComplete="off"
    />
  )
}
