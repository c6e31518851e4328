/** Uploaded files carry the id of their key in their head. */
import { existsSync } from 'node:fs'
import type { Config } from '../../config.ts'
import type { Unreadable } from '../../db/encryption/reencrypt.ts'
import { FileCorrupt, FileKeyMissing, FileMissing } from '../../files/file-faults.ts'
import { createFileStore } from '../../files/store.ts'

type Files = Pick<Config, 'filesFolder' | 'fieldKeys'>

/** Hashes of all of them; none while the folder, which the first file makes, is not there. */
async function* hashes({ filesFolder, fieldKeys }: Files): AsyncGenerator<string> {
  if (!existsSync(filesFolder)) return
  for await (const { hash } of createFileStore(filesFolder, fieldKeys).list()) yield hash
}

/** How many files each key has. One that is removed meanwhile needs no key. */
export async function fileKeys(files: Files): Promise<ReadonlyMap<string, number>> {
  const store = createFileStore(files.filesFolder, files.fieldKeys)
  const counts = new Map<string, number>()
  for await (const hash of hashes(files)) {
    try {
      const key = await store.keyOf(hash)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
    }
  }
  return counts
}

/** Writes with the first key whatever has another one. */
export async function renewFiles(
  files: Files,
): Promise<{ readonly renewed: number; readonly unreadable: readonly Unreadable[] }> {
  const store = createFileStore(files.filesFolder, files.fieldKeys)
  const unreadable: Unreadable[] = []
  let renewed = 0
  for await (const hash of hashes(files)) {
    try {
      if (await store.renew(hash)) renewed += 1
    } catch (error) {
      if (error instanceof FileMissing) continue
      if (!(error instanceof FileKeyMissing || error instanceof FileCorrupt)) throw error
      unreadable.push({ where: `file ${hash}`, why: error.message })
    }
  }
  return { renewed, unreadable }
}
