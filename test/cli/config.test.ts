// The configuration: every fault at once with how to mend it, secrets from files and never shown, and an example that agrees.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linkKeyFor } from '../../src/cli/link-key.ts'
import { exampleEnvironment, masked, readConfig, variableNames } from '../../src/config.ts'
import { runValpad } from '../support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'valpad-config-'))
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'valpad-test-compile-cache')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const config = (environment: { readonly [name: string]: string }) => {
  const read = readConfig(environment)
  return read.ok ? read.config : read.faults.map(({ name, words }) => `${name}: ${words.en}`)
}

test('without any variable: a SQLite file, this computer only, demo data', () => {
  expect(config({})).toMatchObject({
    databaseUrl: 'data/valpad.db',
    host: '127.0.0.1',
    port: 8080,
    outbox: 'data/outbox',
    demo: true,
    linkKey: { file: 'data/link.key' },
    publicUrl: null,
  })
})

test.each([
  [{ DATABASE_URL: 'postgres://u:p@h/d' }, { databaseUrl: 'postgres://u:p@h/d', demo: false }],
  [{ DATABASE_URL: 'postgres://u:p@h/d', VALPAD_DEMO: 'yes' }, { demo: true }],
  [{ VALPAD_DATA: '/srv/valpad' }, { databaseUrl: '/srv/valpad/valpad.db', outbox: '/srv/valpad/outbox' }],
  [
    { VALPAD_OUTBOX: '/mail', VALPAD_PORT: '0', VALPAD_HOST: '::1' },
    { outbox: '/mail', port: 0, host: '::1' },
  ],
  [
    { VALPAD_PORT: '', DATABASE_URL: '' },
    { port: 8080, databaseUrl: 'data/valpad.db' },
  ],
  [{ DATABASE_URL_FILE: file('url', 'postgresql://u:secret@h/d\n') }, { databaseUrl: 'postgresql://u:secret@h/d' }],
  [{ HOME: '/root', PATH: '/bin' }, { port: 8080 }],
  [{ VALPAD_LINK_KEY_FILE: file('key', `${'k'.repeat(40)}\n`) }, { linkKey: { value: 'k'.repeat(40) } }],
  [{ VALPAD_PUBLIC_URL: 'https://valpad.example.org/' }, { publicUrl: 'https://valpad.example.org' }],
  [{ VALPAD_PUBLIC_URL: 'http://[::1]:8080' }, { publicUrl: 'http://[::1]:8080' }],
  [{}, { smtpUrl: null, mailFrom: 'Valpad <valpad@localhost>', webhookAllow: [] }],
  [
    { VALPAD_SMTP_URL: 'smtp://u:p@mail.example.org:587', VALPAD_MAIL_FROM: 'valpad@example.org' },
    { smtpUrl: 'smtp://u:p@mail.example.org:587', mailFrom: 'valpad@example.org' },
  ],
  [
    { VALPAD_WEBHOOK_ALLOW: 'hooks.internal, 10.1.0.0/16,fd00::/8,127.0.0.1' },
    { webhookAllow: ['hooks.internal', '10.1.0.0/16', 'fd00::/8', '127.0.0.1'] },
  ],
])('%j', (environment, expected) => expect(config(environment)).toMatchObject(expected))

