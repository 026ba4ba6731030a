// The words of the screens read from their source: every table of `texts(nl, en)`, its keys, and where in the source a key is used.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'

const root = join(import.meta.dirname, '..', '..', 'src', 'web')

// biome-ignore lint/suspicious/noExplicitAny: a tree of whatever the language has
type Node = any

export type Table = {
  /** File and name: `pages/work/words.ts words`. */
  readonly id: string
  readonly file: string
  readonly name: string
  /** Paths of keys, each with the texts that stand there. */
  readonly nl: ReadonlyMap<string, readonly string[]>
  readonly en: ReadonlyMap<string, readonly string[]>
}

export type Uses = {
  /** Keys that are named, `faults.cost`; a name that was computed ends in `*`. */
  readonly named: Set<string>
  /** The table went into something that picks from it: then a key counts as used where its name is read in the same folder. */
  handedOn: boolean
}

type Source = { readonly file: string; readonly program: Node }

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const file = join(root, name)
    const { program } = parseSync(file, readFileSync(file, 'utf8'), { lang: name.endsWith('x') ? 'tsx' : 'ts' })
    return { file, program }
  })

function* nodesIn(node: Node): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* nodesIn(one)
  else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') yield node
    for (const value of Object.values(node)) if (typeof value === 'object') yield* nodesIn(value)
  }
}

const bare = (node: Node): Node => (/^TS(?:As|Satisfies|NonNull)/.test(node?.type ?? '') ? bare(node.expression) : node)

const keyOf = (node: Node): string => String(node.key.name ?? node.key.value)

/** Everything that is said somewhere under a value, also by a function. */
function said(node: Node): string[] {
  return [...nodesIn(node)].flatMap((one) => {
    if (one.type === 'Literal' && typeof one.value === 'string') return [one.value]
    return one.type === 'TemplateElement' ? [String(one.value.cooked)] : []
  })
}

/** The object or the texts that a name of the same file stands for. */
const meaning = (node: Node, file: string): Node => {
  const plain = bare(node)
  if (plain.type !== 'Identifier') return plain
  const { program } = sources.find((one) => one.file === file)!
  const declared = [...nodesIn(program)].find((one) => one.type === 'VariableDeclarator' && one.id.name === plain.name)
  return declared === undefined ? plain : bare(declared.init)
}

function keysOf(node: Node, file: string, before = ''): Map<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>()
  for (const property of bare(node).properties) {
    if (property.type !== 'Property') continue
    const path = `${before}${keyOf(property)}`
    const value = meaning(property.value, file)
    if (value.type === 'ObjectExpression') for (const [key, texts] of keysOf(value, file, `${path}.`)) keys.set(key, texts)
    else keys.set(path, said(value))
  }
  return keys
}

/** Each `const name = texts({ … }, { … })`. */
export const tables: readonly Table[] = sources.flatMap(({ file, program }) =>
  [...nodesIn(program)].flatMap((node): Table[] => {
    const call = node.type === 'VariableDeclarator' ? bare(node.init) : null
    if (call?.type !== 'CallExpression' || call.callee.name !== 'texts') return []
    const [nl, en] = call.arguments.map(bare)
    if (nl?.type !== 'ObjectExpression' || en?.type !== 'ObjectExpression') return []
    const name = String(node.id.name)
    return [{ id: `${relative(root, file)} ${name}`, file, name, nl: keysOf(nl, file), en: keysOf(en, file) }]
  }),
)

/** For each local name of a file the table that it means: declared there, or imported. */
function tablesBy({ file, program }: Source): Map<string, Table> {
  const found = new Map<string, Table>()
  for (const table of tables) if (table.file === file) found.set(table.name, table)
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration' || !String(node.source.value).startsWith('.')) continue
    const from = join(dirname(file), String(node.source.value))
    for (const { imported, local } of node.specifiers) {
      const table = tables.find((one) => one.file === from && one.name === imported?.name)
      if (table !== undefined) found.set(local.name, table)
    }
  }
  return found
}

/** The path that is read from a name: `t.faults[x]` is `faults.*`. The nodes that were gone through are told. */
function pathFrom(node: Node, parents: ReadonlyMap<Node, Node>): { readonly path: string; readonly last: Node } {
  const path: string[] = []
  let last = node
  for (let up = parents.get(last); up !== undefined; up = parents.get(last)) {
    if (up.type === 'TSNonNullExpression' || up.type === 'TSAsExpression' || up.type === 'ChainExpression') {
      last = up
      continue
    }
    if (up.type !== 'MemberExpression' || up.object !== last) break
    path.push(!up.computed ? String(up.property.name) : up.property.type === 'Literal' ? String(up.property.value) : '*')
    last = up
  }
  return { path: path.join('.'), last }
}

export function usesOf(): Map<Table, Uses> {
  const uses = new Map<Table, Uses>(tables.map((table) => [table, { named: new Set(), handedOn: false }]))
  for (const source of sources) {
    const meant = tablesBy(source)
    if (meant.size === 0) continue
    const parents = parentsIn(source.program)
    for (const node of parents.keys()) {
      // `t` in a component, or wherever a table is picked from by hand: `words[language].key`.
      const table = tableOf(node, meant, parents)
      if (table !== null) note(uses.get(table.table)!, table, parents)
    }
  }
  return uses
}

