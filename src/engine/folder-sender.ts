// A sender that writes each message to a folder, for demonstration and tests.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sender } from './relay.ts'

/** One file a message, named by its dedupe key: a repeat overwrites itself with the same bytes. */
export function folderSender(folder: string): Sender {
  return async (message) => {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${message.dedupe_key.replaceAll(':', '_')}.json`)
    await writeFile(`${path}.part`, message.payload)
    await rename(`${path}.part`, path)
  }
}
