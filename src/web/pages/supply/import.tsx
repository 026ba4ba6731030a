// Importing a list: chosen or pasted, looked at, taken over; nothing is saved before the last step.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { importSupplyList, type ListPreview, previewSupplyList } from '../../../contract/supply-lists.ts'
import { newKey } from '../../api/call.ts'
import { type ListFile, sendFile } from '../../api/files.ts'
import { useTexts } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { ChooseList } from './import-choose.tsx'
import { LookAtList } from './import-look.tsx'
import { TakenList } from './import-taken.tsx'
import { words } from './import-words.ts'
import { leaveBlock, leftBlock } from './pasted.ts'

type Reading = { readonly file: ListFile; readonly headers: boolean; readonly mapping: string | null }

const queryOf = ({ headers, mapping }: Reading) => ({
  headers: headers ? ('yes' as const) : ('no' as const),
  ...(mapping === null ? {} : { mapping }),
})

export function ImportList() {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [reading, setReading] = useState<Reading | null>(null)
  const [preview, setPreview] = useState<ListPreview | null>(null)
  const look = useMutation({
    mutationFn: async (asked: Reading) => ({
      asked,
      preview: await sendFile(previewSupplyList, asked.file, queryOf(asked)),
    }),
    onSuccess: ({ asked, preview: seen }) => {
      setReading({ ...asked, mapping: seen.mapping })
      setPreview(seen)
    },
  })
  const take = useMutation({
    mutationFn: ({ asked, key }: { readonly asked: Reading; readonly key: string }) =>
      sendFile(importSupplyList, asked.file, { ...queryOf(asked), skipFaulty: 'true' }, key),
    onSuccess: () => {
      leaveBlock(null)
      void queries.invalidateQueries({ queryKey: ['offers'] })
      void queries.invalidateQueries({ queryKey: ['organisations'] })
    },
  })
  const { mutate } = look
  // What was pasted into the list is looked at at once.
  useEffect(() => {
    const left = leftBlock()
    if (left !== null) mutate({ file: left, headers: true, mapping: null })
    return () => leaveBlock(null)
  }, [mutate])
  const again = (): void => {
    leaveBlock(null)
    setReading(null)
    setPreview(null)
    look.reset()
    take.reset()
  }
  const step = take.data !== undefined ? 2 : preview !== null ? 1 : 0
  return (
    <Page title={t.title} lead={t.lead}>
      <ol className="steps" aria-label={t.stepsLabel}>
        {t.steps.map((name, index) => (
          <li
            key={name}
            className={index < step ? 'done' : index === step ? 'now' : 'later'}
            aria-current={index === step ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
      {take.data !== undefined ? (
        <TakenList taken={take.data} again={again} />
      ) : preview !== null && reading !== null ? (
        <LookAtList
          preview={preview}
          name={reading.file.name === 'pasted' ? t.pasted : reading.file.name}
          headers={reading.headers}
          busy={look.isPending}
          taking={take.isPending}
          onMapping={(mapping) => look.mutate({ ...reading, mapping })}
          onHeaders={(headers) => look.mutate({ ...reading, headers, mapping: null })}
          onTake={() => take.mutate({ asked: reading, key: newKey() })}
          again={again}
        />
      ) : (
        <ChooseList busy={look.isPending} onChosen={(file) => look.mutate({ file, headers: true, mapping: null })} />
      )}
      <div className="refused">
        {look.error === null ? null : <WentWrong error={look.error} />}
        {take.error === null ? null : <WentWrong error={take.error} />}
      </div>
    </Page>
  )
}
