// Building the web application when it is not there, or older than what it is made of.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { webFolder } from '../compose.ts'

const root = join(import.meta.dirname, '..', '..')
const madeOf = ['src/web', 'src/contract', 'src/domain', 'src/charts', 'vite.config.ts', 'package-lock.json']

/** True when it was built now. Needs the development packages, which `npm ci` brings. */
export async function buildWebWhenNeeded(): Promise<boolean> {
  const built = changedAt(join(webFolder, 'index.html'))
  if (built !== 0 && built >= Math.max(...madeOf.map((place) => newestIn(join(root, place))))) return false
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  return true
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => changedAt(join(entry.parentPath, entry.name))),
  )
}
