// Architecture: reads source files as plain text and says where they leave the plan of the house. The plan is in the test itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { lineAt, type SourceText, scan } from './source-text.ts'

/** What a room may be without; see `forbiddenWords` for the words of each. */
export type Absence = 'clock' | 'chance' | 'locale' | 'waiting' | 'input and output'

export type Room = {
  readonly name: string
  /** A file imports from its own room or from a lower storey; never up, never sideways. */
  readonly storey: number
  /** Folders end in a slash; anything else is one file. */
  readonly places: readonly string[]
  /** Packages from outside; a star stands for any ending: `d3-*`, `node:*`. */
  readonly packages: readonly string[]
  /** The only rooms it sees, where that is less than every lower storey. */
  readonly sees?: readonly string[]
  /** The lowest storey that may see it, where that is not simply the next one. */
  readonly seenFromStorey?: number
  readonly without?: readonly Absence[]
}

export type SourceFile = { readonly path: string; readonly text: string }
export type Breach = { readonly rule: string; readonly at: string; readonly problem: string }

/** A file that is being read: its two views, and a way to report a place in it. */
type Reading = SourceFile & SourceText & { readonly report: (rule: string, place: number, problem: string) => void }
type Import = { readonly target: string; readonly place: number; readonly clause: string }
type Word = { readonly rule: string; readonly pattern: RegExp }

const forbiddenWords: Record<Absence, readonly RegExp[]> = {
  clock: [
    /\bDate\.now\b/g,
    /\bnew\s+Date\b(?!\s*\(\s*[^\s)])/g,
    /(?<!\bnew\s+)(?<![\w.$])Date\s*\(/g,
    /\bperformance\b/g,
    /\bTemporal\.Now\b/g,
  ],
  chance: [/\bMath\.random\b/g, /\bcrypto\b/g],
  // The machine's own time zone is as local as its language.
  locale: [
    /\.toLocale\w*/g,
    /\blocaleCompare\b/g,
    /\bIntl\b/g,
    /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\s*\(/g,
  ],
  waiting: [/\b(?:async|await|Promise)\b/g, /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\b/g],
  'input and output': [/(?<![\w$]|[\w$)\]?!]\.)(?:console|process|fetch|globalThis)\b(?!\s*\??:)/g, /\bimport\.meta\b/g],
}

