// A stopwatch for timed tests: started and stopped with one press or the space bar, the time lands in the field.
import { useEffect, useState } from 'react'
import { useTexts } from '../../text/language.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from './words.ts'

export function Stopwatch({ onTime }: { readonly onTime: (seconds: number) => void }) {
  const t = useTexts(words)
  const [since, setSince] = useState<number | null>(null)
  const [shown, setShown] = useState(0)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => setShown(Math.floor((performance.now() - since) / 1000)), 250)
    return () => clearInterval(timer)
  }, [since])
  const press = (): void => {
    if (since === null) {
      setShown(0)
      setSince(performance.now())
      return
    }
    setSince(null)
    onTime(Math.round((performance.now() - since) / 100) / 10)
  }
  return (
    <button type="button" className="btn small" onClick={press}>
      <Icon name="play" />
      {since === null ? t.stopwatch : `${t.stop} ${shown} s`}
      <kbd>{t.space}</kbd>
    </button>
  )
}
