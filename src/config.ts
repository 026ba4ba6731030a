// The configuration: every variable of the environment that is read, in one schema, and from it what the parts are given.
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import type { Language, Words } from './domain/words.ts'

export type Config = {
  /** The address of a server, or the path of a SQLite file. */
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  readonly outbox: string
  readonly demo: boolean
  /** What the tokens of links are made from. `file`: where it is kept, and made when it is not there yet. */
  readonly linkKey: { readonly value: string } | { readonly file: string }
  /** Where people reach the server, without a slash at the end; null: the address on which it listens. */
  readonly publicUrl: string | null
  /** Null: mails become files in `outbox`. */
  readonly smtpUrl: string | null
  /** `Valpad <valpad@example.org>`, or the address alone. */
  readonly mailFrom: string
  /** Hosts, addresses and ranges that webhooks may reach although they are not public. */
  readonly webhookAllow: readonly string[]
}

export type Environment = { readonly [name: string]: string | undefined }
export type ConfigFault = { readonly name: string; readonly words: Words }
export type EffectiveValue = {
  readonly name: Name
  readonly value: string
  readonly from: 'environment' | 'file' | 'default'
}
export type ConfigRead =
  | { readonly ok: true; readonly config: Config; readonly values: readonly EffectiveValue[] }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] }

/** What is wrong with a value, in words, as the message of its check: Dutch, a bar, English. */
const says = (nl: string, en: string) => ({ error: `${nl}|${en}` })

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
/** What a browser reaches from elsewhere is encrypted, and ends where paths begin. */
const isPublicUrl = (text: string): boolean => {
  const url = URL.parse(text)
  return (
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')))) &&
    `${url.search}${url.hash}${url.username}` === ''
  )
}
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65535

const sender = /^(?:[^<>@\r\n"]{1,60} <[^\s<>@,;"]+@[A-Za-z0-9.-]+>|[^\s<>@,;"]+@[A-Za-z0-9.-]+)$/
const listed = (text: string): string[] => text.split(',').map((entry) => entry.trim())
/** A host, an address, or a range of addresses. */
const isTarget = (entry: string): boolean => {
  const [address = '', bits, more] = entry.split('/')
  if (bits === undefined) return isIP(entry) !== 0 || /^[a-z0-9][a-z0-9.-]{0,252}$/.test(entry)
  return more === undefined && isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
}

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\/\S+$/,
      says(
        'Begin met postgres://; laat de variabele weg voor een SQLite-bestand onder VALPAD_DATA.',
        'Begin with postgres://; leave the variable out for a SQLite file under VALPAD_DATA.',
      ),
    )
    .optional(),
  VALPAD_DATA: z.string().default('./data'),
  VALPAD_HOST: z
    .string()
    .refine(
      isLoopback,
      says(
        'Kies 127.0.0.1. Er is nog geen aanmelding: wie de server kan bereiken kan alles zien, dus hij luistert alleen op deze computer.',
        'Choose 127.0.0.1. There is no sign-in yet: whoever reaches the server sees everything, so it listens on this computer only.',
      ),
    )
    .default('127.0.0.1'),
  VALPAD_PORT: z
    .string()
    .refine(
      isPort,
      says('Kies een getal van 0 tot en met 65535, bijvoorbeeld 8080.', 'Choose a number from 0 to 65535, such as 8080.'),
    )
    .default('8080'),
  VALPAD_OUTBOX: z.string().optional(),
  VALPAD_DEMO: z.enum(['yes', 'no'], says('Kies yes of no.', 'Choose yes or no.')).optional(),
  VALPAD_LINK_KEY: z
    .string()
    .min(
      32,
      says(
        'Kies ten minste 32 tekens door toeval, of laat de variabele weg.',
        'Choose at least 32 characters by chance, or leave the variable out.',
      ),
    )
    .optional(),
  VALPAD_PUBLIC_URL: z
    .string()
    .refine(
      isPublicUrl,
      says(
        'Begin met https:// en noem alleen het adres, bijvoorbeeld https://valpad.example.org.',
        'Begin with https:// and name the address alone, such as https://valpad.example.org.',
      ),
    )
    .optional(),
  VALPAD_SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/\S+$/.test(text) && URL.parse(text) !== null,
      says(
        'Begin met smtp:// of smtps://, bijvoorbeeld smtps://naam:wachtwoord@mail.example.org.',
        'Begin with smtp:// or smtps://, such as smtps://name:password@mail.example.org.',
      ),
    )
    .optional(),
  VALPAD_MAIL_FROM: z
    .string()
    .regex(
      sender,
      says(
        'Geef een adres, of een naam met een adres: Valpad <valpad@example.org>.',
        'Give an address, or a name with an address: Valpad <valpad@example.org>.',
      ),
    )
    .optional(),
  VALPAD_WEBHOOK_ALLOW: z
    .string()
    .refine(
      (text) => listed(text).every(isTarget),
      says(
        'Noem hosts, adressen of reeksen, met komma ertussen: hooks.intern,10.1.0.0/16.',
        'Name hosts, addresses or ranges with commas between them: hooks.internal,10.1.0.0/16.',
      ),
    )
    .optional(),
})

