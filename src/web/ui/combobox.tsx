// One of many names: a list that is searched by typing. A native list while it loads, and where there are few to choose from.
import { lazy, Suspense, useRef } from 'react'
import { Field, type FieldProps } from './field.tsx'

export type Named = { readonly value: string; readonly words: string }
/** Without a title: the only group. */
export type NamedGroup = { readonly title?: string; readonly options: readonly Named[] }

export type ListProps = {
  readonly id: string
  readonly label: string
  readonly describedBy: string | undefined
  readonly invalid: true | undefined
  readonly groups: readonly NamedGroup[]
  /** Empty: none. */
  readonly value: string
  /** What none means here. */
  readonly empty: string
  readonly onChange: (value: string) => void
}

/** Up to here all of them are seen at one glance in a native list. */
const few = 10

// Where it cannot be fetched the native list stays: it does the same.
const Searched = lazy(() =>
  import('./combobox-list.tsx').then(
    ({ SearchedList }) => ({ default: SearchedList }),
    () => ({ default: (props: ListProps & { readonly focused: boolean }) => <NativeList {...props} /> }),
  ),
)

export function Combobox({
  label,
  hint,
  error,
  optional,
  ...list
}: Pick<FieldProps, 'label' | 'error' | 'optional'> & { readonly hint?: string | undefined } & Pick<
    ListProps,
    'groups' | 'value' | 'empty' | 'onChange'
  >) {
  const focused = useRef(false)
  const many = list.groups.reduce((sum, { options }) => sum + options.length, 0) > few
  return (
    <Field label={label} error={error} optional={optional ?? false} {...(hint === undefined ? {} : { hint })}>
      {(given) => {
        const props = { ...given, ...list, label }
        const native = (
          <NativeList
            {...props}
            onFocused={(is) => {
              focused.current = is
            }}
          />
        )
        return many ? (
          <Suspense fallback={native}>
            <Searched {...props} focused={focused.current} />
          </Suspense>
        ) : (
          native
        )
      }}
    </Field>
  )
}

function NativeList({
  id,
  describedBy,
  invalid,
  groups,
  value,
  empty,
  onChange,
  onFocused,
}: ListProps & { readonly onFocused?: (is: boolean) => void }) {
  const options = (of: readonly Named[]) =>
    of.map((one) => (
      <option key={one.value} value={one.value}>
        {one.words}
      </option>
    ))
  return (
    <select
      className="select"
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={value}
      onFocus={() => onFocused?.(true)}
      onBlur={() => onFocused?.(false)}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{empty}</option>
      {groups.map((group) =>
        group.title === undefined ? (
          options(group.options)
        ) : group.options.length === 0 ? null : (
          <optgroup key={group.title} label={group.title}>
            {options(group.options)}
          </optgroup>
        ),
      )}
    </select>
  )
}
