// The one act of a row, as the server gave it: a screen to go to, a number to call, or done at once.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { WorkAct } from '../../../contract/work-act.ts'
import { newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from './words.ts'

const screens = {
  screening: '/cases/$caseId/screening',
  analysis: '/cases/$caseId/analysis',
  decision: '/cases/$caseId/proposal',
  otherOffer: '/cases/$caseId/proposal',
  evaluation: '/cases/$caseId',
  case: '/cases/$caseId',
} as const

type ActProps = {
  readonly act: WorkAct
  readonly caseId: string
  /** Besides going there. */
  readonly onUse?: () => void
}

export function Act({ act, caseId, onUse }: ActProps) {
  const { code } = act
  if (code === 'startAnalysis') return <StartAnalysis act={act} caseId={caseId} />
  if (code === 'phone')
    return (
      <a
        className={buttonClass('plain', true)}
        href={`tel:${(act.phone ?? '').replaceAll(/[^\d+]/g, '')}`}
        title={act.phone ?? ''}
      >
        <Icon name="phone" />
        {act.words}
      </a>
    )
  return (
    <Link
      className={buttonClass('plain', true)}
      to={code === 'seen' ? screens.case : screens[code]}
      params={{ caseId }}
      {...(onUse === undefined ? {} : { onClick: onUse })}
    >
      {act.words}
    </Link>
  )
}

function StartAnalysis({ act, caseId }: ActProps) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: (key: string) => give({ caseId, type: 'startAnalysis', payload: {}, key }),
    onSuccess: async () => {
      await navigate({ to: '/cases/$caseId/analysis', params: { caseId } })
      await queries.invalidateQueries()
    },
    // Somebody else may have started it: the case says how it stands.
    onError: () => navigate({ to: '/cases/$caseId', params: { caseId } }),
  })
  return (
    <Button small onPress={() => start.mutate(newKey())} busy={start.isPending ? t.busy : false}>
      {act.words}
    </Button>
  )
}
