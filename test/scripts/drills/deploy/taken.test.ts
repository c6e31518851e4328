import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noting, readNotes, takenOf } from '../../../../scripts/drills/deploy/taken.ts'

const cut = { why: 'ECONNRESET', port: 40_001, began: 10_000, ended: 10_400 }

it('takes a request that was cut for taken when its connection was, while it went on', () => {
  expect(takenOf([cut], '10010 40001\n10020 40002\n')).toEqual([cut])
  expect(takenOf([cut], '10020 40002\n')).toEqual([])
  expect(takenOf([cut], '5000 40001\n90000 40001\n')).toEqual([])
  expect(takenOf([cut], '')).toEqual([])
})

it('hears of every connection from the program that takes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lipei-noting-'))
  try {
    const file = join(folder, 'taken connections')
    const program = `
      import { createServer, connect } from 'node:net'
      const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
        const client = connect(server.address().port, '127.0.0.1', () => process.stdout.write(String(client.localPort)))
        client.on('close', () => server.close()).resume()
      })`
    const began = Date.now()
    const port = Number(
      execFileSync(process.execPath, [
        '--import',
        noting(file),
        '--input-type=module',
        '--eval',
        program,
      ]).toString(),
    )
    const request = { why: 'ECONNRESET', port, began, ended: Date.now() }
    expect(takenOf([request, { ...request, port: port + 1 }], readNotes(file))).toEqual([request])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
