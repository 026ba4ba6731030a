// The groups of an offer: when each begins, its places, who waits; added and changed here.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addRun, changeRun, listRuns, type Run, type RunBody } from '../../../contract/course-runs.ts'
import { supplyTag } from '../../../contract/supply.ts'
import { weekdays } from '../../../domain/supply.ts'
import { weekdayWords } from '../../../domain/supply-words.ts'
import { call, isRefusal, newKey } from '../../api/call.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { dayIn } from '../../text/typed-dates.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Part } from '../../ui/page.tsx'
import { Empty, Shown, WentWrong } from '../../ui/states.tsx'
import { typedDay } from './cells.ts'
import { words } from './offer-words.ts'

export function Runs({
  offerId,
  today,
  mayEdit,
}: {
  readonly offerId: string
  readonly today: string
  readonly mayEdit: boolean
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const [editing, setEditing] = useState<Run | 'new' | null>(null)
  const asked = useQuery({
    queryKey: ['runs', offerId, language],
    queryFn: async ({ signal }) => (await call(listRuns, { query: { offerId, limit: 100 }, signal })).body.items,
  })
  return (
    <Part id="runs" title={t.runs} aside={t.runsHow}>
      <Shown asked={asked} lines={3}>
        {(items) => {
          const running = items.filter(({ run }) => run.endsOn >= today)
          const earlier = items.length - running.length
          return (
            <>
              {running.length === 0 ? (
                <Empty title={t.noRuns}>{t.noRunsHow}</Empty>
              ) : (
                <RunTable runs={running} mayEdit={mayEdit} onEdit={setEditing} />
              )}
              {earlier === 0 ? null : <p className="small mute">{t.earlier(earlier)}</p>}
            </>
          )
        }}
      </Shown>
      {editing !== null ? (
        <RunForm
          key={editing === 'new' ? 'new' : editing.runId}
          offerId={offerId}
          run={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : mayEdit ? (
        <p className="btns finish-run">
          <Button onPress={() => setEditing('new')}>{t.addRun}</Button>
        </p>
      ) : null}
    </Part>
  )
}

function RunTable({
  runs,
  mayEdit,
  onEdit,
}: {
  readonly runs: readonly Run[]
  readonly mayEdit: boolean
  readonly onEdit: (run: Run) => void
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the keyboard where it is wider than the screen
    <section className="scroll" tabIndex={0} aria-labelledby="runs">
      <table className="table wide-words">
        <thead>
          <tr>
            <th scope="col">{t.starts}</th>
            <th scope="col">{t.ends}</th>
            <th scope="col">{t.days}</th>
            {[t.places, t.taken, t.free, t.waiting].map((title) => (
              <th key={title} scope="col" className="num">
                {title}
              </th>
            ))}
            <th scope="col">
              <span className="hide">{t.changeRun}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((one) => (
            <tr key={one.runId}>
              <th scope="row" className="nowrap">
                {shortDate(one.run.startsOn, language)}
              </th>
              <td className="nowrap">{shortDate(one.run.endsOn, language)}</td>
              <td>
                {one.run.days.map((day) => weekdayWords[day][language]).join(', ')} {one.run.time}
                {one.run.open ? null : <small className="mute below">{t.closed}</small>}
              </td>
              <td className="num">{one.run.places}</td>
              <td className="num">{one.taken}</td>
              <td className="num">{one.free}</td>
              <td className="num">{one.waiting}</td>
              <td>
                {mayEdit ? (
                  <Button small label={`${t.changeRun} ${shortDate(one.run.startsOn, language)}`} onPress={() => onEdit(one)}>
                    {t.changeRun}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Typed = { startsOn: string; endsOn: string; places: string; time: string; days: string[]; open: boolean }

function RunForm({
  offerId,
  run,
  onClose,
}: {
  readonly offerId: string
  readonly run: Run | null
  readonly onClose: () => void
}) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const { language } = useLanguage()
  const was = run?.run
  const [typed, setTyped] = useState<Typed>({
    startsOn: typedDay(was?.startsOn ?? null),
    endsOn: typedDay(was?.endsOn ?? null),
    places: String(was?.places ?? 12),
    time: was?.time ?? '',
    days: was?.days ?? [],
    open: was?.open ?? true,
  })
  const [tried, setTried] = useState(0)
  const save = useMutation({
    mutationFn: async (body: RunBody) =>
      run === null
        ? await call(addRun, { body, key: newKey() })
        : await call(changeRun, {
            params: { runId: run.runId },
            body,
            ifMatch: supplyTag(run.runId, run.version),
            key: newKey(),
          }),
    onSuccess: () => {
      for (const queryKey of [['runs', offerId], ['offers'], ['offer', offerId]]) void queries.invalidateQueries({ queryKey })
      onClose()
    },
  })
  const told = isRefusal(save.error) ? save.error.problem.errors : []
  const faults: { [field in keyof Typed]?: string | undefined } = {
    startsOn: dayIn(typed.startsOn) === null ? t.missing.day : undefined,
    endsOn: dayIn(typed.endsOn) === null ? t.missing.day : undefined,
    places: /^\d{1,3}$/.test(typed.places.trim()) ? undefined : t.missing.number,
    time: /^(?:\d\d:\d\d)?$/.test(typed.time.trim()) ? undefined : t.missing.time,
  }
  const errorOf = (field: keyof Typed): string | undefined =>
    (tried > 0 ? faults[field] : undefined) ?? told.find(({ pointer }) => pointer.startsWith(`/${field}`))?.detail
  const names = ['startsOn', 'endsOn', 'places', 'time', 'days'] as const
  const errors = names.flatMap((field) => errorOf(field) ?? [])
  const put = (field: keyof Typed, value: string) => setTyped({ ...typed, [field]: value })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(tried + 1)
    if (Object.values(faults).some((fault) => fault !== undefined) || save.isPending) return
    const [startsOn, endsOn] = [dayIn(typed.startsOn)!, dayIn(typed.endsOn)!]
    const days = weekdays.filter((day) => typed.days.includes(day))
    save.mutate({
      offerId,
      startsOn,
      endsOn,
      places: Number(typed.places),
      open: typed.open,
      days,
      time: typed.time.trim() === '' ? null : typed.time.trim(),
      ...(was?.note === undefined ? {} : { note: was.note }),
    })
  }
  return (
    <form className="panel stack" noValidate onSubmit={submit} aria-label={run === null ? t.addRun : t.changeRun}>
      <ErrorSummary title={t.problems} errors={errors} />
      <div className="row-fields">
        {(
          [
            ['startsOn', t.starts, t.dayHint, 'w8'],
            ['endsOn', t.ends, t.dayHint, 'w8'],
            ['places', t.places, undefined, 'w3'],
            ['time', t.time, t.timeHint, 'w5'],
          ] as const
        ).map(([field, label, hint, width]) => (
          <TextField
            key={field}
            label={label}
            width={width}
            inputMode="numeric"
            optional={field === 'time'}
            error={errorOf(field)}
            value={typed[field]}
            onChange={({ target }) => put(field, target.value)}
            {...(hint === undefined ? {} : { hint })}
          />
        ))}
      </div>
      <fieldset className="field">
        <legend className="label">{t.days}</legend>
        <div className="tick-row">
          {weekdays.map((day) => (
            <label className="tick" key={day}>
              <input
                type="checkbox"
                checked={typed.days.includes(day)}
                onChange={({ target }) =>
                  setTyped({ ...typed, days: target.checked ? [...typed.days, day] : typed.days.filter((one) => one !== day) })
                }
              />
              <span>{weekdayWords[day][language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="tick">
        <input type="checkbox" checked={typed.open} onChange={({ target }) => setTyped({ ...typed, open: target.checked })} />
        <span>{t.openRun}</span>
      </label>
      {save.error === null || errors.length > 0 ? null : <WentWrong error={save.error} />}
      <p className="btns">
        <Button type="submit" busy={save.isPending ? t.saving : false}>
          {t.saveRun}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.stop}
        </Button>
      </p>
    </form>
  )
}
