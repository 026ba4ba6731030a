// Batch: one object a line in, one answer a line out, in the same order, streaming; a bad line is answered too and the rest goes on.
import type { Fault } from '../domain/fault.ts'
import { mostBytes, withoutMark } from './input.ts'
import { tooLong } from './vignette.ts'

/** The answer to one line, as JSON, or its faults. */
export type AnswerLine = (line: string) => string | readonly Fault[]

export type BatchCount = { lines: number; bad: number }

const newline = 0x0a

/** Writes an answer for every line of `input`; empty lines at the very end are passed over. Memory does not grow with the input. */
export async function answerLines(
  input: AsyncIterable<Buffer>,
  answer: AnswerLine,
  write: (text: string) => Promise<void>,
): Promise<BatchCount> {
  const count: BatchCount = { lines: 0, bad: 0 }
  let emptyLines = 0

  const answered = (line: string | null): string => {
    count.lines += 1
    const result = line === null ? [tooLong] : answer(line)
    if (typeof result === 'string') return `${result}\n`
    count.bad += 1
    return `${JSON.stringify({ line: count.lines, error: errorOf(result) })}\n`
  }
  const answeredWithGap = (line: string | null): string => {
    if (line !== null && line.trim() === '') {
      emptyLines += 1
      return ''
    }
    let gap = ''
    for (; emptyLines > 0; emptyLines--) gap += answered('')
    return gap + answered(line)
  }

  for await (const lines of linesOf(input)) {
    let out = ''
    for (const line of lines) out += answeredWithGap(line)
    if (out !== '') await write(out)
  }
  return count
}

/** What a bad line is answered with: one code, and every fault with its place and words. */
export const errorOf = (faults: readonly Fault[]) => ({
  code: faults[0]?.code ?? 'unreadable',
  faults: faults.map(({ at, code, words }) => ({ at, code, nl: words.nl, en: words.en })),
})

/** Lines by the chunk; null stands for a line that was too long to keep. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[]> {
  let rest: Buffer[] = []
  let restBytes = 0
  let first = true
  for await (const chunk of input) {
    const end = chunk.lastIndexOf(newline)
    if (end === -1) {
      restBytes += chunk.length
      if (restBytes <= mostBytes) rest.push(chunk)
      else rest = []
      continue
    }
    const lines: (string | null)[] = splitLines(rest, restBytes, chunk.subarray(0, end))
    if (first && typeof lines[0] === 'string') lines[0] = withoutMark(lines[0])
    first = false
    yield lines
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : []
    restBytes = chunk.length - end - 1
  }
  if (restBytes > mostBytes) yield [null]
  else if (restBytes > 0) yield [first ? withoutMark(Buffer.concat(rest).toString('utf8')) : Buffer.concat(rest).toString('utf8')]
}

/** The complete lines in what was left over plus `chunk`. A line longer than `mostBytes` is null. */
function splitLines(rest: readonly Buffer[], restBytes: number, chunk: Buffer): (string | null)[] {
  const firstEnd = chunk.indexOf(newline)
  const head = firstEnd === -1 ? chunk : chunk.subarray(0, firstEnd)
  const firstLine = restBytes + head.length > mostBytes ? null : Buffer.concat([...rest, head]).toString('utf8')
  if (firstEnd === -1) return [firstLine]
  const others = chunk
    .subarray(firstEnd + 1)
    .toString('utf8')
    .split('\n')
  return [firstLine, ...others.map((line) => (line.length > mostBytes ? null : line))]
}
