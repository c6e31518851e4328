/** Copies that are still there when the machine is switched off a moment later. */
import { execFile } from 'node:child_process'
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

/** Everything below the folder at once: a thousand small files are not waited for one by one. */
export async function syncFilesystem(folder: string): Promise<void> {
  // Only Linux can tell file systems apart; elsewhere all of them are written out.
  await promisify(execFile)('sync', process.platform === 'linux' ? ['-f', folder] : [])
}

/** A name is durable only when the folder that holds it is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export interface Copied {
  readonly size: number
  readonly sha256: string
}

/** Copies what the file holds now, with its times, and hands on what was written; durable when it is synced. The source may grow meanwhile. */
export async function copyFile(source: string, target: string): Promise<Copied> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const from = await open(source, 'r')
  try {
    const to = await open(target, 'w', 0o600)
    try {
      const hash = createHash('sha256')
      const size = await pour(from, to, hash)
      const { atime, mtime } = await from.stat()
      await utimes(target, atime, mtime)
      return { size, sha256: hash.digest('hex') }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function pour(from: FileHandle, to: FileHandle, hash: Hash): Promise<number> {
  const buffer = Buffer.allocUnsafe(64 * 1024)
  for (let size = 0; ;) {
    const { bytesRead } = await from.read(buffer, 0, buffer.length, size)
    if (bytesRead === 0) return size
    const piece = buffer.subarray(0, bytesRead)
    hash.update(piece)
    await to.write(piece, 0, bytesRead, size)
    size += bytesRead
  }
}

/** Whole or not at all: a copy that was interrupted has another name. */
export async function replaceDurably(source: string, target: string): Promise<void> {
  const part = `${target}.part`
  await copyFile(source, part)
  const handle = await open(part, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, target)
  await syncFolder(dirname(target))
}
