// What a server keeps of the fixture's answers, held against the fixture: none lost, none more, none other.
import { canonicalJson } from '../../src/domain/canonical.ts'
import { answersOf, consult, nurse } from './consult.ts'
import type { DemoServer } from './demo-server.ts'

/** A sentence for every answer that differs. */
export async function differentAnswers({ ask }: Pick<DemoServer, 'ask'>, caseId: string): Promise<string[]> {
  const { items } = (await ask(nurse, 'GET', `/v1/cases/${caseId}/analyses/answers`)).json
  const wanted = answersOf(consult)
  const kept = Object.fromEntries(
    items.map((item: { itemId: string; answers: { answer: { value?: unknown } }[] }) => [
      item.itemId,
      item.answers[0]?.answer.value,
    ]),
  )
  return [...new Set([...Object.keys(wanted), ...Object.keys(kept)])]
    .filter((name) => canonicalJson(wanted[name] ?? null) !== canonicalJson(kept[name] ?? null))
    .map((name) => `${name}: ${JSON.stringify(kept[name])} instead of ${JSON.stringify(wanted[name])}`)
}
