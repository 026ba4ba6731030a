// Watches a journey: what the browser complains about, where it asks, and whether anything personal stays in it or stands in an address.
import type { BrowserContext, Page } from 'playwright-core'

export type Witness = {
  /** Everything that should not have been, as sentences. */
  readonly faults: () => string[]
  /** From now on this is personal too. */
  readonly guard: (...personal: string[]) => void
  /** What the browser says of answers that were refused on purpose. */
  readonly expect: (said: RegExp) => void
}

const marks = { stored: 'kept in the browser:', pointer: 'a pointer was used', policy: 'against the content policy:' } as const

/** Runs in every page before anything else: whatever is stored, pressed with a pointer or against the policy is said in the console. */
const watching = (told: typeof marks): void => {
  type Listening = { addEventListener: (type: string, listener: (event: never) => void, capture: boolean) => void }
  const page = globalThis as unknown as Listening & { Storage: { prototype: { setItem: (key: string, value: string) => void } } }
  const { setItem } = page.Storage.prototype
  page.Storage.prototype.setItem = function keep(key, value) {
    console.debug(told.stored, key, value)
    setItem.call(this, key, value)
  }
  for (const type of ['pointerdown', 'mousedown', 'touchstart'])
    page.addEventListener(type, () => console.debug(told.pointer), true)
  page.addEventListener(
    'securitypolicyviolation',
    (event: Broken) => console.debug(told.policy, event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber),
    true,
  )
}

type Broken = { readonly [field in 'violatedDirective' | 'blockedURI' | 'sourceFile' | 'lineNumber']: string | number }

export async function witnessOf(context: BrowserContext, page: Page, origin: string, pointer: boolean): Promise<Witness> {
  const found = new Set<string>()
  const [addresses, stored, said] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const personal = new Set<string>()
  const expected: RegExp[] = []
  await context.addInitScript(watching, marks)
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(marks.stored)) stored.add(text.slice(marks.stored.length + 1))
    else if (text.startsWith(marks.pointer)) pointer || found.add('a pointer was used where only the keyboard may be')
    else if (text.startsWith(marks.policy)) found.add(text)
    else if (message.type() === 'error' || message.type() === 'warning') said.add(text)
  })
  page.on('pageerror', (error) => said.add(String(error)))
  page.on('framenavigated', (frame) => addresses.add(frame.url()))
  context.on('request', (request) => {
    addresses.add(request.url())
    if (!request.url().startsWith(origin) && !/^(?:data|blob|about):/.test(request.url()))
      found.add(`asked elsewhere: ${request.url()}`)
  })
  return {
    guard: (...more) => {
      for (const one of more) personal.add(one.toLowerCase())
    },
    expect: (pattern) => expected.push(pattern),
    faults: () => {
      const plain = (text: string): string => decoded(text.replaceAll('+', ' ')).toLowerCase()
      const holds = (text: string): string | undefined => [...personal].find((one) => plain(text).includes(one))
      const inAddress = [...addresses].flatMap((address) =>
        holds(address) === undefined ? [] : [`"${holds(address)}" stands in ${address}`],
      )
      const inStore = [...stored].flatMap((one) =>
        holds(one) === undefined ? [] : [`"${holds(one)}" is kept: ${one.slice(0, 120)}`],
      )
      const complained = [...said].filter((one) => !expected.some((pattern) => pattern.test(one)))
      return [...found, ...inAddress, ...inStore, ...complained.map((one) => `the browser says: ${one.slice(0, 200)}`)]
    },
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
