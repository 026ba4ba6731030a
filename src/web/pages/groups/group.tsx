// One group: who was at which meeting, filled in for all at once; who missed twice in a row; what was measured.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type Group as GroupData, getAttendanceList, getGroup } from '../../../contract/groups.ts'
import { call } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useDocument } from '../../ui/document-links.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { Empty, Shown } from '../../ui/states.tsx'
import { telOf } from '../inbox/said.ts'
import { Attendance } from './attendance.tsx'
import { Measurements } from './measurements.tsx'
import { DeskStatus } from './use-desk.tsx'
import { words } from './words.ts'
import '../../theme/provider.css'

export function Group() {
  const { runId } = useParams({ strict: false }) as { runId: string }
  const t = useTexts(words)
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['group', runId, language],
    queryFn: async ({ signal }) => (await call(getGroup, { params: { runId }, signal })).body,
  })
  return (
    <>
      <DeskStatus />
      <nav aria-label={t.crumb}>
        <ol className="crumb">
          <li>
            <Link to="/groups">{t.back}</Link>
          </li>
        </ol>
      </nav>
      {asked.data === undefined ? (
        <Page title={t.one} keepFocus>
          <Shown asked={asked} lines={9}>
            {() => null}
          </Shown>
        </Page>
      ) : (
        <Whole group={asked.data} />
      )}
    </>
  )
}

function Whole({ group }: { readonly group: GroupData }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const day = (on: string): string => shortDate(on, language)
  const atRisk = group.members.filter((one) => one.atRisk)
  return (
    <Page title={group.name} lead={t.from(day(group.startsOn), day(group.endsOn))} action={<PrintList runId={group.runId} />}>
      {atRisk.length === 0 ? null : (
        <Note look="warn">
          <p>
            <strong>{t.atRisk}</strong>
          </p>
          <ul className="stack-tight">
            {atRisk.map(({ assignmentId, name, phone }) => (
              <li className="row-of" key={assignmentId}>
                <Link to="/inbox/$assignmentId" params={{ assignmentId }} preload={false}>
                  {name}
                </Link>
                <Call name={name} phone={phone} />
              </li>
            ))}
          </ul>
        </Note>
      )}
      {group.members.length === 0 ? (
        <Empty title={t.noMembers}>
          <p>{t.noMembersHow}</p>
        </Empty>
      ) : (
        <div className="stack-parts">
          <Part id="attendance" title={t.attendance} count={group.members.length}>
            <Attendance group={group} />
          </Part>
          <Part id="measures" title={t.measures}>
            <Measurements group={group} />
          </Part>
        </div>
      )}
    </Page>
  )
}

export function Call({ name, phone }: { readonly name: string; readonly phone: string | null }) {
  const t = useTexts(words)
  const tel = telOf(phone)
  return tel === null ? null : (
    <a className={buttonClass('plain', true)} href={tel}>
      <Icon name="phone" />
      {t.call}
      <span className="hide">{name}</span>
      <span className="nowrap">{phone}</span>
    </a>
  )
}

function PrintList({ runId }: { readonly runId: string }) {
  const t = useTexts(words)
  const { view, pdf, wrong, desk } = useDocument({ operation: getAttendanceList, params: { runId } })
  return (
    <div className="btns">
      <Button onPress={() => view.mutate()} busy={view.isPending ? t.printing : false}>
        <Icon name="print" />
        {t.print}
      </Button>
      <Button look="quiet" onPress={() => pdf.mutate()} busy={pdf.isPending ? t.printing : false}>
        {t.pdf}
      </Button>
      {wrong}
      {desk}
    </div>
  )
}
