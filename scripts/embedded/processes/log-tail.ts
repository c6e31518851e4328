import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** What stands in the file from this byte on; at most the last 64 KiB of it. */
export function readFrom(file: string, start: number): string {
  const descriptor = openSync(file, 'r')
  try {
    const size = fstatSync(descriptor).size
    const from = Math.max(start, size - 65_536)
    const bytes = Buffer.alloc(Math.max(0, size - from))
    readSync(descriptor, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  } finally {
    closeSync(descriptor)
  }
}

/** The last lines that this run of the child wrote, for the person who reads why it died. */
export function tail(file: string, start: number, lines = 20): string {
  return readFrom(file, start).trimEnd().split('\n').slice(-lines).join('\n')
}
