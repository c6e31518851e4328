/** Uploads are named by their content, so copying them again copies what is new. */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from './durable-copy.ts'

const two = /^[0-9a-f]{2}$/
const hash = /^[0-9a-f]{64}$/

/** Answers how many were copied. One whose seal was renewed with another key since is copied again. */
export async function copyNewFiles(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  let copied = 0
  for await (const path of storedFiles(from)) {
    const [source, target] = [await statusOf(join(from, path)), await statusOf(join(to, path))]
    if (source === undefined) continue
    const same = target?.size === source.size && Math.abs(target.mtimeMs - source.mtimeMs) < 1000
    if (same) continue
    await replaceDurably(join(from, path), join(to, path))
    copied += 1
  }
  return copied
}

async function* storedFiles(folder: string): AsyncGenerator<string> {
  for (const first of await names(folder, two))
    for (const second of await names(join(folder, first), two))
      for (const name of await names(join(folder, first, second), hash)) yield join(first, second, name)
}

async function names(folder: string, form: RegExp): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => form.test(name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function statusOf(file: string) {
  try {
    return await stat(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
