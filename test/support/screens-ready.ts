// Once before all tests: the screens are built and the browser is unpacked, so that no two files do either at the same moment.
import { buildWebWhenNeeded } from '../../src/cli/web-build.ts'
import { whyNoBrowser } from './browser.ts'

export async function setup(): Promise<void> {
  await buildWebWhenNeeded()
  await whyNoBrowser()
}
