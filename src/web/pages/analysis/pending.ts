// Answers that have not reached the server yet, kept in the browser: a reload or a crash loses none of them.
import type { Answer } from '../../../domain/answers.ts'

export type Pending = {
  readonly operationId: string
  readonly itemId: string
  readonly answer: Answer
  readonly at: string
}

/** What is kept, and how. When identity comes, the second half of this pair encrypts: the key comes with the login. */
export type Seal = {
  readonly close: (text: string) => Promise<ArrayBuffer>
  readonly open: (bytes: ArrayBuffer) => Promise<string>
}
export const noSeal: Seal = {
  close: async (text) => new TextEncoder().encode(text).buffer,
  open: async (bytes) => new TextDecoder().decode(bytes),
}

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('valpad', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('pending')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

async function ask<Value>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const open = await database()
  try {
    return await new Promise<Value>((resolve, reject) => {
      const transaction = open.transaction('pending', mode)
      const asked = request(transaction.objectStore('pending'))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    open.close()
  }
}

const keyOf = (caseId: string, accountId: string): string => `${accountId}/${caseId}`

/** By item: the last answer given, which is the only one that still has to be sent. */
export async function keepPending(caseId: string, accountId: string, pending: readonly Pending[], seal = noSeal): Promise<void> {
  const key = keyOf(caseId, accountId)
  if (pending.length === 0) {
    await ask('readwrite', (store) => store.delete(key) as IDBRequest<unknown>)
    return
  }
  const bytes = await seal.close(JSON.stringify(pending))
  await ask('readwrite', (store) => store.put(bytes, key) as IDBRequest<unknown>)
}

export async function keptPending(caseId: string, accountId: string, seal = noSeal): Promise<Pending[]> {
  const bytes = await ask<ArrayBuffer | undefined>('readonly', (store) => store.get(keyOf(caseId, accountId)))
  return bytes === undefined ? [] : (JSON.parse(await seal.open(bytes)) as Pending[])
}
