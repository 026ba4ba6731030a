// A stopwatch for timed tests: started and stopped with one press, or with the space bar from its field; the time lands in the field.
import { useCallback, useEffect, useState } from 'react'
import { useTexts } from '../../text/language.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from './words.ts'

export type Watch = { readonly since: number | null; readonly press: () => void; readonly cancel: () => void }

export function useStopwatch(onTime: (seconds: number) => void): Watch {
  const [since, setSince] = useState<number | null>(null)
  const press = (): void => {
    setSince(since === null ? performance.now() : null)
    if (since === null) return
    onTime(Math.round((performance.now() - since) / 100) / 10)
  }
  return { since, press, cancel: useCallback(() => setSince(null), []) }
}

export function Stopwatch({ watch: { since, press }, about }: { readonly watch: Watch; readonly about: string }) {
  const t = useTexts(words)
  const [shown, setShown] = useState(0)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => setShown(Math.floor((performance.now() - since) / 1000)), 250)
    return () => {
      clearInterval(timer)
      setShown(0)
    }
  }, [since])
  return (
    <button type="button" className="btn small watch" onClick={press} aria-describedby={about}>
      <Icon name="play" />
      {since === null ? t.stopwatch : `${t.stop} ${shown} s`}
      <kbd aria-hidden="true">{t.space}</kbd>
    </button>
  )
}
