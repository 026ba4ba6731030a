// Kept in this browser until the server has it: a reload or a crash loses nothing. Never in the address, never in local storage.

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

/** Of one person at the screen, about one thing. */
export const placeOf = (accountId: string, ...about: readonly string[]): string => [accountId, ...about].join('/')

/** Null: nothing has to be kept any more. */
export async function keep(place: string, value: unknown, seal = noSeal): Promise<void> {
  if (value === null) {
    await ask('readwrite', (store) => store.delete(place) as IDBRequest<unknown>)
    return
  }
  const bytes = await seal.close(JSON.stringify(value))
  await ask('readwrite', (store) => store.put(bytes, place) as IDBRequest<unknown>)
}

/** As this same application kept it; null: nothing. */
export async function kept<Value>(place: string, seal = noSeal): Promise<Value | null> {
  const bytes = await ask<ArrayBuffer | undefined>('readonly', (store) => store.get(place))
  return bytes === undefined ? null : (JSON.parse(await seal.open(bytes)) as Value)
}

/** Everything kept about parts of one thing. */
export async function keptUnder<Value>(place: string, seal = noSeal): Promise<Value[]> {
  const range = IDBKeyRange.bound(`${place}/`, `${place}/\uffff`)
  const all = await ask<ArrayBuffer[]>('readonly', (store) => store.getAll(range))
  return Promise.all(all.map(async (bytes) => JSON.parse(await seal.open(bytes)) as Value))
}
