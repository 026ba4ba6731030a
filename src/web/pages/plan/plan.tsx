// My plan: what the older adult takes home, to print here or as a PDF; its code is made with it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { getPlan, makePlanCode, type Plan } from '../../../contract/documents.ts'
import { call } from '../../api/call.ts'
import { keepFile } from '../../api/files.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import { Shown, WentWrong } from '../../ui/states.tsx'
import '../../theme/paper.css'
import { Paper } from './paper.tsx'
import { words } from './words.ts'

export function PlanPage() {
  const t = useTexts(words)
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const { language } = useLanguage()
  const asked = useQuery({
    queryKey: ['plan', caseId, language],
    queryFn: async ({ signal }) => (await call(getPlan, { params: { caseId }, signal })).body,
  })
  return (
    <main id="main" className="desk">
      <title>{`${t.title} - Valpad`}</title>
      <Shown asked={asked} lines={12} page={t.title}>
        {(plan) => <OnDesk caseId={caseId} plan={plan} />}
      </Shown>
    </main>
  )
}

function OnDesk({ caseId, plan }: { readonly caseId: string; readonly plan: Plan }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const first = useRef(plan.code === null)
  const code = useMutation({
    mutationFn: async () => (await call(makePlanCode, { params: { caseId }, body: {} })).body,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plan', caseId] }),
  })
  const { mutate } = code
  // A plan goes home with its code: the first time it is made here.
  useEffect(() => {
    if (!first.current) return
    first.current = false
    mutate()
  }, [mutate])
  const pdf = useMutation({
    mutationFn: async () => {
      const { body } = await call(getPlan, { params: { caseId }, query: { format: 'pdf' } })
      // A PDF comes as bytes, under a name that says nothing of whose it is.
      keepFile(body as unknown as Blob, 'mijn-plan.pdf')
    },
  })
  const wrong = code.error ?? pdf.error
  return (
    <>
      <section className="no-print sheet-bar" aria-label={t.actions}>
        <div>
          <Link to="/cases/$caseId" params={{ caseId }}>
            {t.back}
          </Link>
          <p className="mute">{t.sees}</p>
          <p className="mute small">
            {plan.code === null ? t.locked : t.expires(shortDate(plan.code.expiresOn, language))}{' '}
            <Button small look="quiet" busy={code.isPending && t.loading} onPress={() => mutate()}>
              {t.newCode}
            </Button>
          </p>
        </div>
        <div className="sheet-acts">
          <Button busy={pdf.isPending && t.loading} onPress={() => pdf.mutate()}>
            {t.download}
          </Button>
          <Button look="main" onPress={() => window.print()}>
            <Icon name="print" /> {t.print}
          </Button>
        </div>
        {wrong === null ? null : <WentWrong error={wrong} />}
        {plan.told.length === 0 ? null : (
          <Note look="warn">
            <p>
              <strong>{t.told}</strong>
            </p>
            {plan.told.map(({ assignmentId, what, on, at }) => (
              <p key={`${assignmentId}${on}`}>{t.toldLine(what, shortDate(on, language), shortDate(at, language))}</p>
            ))}
          </Note>
        )}
      </section>
      <Paper document={plan.document} />
    </>
  )
}
