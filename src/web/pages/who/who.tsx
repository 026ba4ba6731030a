// Who is who: the people of the chain by organisation and area, with absence and who stands in.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Absence } from '../../../contract/absences.ts'
import type { Contact } from '../../../contract/contacts.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { regionQuery } from '../../api/queries.ts'
import { absencesQuery, contactsQuery, deskQuery, organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { AddContact } from './add-contact.tsx'
import { ContactRow } from './contact-row.tsx'
import { words as addWords } from './contact-words.ts'
import { WhoFilters } from './filters.tsx'
import { Handovers } from './handovers.tsx'
import type { WhoSearch } from './search.ts'
import { words } from './words.ts'

export function WhoIsWho() {
  const t = useTexts(words)
  const add = useTexts(addWords)
  const { language } = useLanguage()
  const search = useSearch({ strict: false }) as WhoSearch
  const navigate = useNavigate()
  const [done, setDone] = useState<string | null>(null)
  const desk = useQuery(deskQuery(language))
  const everybody = useQuery(contactsQuery({}, language))
  const found = useQuery(contactsQuery(filterOf(search), language))
  const absences = useQuery(absencesQuery(language))
  const organisations = useQuery(organisationsQuery(language))
  const region = useQuery(regionQuery)
  const change = (more: Partial<WhoSearch>): void =>
    void navigate({ to: '/who', search: filled({ ...search, ...more }), replace: true, resetScroll: false })
  const planned = (absences.data ?? []).filter(({ state }) => state === 'planned')
  return (
    <Page
      title={t.title}
      lead={t.lead}
      action={
        desk.data === undefined || desk.data.edits === 'nothing' || search.act === 'add' ? null : (
          <Button onPress={() => change({ act: 'add', who: undefined })}>{add.open}</Button>
        )
      }
    >
      <div role="status">{done === null ? null : <Note look="ok">{done}</Note>}</div>
      {desk.data !== undefined && search.act === 'add' ? (
        <AddContact
          desk={desk.data}
          onStop={() => change({ act: undefined })}
          onDone={({ name }) => {
            change({ act: undefined, list: 'new' })
            setDone(add.added(name))
          }}
        />
      ) : null}
      <Handovers absences={planned} onDone={setDone} />
      <nav className="tabs" aria-label={t.lists}>
        {([undefined, 'away', 'new'] as const).map((list) => (
          <Link
            key={list ?? 'all'}
            to="/who"
            search={filled({ ...search, list })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={search.list === list ? 'page' : undefined}
          >
            {t[list ?? 'everybody']}
            <span className="mute">{countOf(list, everybody.data, planned, desk.data)}</span>
          </Link>
        ))}
      </nav>
      <WhoFilters
        search={search}
        organisations={(organisations.data ?? []).map(({ organisationId, organisation }) => ({
          value: organisationId,
          words: organisation.name,
        }))}
        municipalities={(region.data?.municipalities ?? []).map(({ code, name }) => ({ value: code, words: name }))}
        change={change}
      />
      <Shown asked={desk}>
        {(deskToday) => (
          <Shown asked={found} lines={10}>
            {(contacts) => (
              <Groups
                contacts={contacts.filter((contact) => isShown(contact, search, planned, deskToday))}
                everybody={everybody.data ?? contacts}
                planned={planned}
                desk={deskToday}
                search={search}
                change={change}
                onDone={setDone}
              />
            )}
          </Shown>
        )}
      </Shown>
    </Page>
  )
}

function Groups({
  contacts,
  everybody,
  planned,
  desk,
  search,
  change,
  onDone,
}: {
  readonly contacts: readonly Contact[]
  readonly everybody: readonly Contact[]
  readonly planned: readonly Absence[]
  readonly desk: SupplyDesk
  readonly search: WhoSearch
  readonly change: (more: Partial<WhoSearch>) => void
  readonly onDone: (words: string) => void
}) {
  const t = useTexts(words)
  if (contacts.length === 0)
    return search.list === 'away' ? (
      <Empty title={t.nobodyAway}>{t.nobodyAwayHow}</Empty>
    ) : search.list === 'new' ? (
      <Empty title={t.nobodyNew}>{t.nobodyNewHow}</Empty>
    ) : (
      <Empty title={t.nobody}>{t.nobodyHow}</Empty>
    )
  const groups = [...Map.groupBy(contacts, ({ organisationName }) => organisationName)].sort(([a], [b]) =>
    a.localeCompare(b, 'nl'),
  )
  return (
    <>
      <p className="mute" role="status">
        {t.shown(contacts.length, groups.length)}
        {search.who === undefined || search.act !== undefined ? null : (
          <>
            {' '}
            <Button look="quiet" small onPress={() => change({ who: undefined })}>
              {t.showEverybody}
            </Button>
          </>
        )}
      </p>
      <div className="after-small">
        {groups.map(([organisation, people]) => (
          <Part key={organisation} id={`at-${people[0]!.contact.organisationId}`} title={organisation}>
            <ul className="people">
              {people.map((contact) => (
                <ContactRow
                  key={contact.accountId}
                  contact={contact}
                  everybody={everybody}
                  absences={planned.filter(({ accountId }) => accountId === contact.accountId)}
                  desk={desk}
                  act={search.who === contact.accountId && search.act !== undefined && search.act !== 'add' ? search.act : null}
                  onAct={(act) => change(act === null ? { who: undefined, act: undefined } : { who: contact.accountId, act })}
                  onDone={(said) => {
                    change({ who: undefined, act: undefined })
                    onDone(said)
                  }}
                />
              ))}
            </ul>
          </Part>
        ))}
      </div>
    </>
  )
}

const filterOf = ({ organisation, municipality }: WhoSearch) => filled({ organisationId: organisation, area: municipality })

const isNew = ({ addedOn }: Contact, { today }: SupplyDesk): boolean => addedOn !== null && addedOn >= quarterOf(today)

/** The first day of the quarter. */
export const quarterOf = (today: string): string => {
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`
}

function isShown(contact: Contact, { list, q, who, act }: WhoSearch, planned: readonly Absence[], desk: SupplyDesk): boolean {
  if (who !== undefined && act === undefined && contact.accountId !== who) return false
  if (list === 'away' && !planned.some(({ accountId }) => accountId === contact.accountId)) return false
  if (list === 'new' && !isNew(contact, desk)) return false
  const { name, askMe = '' } = contact.contact
  const text = folded([name, askMe, contact.roleWords, contact.organisationName].join('\n'))
  return q === undefined || text.includes(folded(q))
}

/** Without capitals and accents. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function countOf(
  list: WhoSearch['list'],
  everybody: readonly Contact[] | undefined,
  planned: readonly Absence[],
  desk: SupplyDesk | undefined,
): number | null {
  if (everybody === undefined || desk === undefined) return null
  if (list === undefined) return everybody.length
  return everybody.filter((contact) => isShown(contact, { list }, planned, desk)).length
}

const filled = <Given extends object>(given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as Given
