// A list file read without holding up the server: small texts at once, anything heavy in a thread with a bound on memory and time.
import { Worker } from 'node:worker_threads'
import { fileFault, type ReadTable } from '../domain/supply-list/table.ts'
import { type FileAsked, isHeavy, readListFile } from '../supply/list-file.ts'
import { TooBusy } from './handle-command.ts'

const mostMilliseconds = 20_000
const mostAtOnce = 2

const mostWaiting = 10

let reading = 0
const waiting: (() => void)[] = []

export async function readList(asked: FileAsked): Promise<ReadTable> {
  if (!isHeavy(asked.bytes)) return readListFile(asked)
  if (waiting.length >= mostWaiting) throw new TooBusy('Too many lists are being read')
  // Who is done hands the place over to who waits.
  if (reading >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else reading += 1
  try {
    return await inThread(asked)
  } finally {
    const next = waiting.shift()
    if (next === undefined) reading -= 1
    else next()
  }
}

function inThread(asked: FileAsked): Promise<ReadTable> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
    // Nothing of how the server was started matters to a list.
    execArgv: [],
    env: {},
  })
  return new Promise<ReadTable>((resolve) => {
    const timer = setTimeout(() => resolve(tooHeavy), mostMilliseconds)
    worker.once('message', (read: ReadTable) => resolve(read))
    // Out of memory, or a file that no reader foresaw: in either case this file cannot be read.
    worker.once('error', () => resolve(tooHeavy))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(tooHeavy)
    })
  }).finally(() => worker.terminate())
}

const tooHeavy = fileFault(
  'tooHeavy',
  'Dit bestand is te zwaar om te lezen. Kopieer alleen de lijst naar een nieuw bestand, of bewaar haar als CSV.',
  'This file is too heavy to read. Copy only the list to a new file, or save it as CSV.',
)