export type Name = keyof z.infer<typeof Variables>

export const variables: { readonly [name in Name]: Words & { readonly example: string; readonly secret?: true } } = {
  DATABASE_URL: {
    nl: 'Adres van een PostgreSQL-database. Afwezig: een SQLite-bestand valpad.db onder VALPAD_DATA.',
    en: 'Address of a PostgreSQL database. Absent: a SQLite file valpad.db under VALPAD_DATA.',
    example: 'postgres://valpad:password@127.0.0.1:5432/valpad',
    secret: true,
  },
  VALPAD_DATA: { nl: 'Map voor wat bewaard wordt.', en: 'Folder for what is kept.', example: './data' },
  VALPAD_HOST: {
    nl: 'Waarop de server luistert. Alleen deze computer, tot er aanmelding is.',
    en: 'Where the server listens. This computer only, until there is sign-in.',
    example: '127.0.0.1',
  },
  VALPAD_PORT: { nl: 'Poort van de server; 0 kiest een vrije.', en: 'Port of the server; 0 picks a free one.', example: '8080' },
  VALPAD_OUTBOX: {
    nl: 'Map waarin verstuurde berichten komen. Afwezig: outbox onder VALPAD_DATA.',
    en: 'Folder that receives sent messages. Absent: outbox under VALPAD_DATA.',
    example: './data/outbox',
  },
  VALPAD_DEMO: {
    nl: 'yes: npm start vult een lege database met verzonnen mensen. Afwezig: yes bij SQLite, no met DATABASE_URL.',
    en: 'yes: npm start fills an empty database with invented people. Absent: yes with SQLite, no with DATABASE_URL.',
    example: 'yes',
  },
  VALPAD_LINK_KEY: {
    nl: 'Waaruit links in mails worden gemaakt. Afwezig: het bestand link.key onder VALPAD_DATA, dat vanzelf ontstaat. Bij meer servers op één database: overal dezelfde.',
    en: 'What links in mails are made from. Absent: the file link.key under VALPAD_DATA, made by itself. With more servers on one database: the same everywhere.',
    example: 'at-least-32-characters-chosen-by-chance',
    secret: true,
  },
  VALPAD_PUBLIC_URL: {
    nl: 'Adres waarop mensen de server bereiken; daarmee beginnen links in mails. Afwezig: waar de server luistert.',
    en: 'Address at which people reach the server; links in mails begin with it. Absent: where the server listens.',
    example: 'https://valpad.example.org',
  },
  VALPAD_SMTP_URL: {
    nl: 'Mailserver waardoor mails gaan. Afwezig: elke mail wordt een bestand in VALPAD_OUTBOX.',
    en: 'Mail server that mails go through. Absent: each mail becomes a file in VALPAD_OUTBOX.',
    example: 'smtps://name:password@mail.example.org',
    secret: true,
  },
  VALPAD_MAIL_FROM: {
    nl: 'Afzender van mails. Hoort bij VALPAD_SMTP_URL.',
    en: 'Sender of mails. Goes with VALPAD_SMTP_URL.',
    example: 'Valpad <valpad@example.org>',
  },
  VALPAD_WEBHOOK_ALLOW: {
    nl: 'Hosts, adressen en reeksen in een besloten netwerk die webhooks toch mogen bereiken, met komma ertussen; dan ook zonder https. Afwezig: geen.',
    en: 'Hosts, addresses and ranges in a private network that webhooks may reach all the same, with commas between them; then also without https. Absent: none.',
    example: 'hooks.internal,10.1.0.0/16',
  },
}

export const variableNames = Object.keys(variables) as Name[]
const secrets = variableNames.filter((name) => variables[name].secret)

/** Reads `environment`, with every fault at once. An empty value counts as absent. */
export function readConfig(environment: Environment): ConfigRead {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const faults: ConfigFault[] = unknownNames(given)
  const fromFile = new Set<string>()
  for (const name of secrets) {
    const outcome = secretOf(name, given)
    if (outcome.fault !== undefined) faults.push(outcome.fault)
    if (outcome.value === undefined) continue
    given[name] = outcome.value
    fromFile.add(name)
  }
  const parsed = Variables.safeParse(given)
  if (!parsed.success)
    faults.push(...parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), words: wordsIn(message) })))
  if (given['VALPAD_SMTP_URL'] !== undefined && given['VALPAD_MAIL_FROM'] === undefined) faults.push(noSender)
  if (faults.length > 0 || !parsed.success) return { ok: false, faults }
  const config = configOf(parsed.data)
  return { ok: true, config, values: effectiveValues(config, parsed.data, given, fromFile) }
}

const noSender: ConfigFault = {
  name: 'VALPAD_MAIL_FROM',
  words: {
    nl: 'Zeg wie de afzender is: VALPAD_SMTP_URL is gegeven. Bijvoorbeeld: Valpad <valpad@example.org>.',
    en: 'Say who the sender is: VALPAD_SMTP_URL is given. For example: Valpad <valpad@example.org>.',
  },
}

