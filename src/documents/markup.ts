// Markup: HTML from templates in which every value is text. Only what a template made is markup; nothing else can claim to be.

const made: unique symbol = Symbol('markup')

/** Made by `html` alone. */
export type Markup = { readonly [made]: string }

/** What may stand in a template: text is escaped, also between quotes; nothing stands for nothing. */
export type Part = Markup | string | number | null | false | readonly Part[]

export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  [made]: texts.map((text, index) => text + (index < parts.length ? textOf(parts[index]!) : '')).join(''),
})

/** The text of a page, ready to be sent. */
export function textOf(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return made in part ? part[made] : part.map(textOf).join('')
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"'`]/g, (character) => entities[character]!)
