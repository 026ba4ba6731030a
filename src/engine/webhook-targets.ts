// Where webhooks may go: public addresses over https, and what the operator allowed by name or range. Asked at registration and at each connection.
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Refusal, Result } from '../domain/result.ts'

/** Hosts, addresses and ranges (`10.1.0.0/16`) that may be reached although they are not public, also without encryption. */
export type Allowed = readonly string[]

/** Every address that a name stands for. */
export type Resolve = (host: string) => Promise<readonly string[]>

export const resolveByDns: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

export type Reached = { readonly url: URL; readonly address: string; readonly family: 4 | 6 }

/**
 * The one address to connect to. Every address of the name has to be allowed, so that a name with a public and a private one is refused
 * whichever would be tried first.
 */
export async function reachTarget(text: string, allowed: Allowed, resolve: Resolve = resolveByDns): Promise<Result<Reached>> {
  const url = URL.parse(text)
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.hostname === '' ||
    `${url.username}${url.password}${url.hash}` !== ''
  )
    return { ok: false, refusal: noUrl }
  // The parser has written decimal, octal and hexadecimal forms of an address as the address they are.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host]
  const [first] = addresses
  if (first === undefined) return { ok: false, refusal: unknownHost(host) }
  const named = allowed.includes(host)
  const ours = named || addresses.every((address) => isIn(address, allowed))
  if (!ours && !addresses.every(isPublic)) return { ok: false, refusal: privateTarget }
  if (!ours && url.protocol === 'http:') return { ok: false, refusal: notEncrypted }
  return { ok: true, value: { url, address: first, family: isIP(first) === 6 ? 6 : 4 } }
}

/** An IPv4 address in the dress of IPv6 is the IPv4 address. What has a purpose of its own (`range`) is not public. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const one = ipaddr.process(address)
  return one.range() === 'unicast' && (one.kind() === 'ipv4' || one.match(globalUnicast))
}

/** All that is given out to the world of IPv6 (RFC 4291); the rest of it is for nobody or for old ways to carry IPv4. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

function isIn(address: string, allowed: Allowed): boolean {
  if (!ipaddr.isValid(address)) return false
  const one = ipaddr.process(address)
  return allowed.some((entry) => {
    if (!ipaddr.isValid(entry) && !ipaddr.isValidCIDR(entry)) return false
    const [base, bits] = ipaddr.isValidCIDR(entry) ? ipaddr.parseCIDR(entry) : [ipaddr.process(entry), null]
    return base.kind() === one.kind() && one.match(base, bits ?? (base.kind() === 'ipv4' ? 32 : 128))
  })
}

const noUrl: Refusal = {
  code: 'noWebhookUrl',
  words: {
    nl: 'Geef een heel adres dat met https:// begint, zonder naam en wachtwoord erin.',
    en: 'Give a whole address that begins with https://, without a name and password in it.',
  },
}
const unknownHost = (host: string): Refusal => ({
  code: 'unknownHost',
  words: {
    nl: `De naam ${host.slice(0, 100)} is niet te vinden. Controleer de spelling.`,
    en: `The name ${host.slice(0, 100)} cannot be found. Check the spelling.`,
  },
})
const privateTarget: Refusal = {
  code: 'privateTarget',
  words: {
    nl: 'Dit adres ligt in een besloten netwerk. Kies een openbaar adres, of laat de beheerder het toestaan (VALPAD_WEBHOOK_ALLOW).',
    en: 'This address lies in a private network. Choose a public one, or have the operator allow it (VALPAD_WEBHOOK_ALLOW).',
  },
}
const notEncrypted: Refusal = {
  code: 'notEncrypted',
  words: {
    nl: 'Begin met https://. Zonder versleuteling gaat er niets naar buiten.',
    en: 'Begin with https://. Nothing goes out unencrypted.',
  },
}
