// Progress of long work: a bar on a terminal, plain lines elsewhere; on standard error, so that standard output stays for data.
import type { Streams } from './command.ts'

export type Progress = { readonly step: (done: number, of: number) => void; readonly end: () => void }

const width = 30

/** `words` say what is being done. Without a terminal there is a line at every quarter. */
export function progressOn({ stderr }: Pick<Streams, 'stderr'>, words: string): Progress {
  const onTerminal = 'isTTY' in stderr && stderr.isTTY === true
  let shown = -1
  return {
    step: (done, of) => {
      const share = of === 0 ? 1 : done / of
      const parts = Math.floor(share * (onTerminal ? width : 4))
      if (parts === shown) return
      shown = parts
      if (onTerminal) stderr.write(`\r${words} [${'█'.repeat(parts)}${' '.repeat(width - parts)}] ${Math.floor(share * 100)}%`)
      else stderr.write(`${words} ${Math.floor(share * 100)}%\n`)
    },
    end: () => {
      if (onTerminal && shown >= 0) stderr.write('\n')
    },
  }
}