function configOf(values: z.infer<typeof Variables>): Config {
  return {
    databaseUrl: values.DATABASE_URL ?? join(values.VALPAD_DATA, 'valpad.db'),
    host: values.VALPAD_HOST,
    port: Number(values.VALPAD_PORT),
    outbox: values.VALPAD_OUTBOX ?? join(values.VALPAD_DATA, 'outbox'),
    demo: (values.VALPAD_DEMO ?? (values.DATABASE_URL === undefined ? 'yes' : 'no')) === 'yes',
    linkKey:
      values.VALPAD_LINK_KEY === undefined ? { file: join(values.VALPAD_DATA, 'link.key') } : { value: values.VALPAD_LINK_KEY },
    publicUrl: values.VALPAD_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    smtpUrl: values.VALPAD_SMTP_URL ?? null,
    mailFrom: values.VALPAD_MAIL_FROM ?? 'Valpad <valpad@localhost>',
    webhookAllow: values.VALPAD_WEBHOOK_ALLOW === undefined ? [] : listed(values.VALPAD_WEBHOOK_ALLOW),
  }
}

function effectiveValues(
  config: Config,
  { VALPAD_DATA }: z.infer<typeof Variables>,
  given: { readonly [name: string]: string | undefined },
  fromFile: ReadonlySet<string>,
): EffectiveValue[] {
  const values: { readonly [name in Name]: string } = {
    DATABASE_URL: masked(config.databaseUrl),
    VALPAD_DATA,
    VALPAD_HOST: config.host,
    VALPAD_PORT: String(config.port),
    VALPAD_OUTBOX: config.outbox,
    VALPAD_DEMO: config.demo ? 'yes' : 'no',
    VALPAD_LINK_KEY: 'file' in config.linkKey ? config.linkKey.file : '***',
    VALPAD_PUBLIC_URL: config.publicUrl ?? '',
    VALPAD_SMTP_URL: masked(config.smtpUrl ?? ''),
    VALPAD_MAIL_FROM: config.mailFrom,
    VALPAD_WEBHOOK_ALLOW: config.webhookAllow.join(','),
  }
  return variableNames.map((name) => ({
    name,
    value: values[name],
    from: fromFile.has(name) ? 'file' : given[name] === undefined ? 'default' : 'environment',
  }))
}

/** Without the password of the address, wherever it stands in it. */
export function masked(address: string): string {
  const [, scheme, rest = ''] = /^((?:postgres(?:ql)?|smtps?):\/\/)(.*)$/.exec(address) ?? []
  if (scheme === undefined) return address
  const at = rest.lastIndexOf('@')
  const shown = at === -1 ? rest : `${rest.slice(0, at).replace(/:.*$/s, ':***')}${rest.slice(at)}`
  return scheme + shown.replace(/([?&]password=)[^&]*/gi, '$1***')
}

type Secret = { readonly value?: string; readonly fault?: ConfigFault }

function secretOf(name: Name, given: { readonly [name: string]: string | undefined }): Secret {
  const file = given[`${name}_FILE`]
  if (file === undefined) return {}
  const fault = (nl: string, en: string): Secret => ({ fault: { name: `${name}_FILE`, words: { nl, en } } })
  if (given[name] !== undefined)
    return fault(`Geef ${name} of ${name}_FILE, niet allebei.`, `Give ${name} or ${name}_FILE, not both.`)
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch {
    return fault(`Het bestand ${file} is niet te lezen.`, `The file ${file} cannot be read.`)
  }
  return text === '' ? fault(`Het bestand ${file} is leeg.`, `The file ${file} is empty.`) : { value: text }
}

function unknownNames(given: Environment): ConfigFault[] {
  const known = new Set<string>([...variableNames, ...secrets.map((name) => `${name}_FILE`)])
  const list = variableNames.filter((name) => name.startsWith('VALPAD_')).join(', ')
  return Object.keys(given)
    .filter((name) => name.startsWith('VALPAD_') && !known.has(name))
    .map((name) => ({
      name,
      words: {
        nl: `Deze variabele bestaat niet. Haal haar weg; wel bestaan: ${list}.`,
        en: `There is no such variable. Remove it; these exist: ${list}.`,
      },
    }))
}

function wordsIn(message: string): Words {
  const [nl = message, en = message] = message.split('|')
  return { nl, en }
}

export const faultLine = ({ name, words }: ConfigFault, language: Language): string => `${name}: ${words[language]}`

/** The page `.env.example`: every variable with what it is for, ready to be filled in. */
export function exampleEnvironment(): string {
  const blocks = variableNames.map((name) => {
    const { en, example } = variables[name]
    const fromFile = variables[name].secret ? [`# ${name}_FILE names a file that holds it.`] : []
    return [`# ${en}`, ...fromFile, `# ${name}=${example}`].join('\n')
  })
  return `${['# Made from src/config.ts by: valpad config example', ...blocks].join('\n\n')}\n`
}
