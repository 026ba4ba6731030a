// What somebody has to know before going on: open red flags, clocks that stand still, what stands in the way of payment.
import type { CaseFile } from '../../../contract/cases.ts'
import { useTexts } from '../../text/language.tsx'
import { Note } from '../../ui/note.tsx'
import { words } from './words.ts'

export function Notices({ file: { openFlags, warnings, deadlines } }: { readonly file: CaseFile }) {
  const t = useTexts(words)
  const still = [...new Set(deadlines.flatMap(({ standsStillBecause }) => standsStillBecause ?? []))]
  return (
    <div className="stack notices">
      {openFlags.length === 0 ? null : (
        <Note look="bad">
          <p>
            <strong>{t.openFlags(openFlags.length)}</strong>
          </p>
          {openFlags.map(({ code, words: said }) => (
            <p key={code}>{sentence(said)}</p>
          ))}
        </Note>
      )}
      {still.map((because) => (
        <Note key={because}>
          <p>
            <strong>{t.clockStill}</strong> {because}
          </p>
        </Note>
      ))}
      {warnings.map(({ code, words: said, alternatives }) => (
        <Note key={code} look="warn">
          <p>
            <strong>{said}</strong>
          </p>
          {alternatives.length === 0 ? null : <p>{`${t.instead} ${alternatives.map((one) => lower(one.words)).join(t.or)}.`}</p>}
        </Note>
      ))}
    </div>
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
