// What is measured on a page, whatever it shows: each gives sentences about what is wrong, or none.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Forced colours are the reader's own: there is no contrast of ours to measure. */
export async function axeFaults(page: Page, forcedColours = false): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(wcag)
    .disableRules(forcedColours ? ['color-contrast'] : [])
    .analyze()
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.length}, first ${nodes[0]?.html.slice(0, 140)}`)
}

/** To the end and back: what was out of sight has been laid out then, and nothing is half under a line that stays in sight. */
export const throughThePage = async (page: Page): Promise<void> =>
  page.evaluate(`(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
      scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    scrollTo(0, 0)
    await new Promise((resolve) => setTimeout(resolve, 150))
  })()`)

export async function tooWide(page: Page): Promise<string[]> {
  const [shown, whole] = await page.evaluate<[number, number]>(
    '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
  )
  return whole > shown + 1 ? [`${whole} px wide in a window of ${shown}`] : []
}

export async function withoutTitle(page: Page, pattern = /.+ - Valpad$/): Promise<string[]> {
  const [title, headings] = await page.evaluate<[string, number]>('[document.title, document.querySelectorAll("h1").length]')
  return [...(pattern.test(title) ? [] : [`title "${title}"`]), ...(headings === 1 ? [] : [`${headings} first headings`])]
}

/** Tab through the page: each stop has an outline, stands in the window, and there is a way on. */
export async function unseenFocus(page: Page, least = 3): Promise<string[]> {
  const faults = new Set<string>()
  await page.evaluate('document.activeElement?.blur()')
  const stops = new Set<string>()
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const [who, outlined, inside] = await page.evaluate<[string, boolean, boolean]>(focusSeen)
    if (who === 'BODY') break
    stops.add(who)
    if (!outlined) faults.add(`focus cannot be seen on ${who}`)
    if (!inside) faults.add(`focus is out of sight on ${who}`)
  }
  return [...faults, ...(stops.size < least ? [`only ${stops.size} stops with Tab`] : [])]
}

const focusSeen = `(() => {
  const it = document.activeElement
  const shows = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2
  const box = it.getBoundingClientRect()
  const inside = box.width === 0 || (box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)
  return [it.tagName + (it.className && typeof it.className === 'string' ? '.' + it.className : '') + ' ' + (it.textContent || it.getAttribute('aria-label') || it.name || '').trim().slice(0, 40), shows(it) || shows(it.closest('label, .answer, .offer, .tick')), inside].map((one, index) => index === 0 && it === document.body ? 'BODY' : one)
})()`

/** The spacing of WCAG 1.4.12, as a reader may set it. */
export const spaceOut = async (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })()`)

/** Text that is cut off: in a box that hides what does not fit. What is for the ear alone is a dot on the screen. */
export const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')].flatMap((box) => {
    const style = getComputedStyle(box)
    const hides = (way) => way === 'hidden' || way === 'clip'
    if (box.clientWidth <= 2 || box.clientHeight <= 2 || style.visibility === 'hidden' || box.textContent.trim() === '') return []
    if (box.matches('input, select, textarea, option, svg, svg *')) return []
    const wide = hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1
    const high = hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1
    return wide || high ? ['cut off: ' + box.tagName + '.' + box.className + ' "' + box.textContent.trim().slice(0, 60) + '"'] : []
  })`)

/** Smaller than 24 px either way. A link in a sentence is as high as its line. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex="0"]')].flatMap((target) => {
    const whole = target.matches('input[type=radio], input[type=checkbox]') ? target.closest('label') ?? target : target
    const box = whole.getBoundingClientRect()
    if (box.width === 0 || !whole.checkVisibility({ visibilityProperty: true }) || box.width <= 2) return []
    const inSentence = getComputedStyle(target).display === 'inline' && target.parentElement.textContent.trim() !== target.textContent.trim()
    return !inSentence && (box.width < 23.5 || box.height < 23.5) ? ['smaller than 24 px (' + Math.round(box.width) + ' by ' + Math.round(box.height) + '): ' + target.outerHTML.slice(0, 120)] : []
  })`)

/** A drawing has its content as a list or a table in the same part, or is decoration. */
export const twinless = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('figure, main svg, [role=img]')].flatMap((drawing) => {
    const box = drawing.getBoundingClientRect()
    const small = drawing.tagName === 'svg' && Math.max(box.width, box.height) < 90
    if (small || drawing.closest('.sheet-code, .code, .gate .art, .demo-people') !== null) return []
    const main = document.querySelector('main')
    let part = drawing.parentElement
    while (part !== main && part !== document.body && part.querySelector('table, ol, ul, dl') === null) part = part.parentElement
    // Or the list is another view of the same page.
    const other = [...main.querySelectorAll('a, summary, button')].some((one) => /lijst|list/i.test(one.textContent))
    return part === main && !other ? ['a drawing without its list: ' + drawing.outerHTML.slice(0, 100)] : []
  })`)
