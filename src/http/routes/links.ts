// Links for programs: what one asks, and the one act by it. The address that guesses has to wait.
import * as contract from '../../contract/links.ts'
import { linkOvertaken } from '../../domain/links.ts'
import type { Language } from '../../domain/words.ts'
import { actByLink, type LinkHandled } from '../../engine/act-by-link.ts'
import type { Engine } from '../../engine/engine.ts'
import { questionOf } from '../../engine/link-questions.ts'
import { heldLink } from '../../engine/links.ts'
import type { Guesses } from '../guesses.ts'
import { troubleOf } from '../handled.ts'
import { faulty, notThere, refusedByRules, type Trouble, tooManyGuesses } from '../problems.ts'
import type { Outcome, Serve } from '../serve.ts'

export type LinkDesk = { readonly engine: Engine; readonly guesses: Guesses }

export function linkRoutesOn(serve: Serve, desk: LinkDesk): void {
  serve(contract.getLink, async ({ params, address, language }) => {
    const found = await lookAt(desk, params.token, address, language)
    return 'trouble' in found ? found : { body: found.question }
  })

  serve(contract.actOnLink, async ({ params, body, key, address, language }) => {
    const handled = await actFrom(desk, params.token, address, { act: body, key, language })
    return 'trouble' in handled ? handled : outcomeOf(desk, handled)
  })
}

export type Asks = { readonly question: contract.LinkQuestion }

/** What the link asks; or why not, in the same words for every link that does not exist. */
export async function lookAt(
  desk: LinkDesk,
  token: string,
  address: string,
  language: Language,
): Promise<Asks | { readonly trouble: Trouble }> {
  const wait = waitFor(desk, address)
  if (wait !== null) return { trouble: wait }
  const held = await heldLink(desk.engine, token)
  if (held === null) return wrongGuess(desk, address)
  if (held.closed !== null) return { trouble: refusedByRules(held.closed) }
  const question = await questionOf(desk.engine, held, language)
  return question === null ? { trouble: refusedByRules(linkOvertaken) } : { question }
}

export async function actFrom(
  desk: LinkDesk,
  token: string,
  address: string,
  by: Parameters<typeof actByLink>[2],
): Promise<LinkHandled | { readonly trouble: Trouble }> {
  const wait = waitFor(desk, address)
  if (wait !== null) return { trouble: wait }
  const handled = await actByLink(desk.engine, token, by)
  return handled.is === 'unknownCase' ? wrongGuess(desk, address) : handled
}

function waitFor({ engine, guesses }: LinkDesk, address: string): Trouble | null {
  const seconds = guesses.wait(address, Date.parse(engine.clock()))
  return seconds === 0 ? null : tooManyGuesses(seconds)
}

function wrongGuess({ engine, guesses }: LinkDesk, address: string): { readonly trouble: Trouble } {
  guesses.count(address, Date.parse(engine.clock()))
  return { trouble: notThere }
}

function outcomeOf({ engine }: LinkDesk, handled: LinkHandled): Outcome {
  if (handled.is === 'acted')
    return { body: handled.done, ...(handled.repeated ? { headers: { 'idempotent-replayed': 'true' } } : {}) }
  if (handled.is === 'faulty') return { trouble: faulty(handled.faults.map((fault) => ({ ...fault, in: 'body' }))) }
  return troubleOf(handled, engine.pathways.values())
}

/** For the pages: what went wrong, as a problem. */
export function troubleIn(desk: LinkDesk, handled: Exclude<LinkHandled, { is: 'acted' }>): Trouble {
  const outcome = outcomeOf(desk, handled)
  if (!('trouble' in outcome)) throw new Error('Only what was done is no trouble')
  return outcome.trouble
}
