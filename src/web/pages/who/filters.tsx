// The filters of who is who: what is chosen stands in the address.
import { useEffect, useId, useState } from 'react'
import { useTexts } from '../../text/language.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import type { WhoSearch } from './search.ts'
import { words } from './words.ts'

type Choice = { readonly value: string; readonly words: string }

export function WhoFilters({
  search,
  organisations,
  municipalities,
  change,
}: {
  readonly search: WhoSearch
  readonly organisations: readonly Choice[]
  readonly municipalities: readonly Choice[]
  readonly change: (more: Partial<WhoSearch>) => void
}) {
  const t = useTexts(words)
  const id = useId()
  const [typed, setTyped] = useState(search.q ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (typed === (search.q ?? '')) return
    const timer = setTimeout(() => change({ q: typed.trim() === '' ? undefined : typed.trim() }), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <search className="filter-row">
      <div className="field">
        <label htmlFor={id}>{t.find}</label>
        <input className="input" id={id} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
      </div>
      <Combobox
        label={t.organisation}
        error={undefined}
        empty={t.all}
        value={search.organisation ?? ''}
        groups={[{ options: [...organisations].sort((a, b) => a.words.localeCompare(b.words, 'nl')) }]}
        onChange={(organisation) => change({ organisation: organisation === '' ? undefined : organisation })}
      />
      <Select
        label={t.municipality}
        value={search.municipality}
        options={municipalities}
        onChange={(municipality) => change({ municipality })}
      />
    </search>
  )
}

function Select({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly Choice[]
  readonly onChange: (value: string | undefined) => void
}) {
  const t = useTexts(words)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="select"
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t.all}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
    </div>
  )
}
