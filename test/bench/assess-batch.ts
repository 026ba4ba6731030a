// Speed and memory of `valpad assess --batch`, as a whole process, beside a process that only reads, parses and writes the same lines.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { facts } from '../../pathways/amstelland/v1/facts.ts'
import { people, unknownPeople } from './population.ts'

const yesNoNames = facts.filter(({ kind }) => kind === 'yesNo').map(({ id }) => id)
const unknownNames = [...yesNoNames, 'falls12m', 'walk4m', 'preference', 'cognition']

const bare = `
let rest = ''
let out = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\\n')
  rest = lines.pop()
  out = ''
  for (const line of lines) out += JSON.stringify(JSON.parse(line)) + '\\n'
  if (!process.stdout.write(out)) { process.stdin.pause(); process.stdout.once('drain', () => process.stdin.resume()) }
})
process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))
`

const folder = mkdtempSync(join(tmpdir(), 'valpad-bench-'))
const report = join(import.meta.dirname, 'report-peak-memory.ts')

async function writeLines(name: string, rows: Iterable<unknown>): Promise<string> {
  const path = join(folder, name)
  const file = createWriteStream(path)
  let block = ''
  for (const row of rows) {
    block += `${JSON.stringify(row)}\n`
    if (block.length > 1 << 20) {
      if (!file.write(block)) await once(file, 'drain')
      block = ''
    }
  }
  file.end(block)
  await once(file, 'finish')
  return path
}

type Run = { seconds: number; peakMb: number }

/** One whole process, from start to exit, reading `path` on standard input. */
async function timed(args: readonly string[], path: string): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let peakKb = 0
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    peakKb = Number(/peak (\d+)/.exec(text)?.[1] ?? peakKb)
  })
  createReadStream(path).pipe(child.stdin)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The process ended with ${code}`)
  return { seconds: (performance.now() - start) / 1000, peakMb: peakKb / 1024 }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function compare(what: string, path: string, lines: number, aim: number): Promise<void> {
  const valpad: Run[] = []
  const limit: Run[] = []
  for (let round = 0; round < 5; round++) {
    valpad.push(await timed(['--import', report, 'src/cli/valpad.ts', 'assess', '--batch'], path))
    limit.push(await timed(['-e', bare], path))
  }
  const perSecond = lines / median(valpad.map(({ seconds }) => seconds))
  const bareSeconds = median(limit.map(({ seconds }) => seconds))
  const ratio = bareSeconds / median(valpad.map(({ seconds }) => seconds))
  console.log(
    `${what}: ${lines} lines, ${Math.round(perSecond)} lines/s with start-up (aim ${aim}), ${Math.round(ratio * 100)} % of the speed of bare parsing and writing, peak memory ${Math.round(median(valpad.map(({ peakMb }) => peakMb)))} MB`,
  )
}

try {
  console.log(`Node ${process.version}; medians of 5 whole processes each, alternating`)
  await compare('realistic mix, 1 times', await writeLines('mix-1', people(200_000, 1)), 200_000, 100_000)
  await compare('realistic mix, 5 times', await writeLines('mix-5', people(1_000_000, 2)), 1_000_000, 100_000)
  await compare('all unknown', await writeLines('unknown', unknownPeople(100_000, unknownNames)), 100_000, 20_000)
} finally {
  rmSync(folder, { recursive: true })
}