function parentsIn(program: Node): Map<Node, Node> {
  const parents = new Map<Node, Node>()
  for (const node of nodesIn(program))
    for (const child of Object.values(node).flat() as Node[]) if (child?.type !== undefined) parents.set(child, node)
  return parents
}

type Meant = { readonly table: Table; readonly node: Node; readonly skip: number }

/** A name that holds a table, or the table itself. */
function tableOf(node: Node, meant: ReadonlyMap<string, Table>, parents: ReadonlyMap<Node, Node>): Meant | null {
  if (node.type !== 'Identifier') return null
  const up = parents.get(node)
  if (up === undefined || /^Import/.test(up.type)) return null
  if (up.type === 'MemberExpression' && up.property === node && !up.computed) return null
  if (up.type === 'Property' && up.key === node && up.value !== node) return null
  const direct = meant.get(node.name)
  if (direct !== undefined) {
    if (up.type === 'VariableDeclarator' && up.id === node) return null
    // Asked for by a component: what counts is the name that holds the answer.
    if (up.type === 'CallExpression' && up.callee.name === 'useTexts') return null
    return { table: direct, node, skip: 1 }
  }
  const holder = holds(node, meant, parents)
  return holder === null || (up.type === 'VariableDeclarator' && up.id === node && up.id.type === 'Identifier')
    ? null
    : { table: holder, node, skip: 0 }
}

/** `const t = useTexts(words)` in the function around it, or in a function around that. */
function holds(node: Node, meant: ReadonlyMap<string, Table>, parents: ReadonlyMap<Node, Node>): Table | null {
  for (let up = parents.get(node); up !== undefined; up = parents.get(up)) {
    const declared = declarationsIn(up).find(({ id }) => id?.name === node.name)
    if (declared !== undefined) return meant.get(tableNamed(bare(declared.init))) ?? null
  }
  return null
}

function declarationsIn(block: Node): Node[] {
  if (block.type !== 'BlockStatement' && block.type !== 'Program') return []
  return block.body.flatMap((statement: Node) => statement.declaration?.declarations ?? statement.declarations ?? [])
}

/** `useTexts(words)`, or `words[language]`. */
function tableNamed(init: Node): string {
  if (init?.type === 'CallExpression' && init.callee.name === 'useTexts') return String(init.arguments[0]?.name)
  return init?.type === 'MemberExpression' ? String(init.object?.name) : ''
}

function note(uses: Uses, { node, skip }: Meant, parents: ReadonlyMap<Node, Node>): void {
  const { path, last } = pathFrom(node, parents)
  // Of the table itself the first step is the language.
  const own = path.split('.').slice(skip).join('.')
  const up = parents.get(last)
  const pattern = up?.type === 'VariableDeclarator' && up.init === last ? up.id : null
  if (pattern?.type === 'ObjectPattern') {
    for (const property of pattern.properties)
      if (property.type === 'Property') uses.named.add([own, keyOf(property)].filter(Boolean).join('.'))
      else uses.named.add(own === '' ? '*' : `${own}.*`)
    return
  }
  if (own !== '') uses.named.add(own)
  else if (pattern?.type !== 'Identifier' || skip === 0) uses.handedOn = true
}

/** Names that are read in the folder, of whatever, or that its other files list to look up: `(['title', 'place'] as const).map((key) => t[key])`. */
const readBeside = new Map<string, Set<string>>()
function namesReadBeside(own: string): Set<string> {
  const known = readBeside.get(own)
  if (known !== undefined) return known
  const beside = sources.filter(({ file }) => dirname(file) === dirname(own))
  const names = new Set(
    beside.flatMap(({ file, program }) => [...nodesIn(program)].flatMap((node) => namesIn(node, file === own))),
  )
  readBeside.set(own, names)
  return names
}

function namesIn(node: Node, isOwn: boolean): string[] {
  if (node.type === 'MemberExpression' && !node.computed) return [node.property.name]
  if (node.type === 'ObjectPattern') return node.properties.filter(({ type }: Node) => type === 'Property').map(keyOf)
  if (isOwn) return []
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  return node.type === 'Property' && !node.computed ? [keyOf(node)] : []
}

/** Every name in the contract and the domain: what a server's code may be looked up by. */
const codes = new Set(
  ['contract', 'domain'].flatMap((folder) =>
    readdirSync(join(root, '..', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(root, '..', folder, name), 'utf8').matchAll(/['"]([\w-]+)['"]|\b(\w+)\??:/g)])
      .map(([, quoted, key]) => quoted ?? key ?? ''),
  ),
)

/** Keys of a table that nothing uses, as far as the source says: a key that is looked up by a code counts when that code exists. */
export function unusedIn(table: Table, { named, handedOn }: Uses): string[] {
  const names = [...named].filter((one) => one !== '*')
  const computed = named.has('*')
  const beside = namesReadBeside(table.file)
  return [...table.nl.keys()].filter((key) => {
    if (names.some((one) => covers(one, key))) return false
    const [first = ''] = key.split('.')
    if (handedOn && key.split('.').some((part) => beside.has(part))) return false
    return !(computed && !key.includes('.') && (beside.has(first) || codes.has(first)))
  })
}

/** `faults` and `faults.*` cover `faults.cost`, and the whole of what stands under it. */
function covers(used: string, key: string): boolean {
  const [parts, keys] = [used.split('.'), key.split('.')]
  return parts.every((part, index) => index >= keys.length || part === '*' || part === keys[index])
}
