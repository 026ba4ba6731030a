// One consult of the fixture: prepared over HTTP up to the fall analysis, then played in a browser by the keys that a practised nurse presses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { GivenValue } from '../../src/domain/answers.ts'
import { until } from './browser.ts'
import type { DemoServer } from './demo-server.ts'

/** A key; figures, each digit a key; words, which count as one action; a click on a section of the list. */
type Act = string | { readonly type: string } | { readonly text: string } | { readonly click: string }
type Values = { readonly [itemId: string]: GivenValue }

export type Consult = {
  readonly person: { readonly name: string; readonly [field: string]: string }
  readonly screening: { readonly [fact: string]: unknown }
  readonly sections: readonly {
    readonly section: string
    readonly does: readonly Act[]
    readonly answers: Values
    /** Given in the screening, confirmed here. */
    readonly carried?: Values
  }[]
}

export const consult: Consult = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'consult.json'), 'utf8'))
export const nurse = 'nurse-luchtkasteel'

/** Everything that has been answered in the end. */
export const answersOf = ({ sections }: Consult): Values =>
  Object.assign({}, ...sections.flatMap(({ answers, carried = {} }) => [answers, carried]))

/** The person of the fixture, screened, with an analysis that has begun and no answer yet. */
export async function readyForAnalysis(
  { ask, does }: Pick<DemoServer, 'ask' | 'does'>,
  { person, screening }: Consult = consult,
): Promise<string> {
  const { personId } = (await ask(nurse, 'POST', '/v1/people', { body: person })).json
  const { caseId } = (await ask(nurse, 'POST', '/v1/cases', { body: { personId, age: 84, livesAtHome: 'yes' } })).json
  await does(nurse, caseId, 'contacts', { reached: true })
  await does(nurse, caseId, 'screenings/_start', { personAgrees: true })
  await does(nurse, caseId, 'screenings', { facts: screening })
  await does(nurse, caseId, 'analyses')
  return caseId
}

export type Hands = {
  readonly count: () => number
  /** Of a chord only the key is counted apart: `Alt+s` is two. */
  readonly press: (...keys: string[]) => Promise<void>
  /** Digit by digit. */
  readonly type: (figures: string) => Promise<void>
  /** Words: one action, and the key that leaves the field with it. */
  readonly write: (text: string) => Promise<void>
  readonly click: (selector: string) => Promise<void>
}

export function handsOn(page: Page): Hands {
  let count = 0
  return {
    count: () => count,
    async press(...keys) {
      for (const key of keys) {
        count += key.split('+').length
        await page.keyboard.press(key)
      }
    },
    async type(figures) {
      for (const figure of figures) {
        count += 1
        await page.keyboard.press(figure)
      }
    },
    async write(text) {
      count += 1
      await page.keyboard.insertText(text)
      await page.keyboard.press('Enter')
    },
    async click(selector) {
      count += 1
      await page.click(selector)
    },
  }
}

/** Section by section; each must find focus in itself, or a key has gone astray. */
export async function playAnalysis(page: Page, hands: Hands, { sections }: Consult = consult): Promise<void> {
  for (const { section, does } of sections) {
    const here = await page.evaluate<string | null>(focusedSection)
    if (here !== section) throw new Error(`Focus is in ${here}, and should have come to ${section}`)
    for (const act of does) {
      if (typeof act === 'string') await hands.press(act)
      else if ('type' in act) await hands.type(act.type)
      else if ('text' in act) await hands.write(act.text)
      else await hands.click(`.sections a[href="#s-${act.click}"]`)
    }
  }
}

const focusedSection = `document.activeElement?.closest('.block')?.id.slice(2) ?? null`

/** The first three lines of the proposal with the first offer each; focus ends on the one that leads to checking. */
export async function chooseThree(page: Page, hands: Hands): Promise<void> {
  for (let line = 0; line < 3; line++) {
    await page.waitForSelector('[data-line] .answers input:focus')
    const before = await page.evaluate<string>(focusedLine)
    await hands.press('1', 'Enter')
    await until(page, `(${focusedLine}) !== ${JSON.stringify(before)}`)
  }
}

/** From the proposal: checked, agreed, sent. `atCheck`: while it is being checked. */
export async function sendAll(page: Page, hands: Hands, atCheck = async (): Promise<void> => undefined): Promise<void> {
  await hands.press('Alt+s')
  await page.waitForSelector('#agrees-yes:focus')
  await atCheck()
  await hands.press('1')
  await page.waitForSelector('#how-0:focus')
  await hands.press('1')
  await page.waitForSelector('#flags:focus')
  await hands.press('Space', 'Alt+s')
  await page.waitForURL('**/done')
}

const focusedLine = `document.activeElement?.closest('[data-line]')?.dataset.line ?? document.activeElement?.id ?? ''`
