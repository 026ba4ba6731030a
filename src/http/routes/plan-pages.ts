// My plan at home: a code, a birth year, the same content as on paper. No script and no cookie.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PlanCodeText, planPage as planUrl } from '../../contract/documents.ts'
import { calendarFile } from '../../documents/calendar.ts'
import { linkTroublePage } from '../../documents/link-trouble-page.ts'
import { type Page, pageHeaders, pageMediaType, pageText } from '../../documents/page.ts'
import { appointmentsOf } from '../../documents/plan.ts'
import { cannotComePage, planDoor, planPage, planPageWords, planPhonePage, planTrouble } from '../../documents/plan-page.ts'
import type { Language } from '../../domain/words.ts'
import { uidOf } from '../../engine/delivery-contents.ts'
import type { Engine } from '../../engine/engine.ts'
import { codeTyped, openPlan, planAddress } from '../../engine/plan-codes.ts'
import { planFactsOf } from '../../engine/plan-facts.ts'
import { cannotCome, toldByCode } from '../../engine/plan-messages.ts'
import { type FoundCase, readState } from '../../engine/read-case.ts'
import { mostFormBytes, readForm } from '../form-body.ts'
import type { Guesses } from '../guesses.ts'
import { languageIn } from '../language.ts'
import { notThere, tooManyGuesses } from '../problems.ts'
import { troubleFor } from '../thrown.ts'

type Shown = { readonly page: Page; readonly status: number }
type Visit = { readonly code: string; readonly address: string; readonly language: Language }
type Filled = ReadonlyMap<string, string>
const { sorry, unreadable, noSuchCode } = planTrouble

export type PlanDesk = { readonly engine: Engine; readonly guesses: Guesses }

/** In a plug of their own, as the pages of links are. */
export function planPagesOn(app: FastifyInstance, desk: PlanDesk): void {
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
      const words = trouble.status < 500 ? unreadable : trouble.words
      return send(reply, { page: linkTroublePage(sorry, words, languageIn(request)), status: trouble.status })
    })
    const url = planUrl.replaceAll(/\{(\w+)\}/g, ':$1')
    const visitOf = (request: FastifyRequest): Visit | null => {
      const code = PlanCodeText.safeParse(codeTyped(String((request.params as { code?: unknown }).code)))
      return code.success ? { code: code.data, address: request.ip, language: languageIn(request) } : null
    }
    pages.get(url, async (request, reply) => {
      const visit = visitOf(request)
      return send(reply, visit === null ? unknownTo(languageIn(request)) : { page: door(visit.language), status: 200 })
    })
    pages.post(url, async (request, reply) => {
      const visit = visitOf(request)
      if (visit === null) return send(reply, unknownTo(languageIn(request)))
      const filled = readForm(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
      if (filled === null) return send(reply, { page: linkTroublePage(sorry, unreadable, visit.language), status: 400 })
      const answer = await visited(desk, visit, filled)
      return 'agenda' in answer ? sendAgenda(reply, answer.agenda) : send(reply, answer)
    })
  })
}

const door = (language: Language, says?: string, filled: Filled = new Map()): Page =>
  planDoor({ language, faults: says === undefined ? [] : [{ field: 'year', says }], filled })

async function visited(desk: PlanDesk, visit: Visit, filled: Filled): Promise<Shown | { readonly agenda: string }> {
  const { engine, guesses } = desk
  const { code, address, language } = visit
  const say = planPageWords[language]
  const now = Date.parse(engine.clock())
  const wait = guesses.wait(address, now)
  if (wait > 0) {
    const { words, status } = tooManyGuesses(wait)
    return { page: linkTroublePage(sorry, words, language), status }
  }
  const proof = filled.get('proof')
  const year = (filled.get('year') ?? '').trim()
  if (proof === undefined && !/^\d{4}$/.test(year)) return { page: door(language, say.fourDigits, filled), status: 400 }
  const opened = await openPlan(engine, code, proof === undefined ? { year } : { proof })
  switch (opened.is) {
    case 'unknown':
      guesses.count(address, now)
      return { page: door(language, say.wrong), status: 400 }
    case 'wrong':
      return { page: door(language, say.wrong), status: 400 }
    case 'phone': {
      const found = await readState(engine, opened.caseId)
      if (found === null) return unknownTo(language)
      const { practice } = await planFactsOf(engine, found, language, null)
      return { page: planPhonePage(practice, language), status: 429 }
    }
    case 'open':
      return acted(engine, visit, { found: opened.found, proof: opened.proof }, filled)
  }
}

async function acted(
  engine: Engine,
  { code, language }: Visit,
  { found, proof }: { readonly found: FoundCase; readonly proof: string },
  filled: Filled,
): Promise<Shown | { readonly agenda: string }> {
  const facts = await planFactsOf(engine, found, language, { code, address: planAddress(engine, code) })
  const assignmentId = filled.get('assignment') ?? ''
  switch (filled.get('act')) {
    case 'calendar': {
      const one = appointmentsOf(facts).find((appointment) => appointment.assignmentId === assignmentId)
      if (one === undefined) return gone(language)
      const event = { uid: uidOf('appointment', assignmentId), sequence: 0, on: one.startsOn, time: one.time }
      return { agenda: calendarFile({ method: 'PUBLISH', title: 'appointment', stampedAt: engine.clock(), events: [event] }) }
    }
    case 'cannotCome': {
      const one = await cannotCome(engine, found, assignmentId, language)
      return one === null ? gone(language) : { page: cannotComePage(one.appointment, facts, proof, one.provider), status: 200 }
    }
    default:
      return { page: planPage(facts, proof, await toldByCode(engine, found, language)), status: 200 }
  }
}

const gone = (language: Language): Shown => ({
  page: linkTroublePage(sorry, { nl: planPageWords.nl.gone, en: planPageWords.en.gone }, language),
  status: 409,
})
const unknownTo = (language: Language): Shown => ({ page: linkTroublePage(sorry, noSuchCode, language), status: notThere.status })

function send(reply: FastifyReply, { page, status }: Shown): FastifyReply {
  return reply
    .code(status)
    .headers({ ...pageHeaders, 'content-language': page.language })
    .type(pageMediaType)
    .send(pageText(page))
}

const sendAgenda = (reply: FastifyReply, agenda: string): FastifyReply =>
  reply
    .headers({ 'content-disposition': 'attachment; filename="afspraak.ics"' })
    .type('text/calendar; charset=utf-8')
    .send(agenda)
