/** Files that are chosen and not yet sent, kept by the browser: they survive a closed page and a dead phone. */
export interface KeptFile {
  /** Also the key under which it is sent: however often that happens, it arrives once. */
  readonly id: string
  /** Whose it is: another person on the same telephone neither sees nor sends it. */
  readonly personId: string
  /** Null while the loss is not reported yet. */
  readonly claimId: string | null
  readonly item: string
  readonly name: string
  readonly blob: Blob
}

const store = 'files'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('lipei.uploads', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(store, { keyPath: 'id' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB does not open')))
  })
  return opened
}

async function ask<T>(
  mode: IDBTransactionMode,
  use: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await open()
    return await new Promise<T>((resolve, reject) => {
      const request = use(database.transaction(store, mode).objectStore(store))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refuses')))
    })
  } catch {
    // A private window keeps nothing: the files are sent all the same, as long as the page stays open.
    return undefined
  }
}

export async function keepFile(file: KeptFile): Promise<void> {
  await ask('readwrite', (files) => files.put(file))
}

export async function forgetFile(id: string): Promise<void> {
  await ask('readwrite', (files) => files.delete(id))
}

export async function keptFiles(personId: string): Promise<readonly KeptFile[]> {
  const all = (await ask<KeptFile[]>('readonly', (files) => files.getAll())) ?? []
  return all.filter((file) => file.personId === personId)
}
