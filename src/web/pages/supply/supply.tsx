// The supply: every offer in one list, filtered, sorted, edited and confirmed where it stands.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import '../../theme/coordinator.css'
import type { Offer } from '../../../contract/offers.ts'
import type { SupplyDesk } from '../../../contract/supply-desk.ts'
import { regionQuery } from '../../api/queries.ts'
import { deskQuery, offersQuery, organisationsQuery } from '../../api/supply-queries.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { Along } from './along.tsx'
import { Bar, Keys } from './bar.tsx'
import { filtersOf } from './filters.tsx'
import { type Place, SupplyGrid } from './grid.tsx'
import { inList, type ListName, ordered } from './order.ts'
import { lists, type Sortable, type SupplySearch } from './search.ts'
import { useEdits } from './use-edits.ts'
import { words } from './words.ts'

export function Supply() {
  const { language } = useLanguage()
  const t = useTexts(words)
  const desk = useQuery(deskQuery(language))
  const own = desk.data?.edits === 'ownOrganisation'
  return <Shown asked={desk}>{(data) => <List desk={data} title={own ? t.own : t.title} />}</Shown>
}

function List({ desk, title }: { readonly desk: SupplyDesk; readonly title: string }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const search = useSearch({ strict: false }) as SupplySearch
  const navigate = useNavigate()
  const own = desk.edits === 'ownOrganisation'
  const base = { show: search.list === 'withdrawn' ? ('withdrawn' as const) : undefined }
  const organisationId = own ? desk.organisationId : search.organisation
  const everything = useQuery(offersQuery(own ? { organisationId: desk.organisationId } : {}, language))
  const filter = {
    ...base,
    organisationId,
    code: search.code,
    municipality: search.municipality,
    freshness: search.freshness,
    q: search.q,
  }
  const found = useQuery({ ...offersQuery(filled(filter), language), placeholderData: keepPreviousData })
  const all = everything.data ?? []
  const old = all.filter((offer) => inList.unchecked(offer, desk.today)).length
  const municipalities = new Set(all.map(({ offer }) => offer.municipality)).size
  const change = (more: Partial<SupplySearch>): void =>
    void navigate({ to: '/supply', search: filled({ ...search, ...more }), replace: true, resetScroll: false })
  const mayAdd = desk.edits !== 'nothing'
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key.toLowerCase() !== 'n' || !mayAdd) return
      event.preventDefault()
      void navigate({ to: '/supply/new' })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, mayAdd])
  return (
    <Page
      title={title}
      lead={
        everything.data === undefined ? undefined : own ? t.ownLead(all.length, old) : t.lead(all.length, municipalities, old)
      }
      action={
        mayAdd ? (
          <div className="btns">
            <Link className={buttonClass('plain')} to="/supply/import">
              {t.import}
            </Link>
            <Link className={buttonClass('main')} to="/supply/new">
              {t.add} <kbd aria-hidden="true">Alt N</kbd>
            </Link>
          </div>
        ) : (
          <p className="mute">{desk.whyNot ?? t.readOnly}</p>
        )
      }
    >
      <nav className="tabs tight" aria-label={t.lists}>
        <Link to="/supply" search={filled({ ...search, list: undefined })} activeOptions={exactly}>
          {t.all} <span className="mute">{everything.data?.length}</span>
        </Link>
        {lists.map((list) => (
          <Link key={list} to="/supply" search={filled({ ...search, list })} activeOptions={exactly}>
            {t[list]} <span className="mute">{list === 'withdrawn' ? null : countIn(all, list, desk.today)}</span>
          </Link>
        ))}
      </nav>
      <Shown asked={found} lines={10}>
        {(items) => <Rows items={items} total={all.length} desk={desk} search={search} change={change} />}
      </Shown>
      <Along />
    </Page>
  )
}

function Rows({
  items,
  total,
  desk,
  search,
  change,
}: {
  readonly items: readonly Offer[]
  readonly total: number
  readonly desk: SupplyDesk
  readonly search: SupplySearch
  readonly change: (more: Partial<SupplySearch>) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const region = useQuery(regionQuery)
  const organisations = useQuery(organisationsQuery(language))
  const sort = search.sort ?? (search.list === 'unchecked' ? 'checked' : 'name')
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const edits = useEdits(items)
  const { list } = search
  const listed = list === undefined || list === 'withdrawn' ? items : items.filter((offer) => inList[list](offer, desk.today))
  const shown = ordered(listed, sort)
  const picked = shown[place.row]
  const by = t.columns[sort.replace('-', '') as Sortable].toLowerCase()
  const order = sort.startsWith('-') ? `${by}, ${t.backwards}` : by
  const mayEdit = ({ offer }: Offer): boolean =>
    desk.edits === 'everything' || (desk.edits === 'ownOrganisation' && offer.organisationId === desk.organisationId)
  const isFiltered = [search.q, search.code, search.organisation, search.municipality, search.freshness].some(Boolean)
  const filters = filtersOf(
    search,
    {
      codes: desk.wanted.map(({ code, words: said }) => ({ value: code, words: said })),
      organisations:
        desk.edits === 'ownOrganisation'
          ? []
          : (organisations.data ?? [])
              .filter(({ organisation }) => organisation.kind === 'provider')
              .map(({ organisationId, organisation }) => ({ value: organisationId, words: organisation.name }))
              .sort((a, b) => a.words.localeCompare(b.words, 'nl')),
      municipalities: (region.data?.municipalities ?? []).map(({ code, name }) => ({ value: code, words: name })),
    },
    change,
  )
  return (
    <>
      <SupplyGrid
        offers={shown}
        filters={filters}
        sort={sort}
        onSort={(column) => change({ sort: sort === column ? `-${column}` : column })}
        edits={edits}
        mayEdit={mayEdit}
        place={place}
        onPlace={setPlace}
        caption={t.caption(order)}
      />
      {shown.length > 0 ? null : total === 0 ? (
        <Empty title={t.empty}>{t.emptyHow}</Empty>
      ) : list === 'unchecked' && !isFiltered ? (
        <Empty title={t.allChecked}>{t.allCheckedHow}</Empty>
      ) : (
        <Empty title={t.none}>{t.noneHow}</Empty>
      )}
      <Bar
        edits={edits}
        picked={picked !== undefined && mayEdit(picked) ? picked : null}
        said={shown.length === total ? t.shown(total, order) : t.shownOf(shown.length, total, order)}
        row={(offerId) => shown.findIndex((one) => one.offerId === offerId) + 1}
        clear={
          isFiltered
            ? () =>
                change({ q: undefined, code: undefined, organisation: undefined, municipality: undefined, freshness: undefined })
            : null
        }
      />
      {desk.edits === 'nothing' ? null : <Keys />}
    </>
  )
}

const exactly = { exact: true, includeSearch: true }

const countIn = (offers: readonly Offer[], list: Exclude<ListName, 'withdrawn'>, today: string): number =>
  offers.filter((offer) => inList[list](offer, today)).length

/** Without what was left open: an address says only what was chosen. */
const filled = <Given extends object>(given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as Given
