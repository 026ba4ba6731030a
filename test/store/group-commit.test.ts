// Group commit: who is written together, who hears what, and that nobody waits for a clock.
import { expect, test, vi } from 'vitest'
import { groupCommit, type Outcome } from '../../src/store/group-commit.ts'
import type { Change } from '../../src/store/store.ts'

const change = (name: string): Change => [{ sql: name, parameters: [] }]
const done = { ok: true } as const
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('what is asked in one turn is written together, in order, 64 at most', async () => {
  const groups: string[][] = []
  const { commit } = groupCommit((changes) => {
    groups.push(changes.map(([statement]) => statement!.sql))
    return changes.map(() => done)
  })
  const names = Array.from({ length: 150 }, (_, n) => `${n}`)
  await Promise.all(names.map((name) => commit(change(name))))
  expect(groups.map(({ length }) => length)).toEqual([64, 64, 22])
  expect(groups.flat()).toEqual(names)
})

test('a lone change is written in the next turn', async () => {
  const write = vi.fn((changes: readonly Change[]): Outcome[] => changes.map(() => done))
  const { commit } = groupCommit(write)
  const answer = commit(change('lone'))
  expect(write).not.toHaveBeenCalled()
  await turn()
  expect(write).toHaveBeenCalledTimes(1)
  expect(await answer).toEqual(done)
})

test('each hears what became of its own change, and only when the group is written', async () => {
  const heard: string[] = []
  const { commit } = groupCommit((changes) => {
    expect(heard).toEqual([])
    return changes.map(([statement], statementNo) => {
      if (statement!.sql === 'mistake') return new Error('mistake')
      return statement!.sql === 'lost' ? { ok: false, statement: statementNo, rows: 0 } : done
    })
  })
  const outcomes = await Promise.allSettled(
    ['good', 'lost', 'mistake', 'good'].map((name) => commit(change(name)).finally(() => heard.push(name))),
  )
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: done },
    { status: 'fulfilled', value: { ok: false, statement: 1, rows: 0 } },
    { status: 'rejected', reason: new Error('mistake') },
    { status: 'fulfilled', value: done },
  ])
})

test('when the group is lost all of it hears so, and the next group is tried', async () => {
  let works = false
  const { commit } = groupCommit((changes) => {
    if (!works) throw new Error('disk')
    return changes.map(() => done)
  })
  const outcomes = await Promise.allSettled([commit(change('a')), commit(change('b'))])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  works = true
  expect(await commit(change('c'))).toEqual(done)
})

test('the queue has an end', async () => {
  const { commit } = groupCommit((changes) => changes.map(() => done), { group: 2, waiting: 3 })
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => commit(change(name))))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
})

test('closing writes what waits and turns away what comes', async () => {
  const { commit, close } = groupCommit((changes) => changes.map(() => done))
  const waiting = commit(change('waiting'))
  close()
  expect(await waiting).toEqual(done)
  await expect(commit(change('late'))).rejects.toThrow('closed')
})
