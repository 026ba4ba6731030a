// The web application on a real socket, with the people and the case of a test behind it.
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { buildWebWhenNeeded } from '../../src/cli/web-build.ts'
import { webFolder } from '../../src/compose.ts'
import type { Role } from '../../src/domain/role.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Store } from '../../src/store/store.ts'
import { type TestApp, testApp } from './test-app.ts'

export const webApp = async (store: Store) => onSocket(await testApp(store))

/** What a test has put together already. */
export async function onSocket<App extends Pick<TestApp, 'engine' | 'setClock'>>(app: App) {
  await buildWebWhenNeeded()
  const web = buildApp({
    engine: app.engine,
    demoClock: { now: app.engine.clock, set: app.setClock },
    logger: false,
    webFolder,
  })
  await web.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`
  return {
    ...app,
    address,
    close: () => web.close(),
    /** As this person, from the first screen on. */
    async signIn(page: Page, role: Role, first = '/work') {
      await page.goto(address)
      const session = { accountId: `some-${role}`, role, name: 'Iemand', organisation: 'Praktijk' }
      await page.evaluate(`sessionStorage.setItem('valpad.demo-account', ${JSON.stringify(JSON.stringify(session))})`)
      await page.goto(`${address}${first}`)
    },
  }
}

/** Counts every key that is pressed and every click, as the effort of whoever does it. */
export function countedHands(page: Page) {
  let count = 0
  return {
    count: () => count,
    /** With Alt held: both keys count. */
    async press(...keys: string[]) {
      for (const key of keys) {
        count += key.split('+').length
        await page.keyboard.press(key)
      }
    },
    async click(selector: string) {
      count += 1
      await page.click(selector)
    },
  }
}
