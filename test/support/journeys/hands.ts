// Two pairs of hands for the same journey: one that points, and one that has a keyboard and nothing else.
import type { Locator, Page } from 'playwright-core'
import type { Hands as CountedHands } from '../consult.ts'

export type UploadedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export type Hands = {
  readonly page: Page
  /** A link, a button, a summary; a box or one of a few that is ticked. */
  readonly press: (target: Locator) => Promise<void>
  /** Instead of what stood there. */
  readonly fill: (target: Locator, text: string) => Promise<void>
  /** In a list that drops down, by the words of the option. */
  readonly pick: (target: Locator, option: string) => Promise<void>
  readonly upload: (target: Locator, file: UploadedFile) => Promise<void>
  /** To a field or a cell, without changing anything. */
  readonly goTo: (target: Locator) => Promise<void>
  readonly keys: (...keys: string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
}

/** What has to hold after every act, for who watches. */
export type AfterAct = () => Promise<void>
const nothing: AfterAct = async () => undefined

export function pointingHands(page: Page, after: AfterAct = nothing): Hands {
  const then = async (act: Promise<unknown>): Promise<void> => {
    await act
    await after()
  }
  return {
    page,
    press: (target) => then(target.click()),
    fill: (target, text) => then(target.fill(text)),
    pick: (target, option) => then(target.selectOption({ label: option })),
    upload: (target, file) => then(target.setInputFiles(file)),
    goTo: (target) => then(target.click()),
    keys: (...keys) => then(pressAll(page, keys)),
    type: (text) => then(page.keyboard.type(text)),
  }
}

/** Reaches everything with Tab, and inside a group with the arrows. A pointer that moves is a fault of whoever wrote the journey. */
export function keyboardHands(page: Page, after: AfterAct = nothing): Hands {
  const then = async (act: () => Promise<unknown>): Promise<void> => {
    await act()
    await after()
  }
  return {
    page,
    press: (target) =>
      then(async () => {
        await reach(page, target)
        const radio = await target.evaluate((element) => element.matches('input[type=radio]:checked'))
        if (!radio) await page.keyboard.press((await isTicked(target)) ? 'Space' : 'Enter')
      }),
    fill: (target, text) =>
      then(async () => {
        await reach(page, target)
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.press('Delete')
        await page.keyboard.type(text)
      }),
    pick: (target, option) =>
      then(async () => {
        await reach(page, target)
        await page.keyboard.type(option)
        const chosen = await target.evaluate((element) => (element as unknown as Chooser).selectedOptions[0]?.label)
        if (chosen !== option) throw new Error(`With the keyboard "${String(chosen)}" was chosen instead of "${option}"`)
      }),
    upload: (target, file) =>
      then(async () => {
        await reach(page, target)
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
        await chooser.setFiles(file)
      }),
    goTo: (target) => then(() => reach(page, target)),
    keys: (...keys) => then(() => pressAll(page, keys)),
    type: (text) => then(() => page.keyboard.type(text)),
  }
}

type Chooser = { readonly selectedOptions: readonly { readonly label: string }[] }

/** As the counted hands of the consult, which count nothing here. */
export function consultHands(hands: Hands): CountedHands {
  return {
    count: () => 0,
    press: (...keys) => hands.keys(...keys),
    type: (figures) => hands.keys(...figures),
    async write(text) {
      await hands.page.keyboard.insertText(text)
      await hands.keys('Enter')
    },
    click: (selector) => toSection(hands, selector),
  }
}

/** In a narrow window the list of sections is one that drops down. */
async function toSection(hands: Hands, selector: string): Promise<void> {
  const link = hands.page.locator(selector).first()
  if (await link.isVisible()) return hands.press(link)
  const section = /#s-(\w+)/.exec(selector)?.[1]
  const list = hands.page.getByRole('combobox').filter({ has: hands.page.locator(`option[value="${section}"]`) })
  await hands.pick(list.first(), String(await list.first().locator(`option[value="${section}"]`).textContent()))
}

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const isTicked = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.matches('input[type=checkbox], input[type=radio]'))

const mostSteps = 250

/** Where the focus is as seen from the target, in one look. */
const placeOf = (target: Locator): Promise<'here' | 'before' | 'after' | 'sameGroup' | 'sameGrid'> =>
  target.evaluate((element) => {
    const { activeElement, body } = element.ownerDocument
    if (activeElement === element) return 'here'
    if (activeElement === null || activeElement === body) return 'before'
    const areBoth = (what: string): boolean => element.matches(what) && activeElement.matches(what)
    if (areBoth('input[type=radio]') && element.getAttribute('name') === activeElement.getAttribute('name')) return 'sameGroup'
    if (areBoth('td[tabindex], th[tabindex]') && element.closest('table') === activeElement.closest('table')) return 'sameGrid'
    return (activeElement.compareDocumentPosition(element) & 4) === 4 ? 'before' : 'after'
  })

/** Rows first, then columns. */
const arrowTo = (target: Locator): Promise<string> =>
  target.evaluate((element) => {
    const [to, from] = [element, element.ownerDocument.activeElement!].map((one) => one.getBoundingClientRect())
    if (Math.abs(to!.top - from!.top) > 1) return to!.top > from!.top ? 'ArrowDown' : 'ArrowUp'
    return to!.left > from!.left ? 'ArrowRight' : 'ArrowLeft'
  })

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  // Of a grid one cell is a stop; from there the arrows go on.
  if (await target.evaluate((element) => element.matches('td[tabindex="-1"], th[tabindex="-1"]')))
    await reach(page, target.locator('xpath=ancestor::table[1]').locator('td[tabindex="0"], th[tabindex="0"]').first())
  let turns = 0
  let last: string | null = null
  for (let step = 0; step < mostSteps; step++) {
    const place = await placeOf(target)
    if (place === 'here') return
    if (place !== 'before' && place !== 'after') {
      await page.keyboard.press(place === 'sameGroup' ? 'ArrowDown' : await arrowTo(target))
      continue
    }
    // Past it and back again: there is no stop at the target itself.
    if (last !== null && last !== place) turns += 1
    if (turns > 3) break
    last = place
    await page.keyboard.press(place === 'before' ? 'Tab' : 'Shift+Tab')
  }
  throw new Error(`Not to be reached with the keyboard: ${String(target)}`)
}
