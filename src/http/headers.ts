// Headers that stand on every answer, also on errors: the version, and what a browser may not do with it.
import { apiVersion } from '../contract/api-version.ts'

export const everyAnswer: { readonly [header: string]: string } = {
  'api-version': apiVersion,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  vary: 'accept, accept-language',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
