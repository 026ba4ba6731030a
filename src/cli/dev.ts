// `npm run dev`: the server, and the screens beside it, which follow every edit at once.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..', '..')

const engine = spawn(process.execPath, ['src/main.ts'], { cwd: root, stdio: 'inherit' })
const screens = await createServer({ configFile: join(root, 'vite.config.ts') })
await screens.listen()
screens.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    engine.kill(signal)
    void screens.close()
  })