/** Deadlines are effects, position is value and context: see docs/decisions/0003. */
const machineWords: readonly Word[] = [
  { rule: 'machine with a timer', pattern: /(?<![\w$.])(['"]?)after\1\s*:/g },
  { rule: 'machine that invokes', pattern: /(?<![\w$.])(['"]?)invoke\1\s*:/g },
  { rule: 'machine that spawns', pattern: /\bspawn(?:Child)?\b/g },
  { rule: 'machine with history', pattern: /\btype\s*:\s*['"]history['"]|\bhistory\s*:\s*(?:true\b|['"](?:shallow|deep)['"])/g },
]

/** The functions of xstate that run a machine instead of describing one. */
const stepping =
  /\b(?:createActor|interpret|transition|initialTransition|getNextSnapshot|getInitialSnapshot|getMicrosteps|getInitialMicrosteps|toPromise|waitFor)\b/
const onlyStepper = 'src/domain/advance.ts'

const drawersWithoutLabels = /^(?:utils?|helpers?|common|managers?)$/
const remarkForATool = /^\/\/\s*(?:@ts-|biome-)/

/** Every breach of the plan in `files`, whose paths are relative to the project. */
export function inspect(rooms: readonly Room[], files: readonly SourceFile[]): Breach[] {
  const breaches: Breach[] = []
  for (const file of files) {
    const report = (rule: string, place: number, problem: string): void => {
      breaches.push({ rule, at: `${file.path}:${lineAt(file.text, place)}`, problem })
    }
    const reading = { ...file, ...scan(file.text), report }
    checkForm(reading)
    if (!file.path.startsWith('test/')) checkPlace(rooms, reading)
  }
  return breaches
}

/** What holds for every file, tests too: how it is called, how it opens, what it exports. */
function checkForm({ path, text, code, report }: Reading): void {
  const [name = '', ...folders] = path.split('/').reverse()
  if (/^index\.tsx?$/.test(name)) report('index file', 0, 'import the file itself instead')
  for (const part of [name.split('.')[0] ?? '', ...folders]) {
    if (drawersWithoutLabels.test(part)) report('drawer without a label', 0, `"${part}" says nothing of what is inside`)
  }
  const opening = text.replace(/^#!.*\n/, '')
  if (!/^(?:\/\/[^\S\n]*\S|\/\*)/.test(opening) || remarkForATool.test(opening)) {
    report('no opening sentence', 0, 'the first line says what lives here')
  }
  for (const { index } of code.matchAll(/\bexport\s+default\b|\bexport\s*\{[^}]*\bdefault\b[^}]*\}/g)) {
    report('default export', index, 'export by name')
  }
}

/** What depends on the room a file is in: whom it imports and what it must do without. */
function checkPlace(rooms: readonly Room[], reading: Reading): void {
  const { path, code, report } = reading
  const room = roomOf(rooms, path)
  if (room === null) {
    report('no such room', 0, 'the plan has no place for this file')
    return
  }
  for (const one of importsOf(reading)) checkImport(rooms, room, reading, one)
  for (const { index } of code.matchAll(/\bimport\s*\(\s*[^\s'"]/g)) {
    report('hidden import', index, 'write the imported path as a plain string')
  }
  for (const absence of room.without ?? []) {
    for (const pattern of forbiddenWords[absence]) {
      for (const match of code.matchAll(pattern))
        report(absence, match.index, `"${match[0].trim()}" has no place in ${room.name}`)
    }
  }
  if (room.name === 'pathways') checkMachineWords(reading)
}

function checkMachineWords({ withLiterals, code, report }: Reading): void {
  for (const { rule, pattern } of machineWords) {
    for (const match of withLiterals.matchAll(pattern)) {
      if (isText(code, match.index)) continue
      report(rule, match.index, `"${match[0]}" has no place in a pathway: a deadline is a named effect`)
    }
  }
}

/** Whether a place found in the view with literals is inside one: there the view of the code is blank. */
const isText = (code: string, place: number): boolean => code[place] === ' '

/** Static imports, re-exports, imports for their effect, dynamic imports and imports in types. */
function importsOf({ code, withLiterals }: Reading): Import[] {
  const found: Import[] = []
  for (const match of withLiterals.matchAll(/\b(?:from\s*|import\s*\(\s*|import\s*)(['"])(.*?)\1/g)) {
    const place = match.index
    if (isText(code, place)) continue
    const before = code.slice(0, place)
    const opens = Math.max(before.lastIndexOf('import'), before.lastIndexOf('export'))
    found.push({ target: match[2] ?? '', place, clause: match[0].startsWith('from') ? before.slice(opens) : '' })
  }
  return found
}

function checkImport(rooms: readonly Room[], room: Room, { path, report }: Reading, { target, place, clause }: Import): void {
  if (target.startsWith('.')) {
    const there = posix.join(posix.dirname(path), target)
    const breach = breachBetween(room, roomOf(rooms, there))
    if (breach !== null) report(breach, place, `${room.name} (storey ${room.storey}) imports ${there}`)
    return
  }
  if (!room.packages.some((allowed) => covers(allowed, target))) {
    report('package', place, `${target} is not for ${room.name}: ${room.packages.join(', ') || 'no packages'}`)
  }
  const steps = stepping.test(clause) || /\*\s*as\b|\*\s*$/.test(clause)
  if (packageOf(target) === 'xstate' && steps && path !== onlyStepper) {
    report('second stepper', place, `only ${onlyStepper} runs a machine`)
  }
}

function breachBetween(from: Room, to: Room | null): string | null {
  if (to === null) return 'outside the house'
  if (to === from) return null
  if (to.storey > from.storey) return 'upward import'
  if (to.storey === from.storey) return 'sideways import'
  if (from.sees !== undefined && !from.sees.includes(to.name)) return 'closed room'
  return to.seenFromStorey !== undefined && from.storey < to.seenFromStorey ? 'closed room' : null
}

const roomOf = (rooms: readonly Room[], path: string): Room | null =>
  rooms.find(({ places }) => places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))) ?? null

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')

const covers = (allowed: string, target: string): boolean =>
  allowed.endsWith('*') ? target.startsWith(allowed.slice(0, -1)) : packageOf(target) === allowed

/** Every .ts and .tsx file below `folders`; a folder that does not exist yet has none. */
export function readSources(project: string, folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(project, folder))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }))
}

function filesBelow(project: string, folder: string): string[] {
  if (!existsSync(join(project, folder))) return []
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  )
}
