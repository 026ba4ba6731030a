// The list to take along: for Excel, for machines, in the open standard.
import { useMutation } from '@tanstack/react-query'
import { getSupplyList, listFormats } from '../../../contract/supply-lists.ts'
import { takeAlong } from '../../api/files.ts'
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Part } from '../../ui/page.tsx'
import { WentWrong } from '../../ui/states.tsx'
import { words } from './words.ts'

export function Along() {
  const t = useTexts(words)
  const taking = useMutation({
    mutationFn: (format: (typeof listFormats)[number]) => takeAlong(getSupplyList, { format }),
  })
  return (
    <div className="after">
      <Part id="along" title={t.take} aside={t.takeHow}>
        <p className="btns">
          {listFormats.map((format) => (
            <Button
              key={format}
              small
              onPress={() => taking.mutate(format)}
              busy={taking.isPending && taking.variables === format ? t.taking : false}
            >
              {t.formats[format]}
            </Button>
          ))}
        </p>
        <p className="told" role="status">
          {taking.data === undefined ? '' : t.taken(taking.data)}
        </p>
        {taking.error === null ? null : <WentWrong error={taking.error} />}
      </Part>
    </div>
  )
}
