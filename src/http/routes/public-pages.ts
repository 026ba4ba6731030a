// The small public pages behind links: a question, a form, and what happens next. Looking never acts: programs that scan mail open links.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type LinkQuestion, LinkToken, linkPage } from '../../contract/links.ts'
import { problemTitles } from '../../contract/problem.ts'
import { answerPage } from '../../documents/answer-page.ts'
import { attendancePage } from '../../documents/attendance-page.ts'
import type { FormFault, FormState } from '../../documents/form-parts.ts'
import { linkDonePage } from '../../documents/link-done-page.ts'
import { linkTroublePage } from '../../documents/link-trouble-page.ts'
import { offerCheckPage } from '../../documents/offer-check-page.ts'
import { type Page, pageHeaders, pageMediaType, pageText } from '../../documents/page.ts'
import type { Language, Words } from '../../domain/words.ts'
import { mostFormBytes, readForm } from '../form-body.ts'
import { languageIn } from '../language.ts'
import { actIn, type Filled } from '../link-form.ts'
import { isKey } from '../preconditions.ts'
import { notThere, type Trouble } from '../problems.ts'
import { troubleFor } from '../thrown.ts'
import { actFrom, type LinkDesk, lookAt, troubleIn } from './links.ts'

type Visit = { readonly token: string; readonly address: string; readonly language: Language }
type Shown = { readonly page: Page; readonly status: number; readonly headers?: Trouble['headers'] }

/** In a plug of their own: a form is taken here and nowhere else, so that no page elsewhere can make a browser send one. */
export function publicPagesOn(app: FastifyInstance, desk: LinkDesk): void {
  app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: mostFormBytes },
      (_, bytes, done) => done(null, bytes),
    )
    pages.setErrorHandler((error, request, reply) => {
      const trouble = troubleFor(error)
      if (trouble.status >= 500) request.log.error(error)
      return send(reply, troubled(trouble.status < 500 ? { ...trouble, words: unreadable } : trouble, languageIn(request)))
    })
    const url = linkPage.replaceAll(/\{(\w+)\}/g, ':$1')
    const visitOf = (request: FastifyRequest): Visit | null => {
      const token = LinkToken.safeParse((request.params as { token?: unknown }).token)
      return token.success ? { token: token.data, address: request.ip, language: languageIn(request) } : null
    }
    pages.get(url, async (request, reply) => {
      const visit = visitOf(request)
      return send(reply, visit === null ? troubled(notThere, languageIn(request)) : await look(desk, visit))
    })
    pages.post(url, async (request, reply) => {
      const visit = visitOf(request)
      if (visit === null) return send(reply, troubled(notThere, languageIn(request)))
      const filled = readForm(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
      return send(reply, await act(desk, visit, filled))
    })
  })
}

async function look(desk: LinkDesk, visit: Visit, faults: readonly FormFault[] = [], filled: Filled = new Map()): Promise<Shown> {
  const found = await lookAt(desk, visit.token, visit.address, visit.language)
  if ('trouble' in found) return troubled(found.trouble, visit.language)
  const given = filled.get('key')
  const key = isKey(given) ? given : desk.engine.newId()
  const page = pageFor(found.question, { language: visit.language, key, faults, filled })
  return { page, status: faults.length === 0 ? 200 : 400 }
}

function pageFor(question: LinkQuestion, state: FormState): Page {
  switch (question.purpose) {
    case 'answer':
      return answerPage(question, state)
    case 'attendance':
      return attendancePage(question, state)
    case 'offerCheck':
      return offerCheckPage(question, state)
  }
}

async function act(desk: LinkDesk, visit: Visit, filled: Filled | null): Promise<Shown> {
  const { language } = visit
  const read = filled === null ? null : actIn(filled, language)
  if (filled === null || read === null) return troubled({ ...brokenForm, words: unreadable }, language)
  if ('faults' in read) return look(desk, visit, read.faults, filled)
  const given = filled.get('key')
  const key = isKey(given) ? given : desk.engine.newId()
  const handled = await actFrom(desk, visit.token, visit.address, { act: read.act, key, language })
  if ('trouble' in handled) return troubled(handled.trouble, language)
  if (handled.is === 'acted') return { page: linkDonePage(handled.done, language), status: 200 }
  if (handled.is === 'faulty') return look(desk, visit, [{ field: 'everybody', says: listMoved[language] }])
  const trouble = troubleIn(desk, handled)
  const field = fieldOfRefusal[trouble.code]
  if (field !== undefined) return look(desk, visit, [{ field, says: trouble.words[language] }], filled)
  // Why a link is over is said at its own page too; anything else leaves the question standing.
  return troubled(trouble, language, !trouble.code.startsWith('link'))
}

/** What the rules refuse and can be mended in the form. */
const fieldOfRefusal: { readonly [code: string]: string } = { noteNeeded: 'note', unknownDeclineReason: 'reason' }

const troubled = ({ status, words, headers }: Trouble, language: Language, back = false): Shown => ({
  page: linkTroublePage(titleOf(status), words, language, back),
  status,
  ...(headers === undefined ? {} : { headers }),
})

const titleOf = (status: number): Words => problemTitles[status] ?? { nl: 'Dit ging niet', en: 'This did not work' }

function send(reply: FastifyReply, { page, status, headers = {} }: Shown): FastifyReply {
  return reply
    .code(status)
    .headers({ ...pageHeaders, ...headers, 'content-language': page.language })
    .type(pageMediaType)
    .send(pageText(page))
}

const unreadable: Words = {
  nl: 'Dit formulier is niet te lezen; er is niets bewaard. Open de link uit de mail opnieuw.',
  en: 'This form cannot be read; nothing was stored. Open the link in the mail again.',
}
const brokenForm = { status: 400, code: 'invalid' } as const
const listMoved: Words = {
  nl: 'De groep is intussen veranderd; er is niets bewaard. Kies opnieuw',
  en: 'The group has changed in the meantime; nothing was stored. Choose again',
}
