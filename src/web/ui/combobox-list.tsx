// The searched list itself, fetched when a form first has a long one: type a part of the name, arrows and Enter choose.
import { Button } from 'react-aria-components/Button'
import { ComboBox, type Key } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { texts, useLanguage, useTexts } from '../text/language.tsx'
import '../theme/combobox.css'
import type { ListProps, Named } from './combobox.tsx'

const words = texts({ open: 'Toon alle namen', none: 'Geen naam past hierbij' }, { open: 'Show all names', none: 'No name fits' })

// The library would put a style into the page for what it presses, which the content security policy refuses;
// it does not when this stands there already, and combobox.css says the same.
const pressed = 'react-aria-pressable-style'
if (document.getElementById(pressed) === null) {
  const standIn = document.createElement('meta')
  standIn.id = pressed
  document.head.append(standIn)
}

export function SearchedList({
  id,
  label,
  describedBy,
  invalid,
  groups,
  value,
  empty,
  onChange,
  focused,
}: ListProps & {
  /** Whoever stood in the list that this one replaces. */
  readonly focused: boolean
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  return (
    <I18nProvider locale={language === 'nl' ? 'nl-NL' : 'en-GB'}>
      <ComboBox
        className="combobox"
        id={id}
        aria-label={label}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        isInvalid={invalid === true}
        validationBehavior="aria"
        menuTrigger="focus"
        allowsEmptyCollection
        autoFocus={focused}
        value={value === '' ? null : value}
        onChange={(chosen: Key | null) => onChange(chosen === null ? '' : String(chosen))}
      >
        <div className="combobox-line">
          <Input className="input" placeholder={empty} autoComplete="off" />
          <Button className="combobox-open" aria-label={t.open} />
        </div>
        <Popover className="combobox-list" offset={2}>
          <ListBox renderEmptyState={() => <p className="mute">{t.none}</p>}>
            {groups.map((group) =>
              group.title === undefined ? (
                group.options.map((one) => <Name key={one.value} one={one} />)
              ) : group.options.length === 0 ? null : (
                <ListBoxSection key={group.title} id={group.title}>
                  <Header>{group.title}</Header>
                  {group.options.map((one) => (
                    <Name key={one.value} one={one} />
                  ))}
                </ListBoxSection>
              ),
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}

const Name = ({ one }: { readonly one: Named }) => (
  <ListBoxItem id={one.value} textValue={one.words}>
    {one.words}
  </ListBoxItem>
)
