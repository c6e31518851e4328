import { channel } from 'node:diagnostics_channel'
import type { DrawingFailure } from '../domain/drawing-failures.ts'
import { FileCorrupt, FileKeyMissing, FileMissing } from '../files/file-faults.ts'
import type { FileStore } from '../files/store.ts'
import type { Database } from '../db/client.ts'
import type { FieldCipher } from '../db/encryption/field-cipher.ts'
import { markFailed, markReady, readDocument } from '../db/documents/follow-document.ts'
import { type ChildLimits, drawInChild } from './documents/draw-in-child.ts'

const ready = channel('lipei:document.ready')

export interface DocumentJob {
  readonly documentId: string
}

export interface DocumentDependencies {
  readonly database: Database
  readonly cipher: FieldCipher
  readonly files: FileStore
  readonly limits?: Partial<ChildLimits>
}

/** A photograph that ends its child, or ourselves, is tried again twice: the machine may have been short of memory. */
const mostTries = 3

/** What came before the present try of a job. */
export interface EarlierTries {
  readonly count: number
  /** The last one ended with the runner that made it. */
  readonly runnerDied: boolean
}

/**
 * Draws the copies of an uploaded photograph that people see. It is decoded in a child process without keys,
 * with limits; the claim does not wait for it. Papers in PDF have no copies and are ready as they are.
 * A photograph in whose work runners die again and again is given up, or it would keep everything else from being done.
 */
export async function drawCopies(
  { database, cipher, files, limits }: DocumentDependencies,
  { documentId }: DocumentJob,
  earlier: EarlierTries,
): Promise<void> {
  const document = await readDocument(database, documentId)
  if (document === undefined || document.state !== 'stored') return
  if (!document.mediaType.startsWith('image/')) {
    ready.publish(document)
    const none = { viewHash: null, thumbnailHash: null, perceptualHash: null }
    await markReady(database, cipher, document, { ...none, measures: {} })
    return
  }
  if (earlier.runnerDied && earlier.count >= mostTries) {
    await markFailed(database, cipher, document, 'runnerDied')
    return
  }
  const original = await readOriginal(files, document.contentHash)
  if (typeof original === 'string') {
    await markFailed(database, cipher, document, original)
    return
  }
  const drawn = await drawInChild(original, limits)
  if (drawn.outcome === 'drawn') {
    const { view, thumbnail, perceptualHash, measures } = drawn
    const [storedView, storedThumbnail] = [await files.put(view), await files.put(thumbnail)]
    ready.publish(document)
    await markReady(database, cipher, document, {
      viewHash: storedView.hash,
      thumbnailHash: storedThumbnail.hash,
      perceptualHash,
      measures,
    })
    return
  }
  if (drawn.outcome === 'undecodable' || earlier.count + 1 >= mostTries) {
    await markFailed(database, cipher, document, drawn.outcome)
    return
  }
  throw new Error(`The copies of a document could not be drawn: ${drawn.outcome}.`)
}

async function readOriginal(files: FileStore, hash: string): Promise<Buffer | DrawingFailure> {
  try {
    return await files.read(hash)
  } catch (error) {
    if (error instanceof FileMissing || error instanceof FileCorrupt || error instanceof FileKeyMissing)
      return error.name
    throw error
  }
}

/** The queue has given up, for a reason that is none of the photograph's. */
export async function buryDocument(
  { database, cipher }: Pick<DocumentDependencies, 'database' | 'cipher'>,
  { documentId }: DocumentJob,
): Promise<void> {
  const document = await readDocument(database, documentId)
  if (document !== undefined) await markFailed(database, cipher, document, 'jobFailed')
}
