// Output of commands: writing that waits for a slow reader.
import { once } from 'node:events'

/** Writes to `stream` and waits while its buffer is full, so that memory stays flat behind a slow reader. */
export function writer(stream: NodeJS.WritableStream): (text: string) => Promise<void> {
  return async (text) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
}
