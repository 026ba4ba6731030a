// What may wait until the answer to a key is on the screen.
import { startTransition, useEffect, useState } from 'react'

/** After the next frame, or a moment later where no frame comes: a window in the background is not painted. */
export function afterPaint(act: () => void): () => void {
  let waiting = true
  const run = (): void => {
    if (!waiting) return
    waiting = false
    act()
  }
  requestAnimationFrame(() => setTimeout(run, 0))
  setTimeout(run, 80)
  return () => {
    waiting = false
  }
}

/** The value as it was on the screen before the last key, until that key has been answered. */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(value)
  // Another key goes before it, also while it is being drawn.
  useEffect(() => afterPaint(() => startTransition(() => setShown(value))), [value])
  return shown
}
