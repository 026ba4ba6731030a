// The first step of an import: a file, or a block pasted from a spreadsheet.
import { useId, useState } from 'react'
import { fileTypes } from '../../../contract/supply-lists.ts'
import type { ListFile } from '../../api/files.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import '../../theme/coordinator.css'
import { words } from './import-words.ts'
import { blockOf } from './pasted.ts'

const [csv, tsv, xlsx] = fileTypes
const byEnding: { readonly [ending: string]: string } = { csv, tsv, txt: tsv, xlsx, json: 'application/json' }

export const listFileOf = (file: File): ListFile => ({
  name: file.name,
  type: byEnding[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? csv,
  bytes: file,
})

export function ChooseList({ busy, onChosen }: { readonly busy: boolean; readonly onChosen: (file: ListFile) => void }) {
  const t = useTexts(words)
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [pasted, setPasted] = useState('')
  const [missing, setMissing] = useState(false)
  const look = (): void => {
    const chosen = file !== null ? listFileOf(file) : pasted.trim() === '' ? null : blockOf(pasted, 'pasted')
    setMissing(chosen === null)
    if (chosen !== null) onChosen(chosen)
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) look()
      }}
    >
      {missing ? <ErrorSummary title={t.problems} errors={[t.nothing]} /> : null}
      <Field label={t.file} hint={t.fileHint} error={missing ? t.nothing : undefined}>
        {({ id: fieldId, describedBy }) => (
          <input
            className="input"
            type="file"
            id={fieldId}
            accept=".csv,.tsv,.txt,.xlsx,.json"
            aria-describedby={describedBy}
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <div className="field wide">
        <label htmlFor={id}>{t.paste}</label>
        <p className="hint" id={`${id}-hint`}>
          {t.pasteHint}
        </p>
        <textarea
          className="area block"
          id={id}
          aria-describedby={`${id}-hint`}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
          spellCheck={false}
        />
      </div>
      <p className="btns">
        <Button look="main" type="submit" busy={busy ? t.looking : false}>
          {t.look}
        </Button>
      </p>
    </form>
  )
}
