// After the test: the result is kept; what comes next, by whom and by when, and the one act that leads there.
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type CaseFile, getCase } from '../../../contract/cases.ts'
import { call, newKey } from '../../api/call.ts'
import { give } from '../../api/commands.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import type { LevelName } from '../../ui/level.tsx'
import { Note } from '../../ui/note.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { Tips } from './tips.tsx'
import { words } from './words.ts'

export function NextStep({ file, level }: { readonly file: CaseFile; readonly level: LevelName }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const next = file.deadlines.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  return (
    <>
      <h2 id="recorded" tabIndex={-1} ref={heading}>
        {t.done}
      </h2>
      <div className="not-on-paper stack">
        <Note look="ok">
          <p>{t.doneHow[level]}</p>
          {next === undefined ? null : (
            <p>
              {capitalised(next.awaited)}: <strong>{t.by(shortDate(next.dueOn, language))}</strong>
              {next.owner.name === '' ? '' : `, ${next.owner.name}`}
            </p>
          )}
        </Note>
        <Act file={file} low={level === 'low'} />
      </div>
      {level === 'low' ? <Tips /> : null}
    </>
  )
}

/** What may be done is what the server allows to who looks; to anybody else it says whose step it is. */
function Act({ file, low }: { readonly file: CaseFile; readonly low: boolean }) {
  const t = useTexts(words)
  const navigate = useNavigate()
  const { caseId } = file
  const may = (command: string): boolean => file.allowed.some((one) => one.command === command && one.allowed)
  const start = useMutation({
    mutationFn: async (key: string) => {
      const { etag } = await call(getCase, { params: { caseId } })
      await give({ caseId, type: 'startAnalysis', payload: {}, key, ...(etag === null ? {} : { ifMatch: etag }) })
      await navigate({ to: '/cases/$caseId/analysis', params: { caseId } })
    },
  })
  const toFile = (
    <Link className={buttonClass('plain')} to="/cases/$caseId" params={{ caseId }}>
      {t.next.case}
    </Link>
  )
  return (
    <>
      {start.error === null ? null : <WentWrong error={start.error} />}
      <p className="btns">
        {may('startAnalysis') ? (
          <Button look="main" onPress={() => start.mutate(newKey())} busy={start.isPending ? t.starting : false}>
            {t.next.analysis}
          </Button>
        ) : may('recordDecision') ? (
          <Link className={buttonClass(low ? 'plain' : 'main')} to="/cases/$caseId/proposal" params={{ caseId }}>
            {t.next.proposal}
          </Link>
        ) : null}
        {toFile}
      </p>
      {file.situation[0] === undefined ? null : <p className="mute">{file.situation[0]}</p>}
    </>
  )
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
