// Source text, scanned: the same text with comments blanked, and with comments and literals blanked, so that a search finds code.

/**
 * Both views have the length and the line breaks of the source, so a place found in one is that place in the other.
 * In `code` a literal is an empty pair of quotation marks; in `withLiterals` it stands as written.
 */
export type SourceText = { readonly code: string; readonly withLiterals: string }

/** A slash after one of these ends a value and divides; anywhere else it opens a regular expression. */
const divides = /[\w$)\]}'"`]$/
const opensExpression = /(?:^|[^\w$.])(?:return|typeof|case|in|of|void|delete|throw|yield|await)$/

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/y
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y
const regularExpression = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y
const plain = /[\w$]+|\s+|[\s\S]/y

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
const emptied = (string: string): string => string.slice(0, 1) + blank(string.slice(1, -1)) + string.slice(1).slice(-1)

/** Reads a source once from left to right. Text between JSX tags is taken for code: harmless for what is searched. */
export function scan(source: string): SourceText {
  let code = ''
  let withLiterals = ''
  let at = 0
  let last = '' // the last token that is neither white space nor comment
  const braces: ('code' | 'template')[] = []

  function read(pattern: RegExp): string | null {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0] ?? null
  }
  function take(text: string, asCode: string, asLiteral: string = text): void {
    code += asCode
    withLiterals += asLiteral
    at += text.length
    if (asLiteral.trim() !== '') last = text
  }
  /** The text of a template up to its end or to the next `${`, after which code follows. */
  function takeTemplate(): void {
    const part = read(templatePart) ?? ''
    take(part, blank(part.slice(0, -1)) + (part.endsWith('`') ? '`' : ' '.repeat(Math.min(1, part.length))))
    if (part.endsWith('${')) braces.push('template')
  }
  function takeCode(): void {
    const text = read(plain) ?? ''
    take(text, text)
    if (text === '{') braces.push('code')
    if (text === '}' && braces.pop() === 'template') takeTemplate()
    if (text === '`') takeTemplate()
  }
  function takeNext(): void {
    const remark = read(comment)
    const string = remark ?? read(quoted)
    const maybeExpression = source[at] === '/' && (!divides.test(last) || opensExpression.test(last))
    const expression = maybeExpression ? read(regularExpression) : null
    if (remark !== null) take(remark, blank(remark), blank(remark))
    else if (string !== null) take(string, emptied(string))
    else if (expression !== null) take(expression, blank(expression))
    else takeCode()
  }

  while (at < source.length) takeNext()
  return { code, withLiterals }
}

/** The line, counted from 1, of a place in a text. */
export const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length