test.each([
  [{ VALPAD_HOST: '0.0.0.0' }, [/^VALPAD_HOST: Choose 127\.0\.0\.1\. There is no sign-in yet/]],
  [{ VALPAD_HOST: '192.168.1.4' }, [/^VALPAD_HOST: /]],
  [{ VALPAD_PORT: '70000' }, [/^VALPAD_PORT: Choose a number from 0 to 65535/]],
  [{ VALPAD_PORT: '80a' }, [/^VALPAD_PORT: /]],
  [{ VALPAD_DEMO: 'true' }, [/^VALPAD_DEMO: Choose yes or no/]],
  [{ DATABASE_URL: 'mysql://h/d' }, [/^DATABASE_URL: Begin with postgres:/]],
  [{ VALPAD_SMTP_URL: 'https://mail.example.org', VALPAD_MAIL_FROM: 'a@b.nl' }, [/^VALPAD_SMTP_URL: Begin with smtp:/]],
  [{ VALPAD_SMTP_URL: 'smtp://mail.example.org' }, [/^VALPAD_MAIL_FROM: Say who the sender is/]],
  [{ VALPAD_MAIL_FROM: 'Valpad <a@b.nl>\r\nBcc: x@y.nl' }, [/^VALPAD_MAIL_FROM: Give an address/]],
  [{ VALPAD_WEBHOOK_ALLOW: '10.1.0.0/33' }, [/^VALPAD_WEBHOOK_ALLOW: Name hosts/]],
  [{ VALPAD_WEBHOOK_ALLOW: 'https://hooks.internal' }, [/^VALPAD_WEBHOOK_ALLOW: Name hosts/]],
  [{ VALPAD_LINK_KEY: 'short' }, [/^VALPAD_LINK_KEY: Choose at least 32 characters/]],
  [{ VALPAD_PUBLIC_URL: 'http://valpad.example.org' }, [/^VALPAD_PUBLIC_URL: Begin with https/]],
  [{ VALPAD_PUBLIC_URL: 'https://valpad.example.org/?a=1' }, [/^VALPAD_PUBLIC_URL: /]],
  [{ VALPAD_PUBLIC_URL: 'javascript:alert(1)' }, [/^VALPAD_PUBLIC_URL: /]],
  [{ VALPAD_PROT: '8080' }, [/^VALPAD_PROT: There is no such variable.*VALPAD_PORT/]],
  [{ VALPAD_PORT_FILE: '/x' }, [/^VALPAD_PORT_FILE: There is no such variable/]],
  [{ DATABASE_URL_FILE: '/no/such/file' }, [/^DATABASE_URL_FILE: The file \/no\/such\/file cannot be read/]],
  [{ DATABASE_URL_FILE: file('empty', '\n') }, [/^DATABASE_URL_FILE: The file .* is empty/]],
  [{ DATABASE_URL: 'postgres://h/d', DATABASE_URL_FILE: '/x' }, [/^DATABASE_URL_FILE: Give DATABASE_URL or DATABASE_URL_FILE/]],
  [
    { VALPAD_X: '1', VALPAD_PORT: 'x', VALPAD_HOST: 'example.org', DATABASE_URL: 'x' },
    [/^VALPAD_X/, /^DATABASE_URL/, /^VALPAD_HOST/, /^VALPAD_PORT/],
  ],
])('%j is refused', (environment, faults) => {
  expect(config(environment)).toEqual(faults.map((fault) => expect.stringMatching(fault)))
})

test.each([
  ['postgres://user:pass@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:p@ss:w/rd@host:5432/db', 'postgres://user:***@host:5432/db'],
  ['postgres://host/db?password=secret&sslmode=require', 'postgres://host/db?password=***&sslmode=require'],
  ['postgres://host/db', 'postgres://host/db'],
  ['smtps://user:p@ss@mail.example.org', 'smtps://user:***@mail.example.org'],
  ['data/valpad.db', 'data/valpad.db'],
])('%s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown))

test('.env.example agrees with the schema and names every variable', () => {
  expect(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')).toBe(exampleEnvironment())
  const filled = exampleEnvironment().replaceAll(/^# (\w+=)/gm, '$1')
  const pairs = [...filled.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value] as const)
  expect(pairs.map(([name]) => name)).toEqual(variableNames)
  expect(readConfig(Object.fromEntries(pairs)).ok).toBe(true)
})

test('config check: effective values and 0, or every fault in the language asked for and 1', async () => {
  const good = await runValpad(['config', 'check'], { DATABASE_URL: 'postgres://u:secret@h/d', VALPAD_PORT: '9000' })
  expect(good.code).toBe(0)
  expect(good.out).toMatch(/^DATABASE_URL=postgres:\/\/u:\*\*\*@h\/d +uit de omgeving$/m)
  expect(good.out).toMatch(/^VALPAD_PORT=9000 +uit de omgeving$/m)
  expect(good.out).toMatch(/^VALPAD_HOST=127\.0\.0\.1 +standaard$/m)
  expect(good.out).not.toContain('secret')
  const bad = await runValpad(['config', 'check', '--lang', 'en'], { VALPAD_PORT: 'x', VALPAD_HSOT: 'y' })
  expect([bad.code, bad.out, bad.err.trim().split('\n').length]).toEqual([1, '', 2])
  const json = await runValpad(['config', 'check', '--json'], { VALPAD_PORT: 'x' })
  expect([json.code, JSON.parse(json.out).faults[0].name]).toEqual([1, 'VALPAD_PORT'])
})

test('without a key of links one is made once, for this computer alone, and kept', () => {
  const at = join(folder, 'new/link.key')
  const key = linkKeyFor({ linkKey: { file: at } })
  expect(Buffer.from(key).toString()).toMatch(/^[\w-]{43}$/)
  expect(statSync(at).mode & 0o777).toBe(0o600)
  expect(linkKeyFor({ linkKey: { file: at } })).toEqual(key)
  expect(readdirSync(join(folder, 'new'))).toEqual(['link.key'])
  writeFileSync(at, 'short')
  expect(() => linkKeyFor({ linkKey: { file: at } })).toThrow(/link\.key/)
})
