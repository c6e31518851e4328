import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Arming } from '../../../scripts/faults/crash/arming.ts'
import { crashPoint, crashPoints } from '../../../scripts/faults/crash/points.ts'

const checkout = fileURLToPath(new URL('../../..', import.meta.url))

/** Every channel on which the product says where it is, by the files that ship. */
function channelsOfTheProduct(): readonly string[] {
  const folders = ['activities', 'api', 'bank', 'db', 'files', 'jobs', 'messaging', 'signed-http']
  const files = execFileSync('git', ['ls-files', ...folders, '*.ts'], { cwd: checkout, encoding: 'utf8' })
  return files
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !/^(test|scripts|bench)\//.test(file))
    .flatMap((file) => [
      ...readFileSync(join(checkout, file), 'utf8').matchAll(/\bchannel\('(lipei:[^']+)'\)/g),
    ])
    .map(([, name = '']) => name)
}

describe('the table of crash points', () => {
  it('names every channel of the product, and none that the product does not have', () => {
    const listed = crashPoints.map(({ channel }) => channel).filter((name) => name.startsWith('lipei:'))
    expect([...new Set(channelsOfTheProduct())].toSorted()).toEqual([...new Set(listed)].toSorted())
  })

  it('names each point once, and follows points that exist', () => {
    const names = crashPoints.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { after } of crashPoints) if (after !== undefined) expect(names).toContain(after)
  })
})

describe('a program at an armed point', () => {
  let folder: string
  let arming: Arming

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lipei-crash-'))
    arming = new Arming(join(folder, 'crash'))
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** A program of that name which passes the channel with these messages every 20 ms, and writes down each. */
  function start(name: string, channel: string, ...messages: readonly object[]) {
    const program = join(folder, name)
    writeFileSync(
      program,
      `import { channel } from 'node:diagnostics_channel'
      const passing = channel('${channel}')
      const messages = ${JSON.stringify(messages)}
      let count = 0
      setInterval(() => {
        process.stdout.write(count + '\\n')
        passing.publish(messages[count++ % messages.length])
      }, 20)`,
    )
    const child = spawn(process.execPath, ['--import', arming.preload, program], { stdio: 'pipe' })
    let output = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_code, signal) => resolve(signal)),
    )
    return { child, ended, passed: () => output.trim().split('\n').length }
  }

  const never = new AbortController().signal

  const ambush = (name: string, passage = 1, within = 5_000) => {
    const point = crashPoint(name)
    return arming.strike(point.program, [point], passage, within, never)
  }

  it('dies there by SIGKILL, at the passage that was asked for', async () => {
    const { ended, passed } = start('worker.ts', 'lipei:bank.sending', {})
    expect(await ambush('worker.bank.sending', 3)).toMatchObject({ point: 'worker.bank.sending' })
    expect(await ended).toBe('SIGKILL')
    expect(passed()).toBeGreaterThanOrEqual(3)
  })

  it('dies for the command that was meant and for no other', async () => {
    const { ended, passed } = start(
      'server.ts',
      'lipei:command.written',
      ...Array.from({ length: 4 }, () => ({ type: 'saveSheet' })),
      { type: 'registerClaim' },
    )
    await ambush('api.report.written')
    expect(await ended).toBe('SIGKILL')
    expect(passed()).toBe(5)
  })

  it('dies at the busy point that is armed beside one which nobody passes', async () => {
    const { ended } = start('worker.ts', 'lipei:command.committed', {})
    const points = [crashPoint('worker.bank.sending'), crashPoint('worker.command.committed')]
    const hit = await arming.strike('worker', points, 2, 5_000, never)
    expect(hit?.point).toBe('worker.command.committed')
    expect(await ended).toBe('SIGKILL')
  })

  it('goes on when the point belongs to another program, and when it is armed no more', async () => {
    const { child, ended } = start('jobs.ts', 'lipei:bank.sending', {})
    expect(await ambush('worker.bank.sending', 1, 400)).toBeNull()
    const late = start('worker.ts', 'lipei:bank.sending', {})
    const first = await Promise.race([
      late.ended,
      new Promise((resolve) => setTimeout(resolve, 400, 'alive')),
    ])
    expect(first).toBe('alive')
    child.kill('SIGTERM')
    late.child.kill('SIGTERM')
    expect(await ended).toBe('SIGTERM')
  })

  it('dies once: what comes back passes by', async () => {
    await Promise.all([start('worker.ts', 'lipei:bank.sending', {}).ended, ambush('worker.bank.sending')])
    const again = start('worker.ts', 'lipei:bank.sending', {})
    const first = await Promise.race([
      again.ended,
      new Promise((resolve) => setTimeout(resolve, 300, 'alive')),
    ])
    expect(first).toBe('alive')
    again.child.kill()
  })

  it("dies when Node's own client has sent a request to the bank", async () => {
    const program = join(folder, 'worker.ts')
    writeFileSync(
      program,
      `import { createServer } from 'node:http'
      const server = createServer((request, response) => response.end()).listen(0, '127.0.0.1', async () => {
        const { port } = server.address()
        await fetch('http://127.0.0.1:' + port + '/health')
        await fetch('http://127.0.0.1:' + port + '/v1/payments', { method: 'POST', body: '{}' })
        await new Promise((resolve) => setTimeout(resolve, 5000))
      })`,
    )
    const struck = ambush('worker.bank.sent')
    const child = spawn(process.execPath, ['--import', arming.preload, program], { stdio: 'pipe' })
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
    expect(await struck).toMatchObject({ point: 'worker.bank.sent' })
    expect(await ended).toBe('SIGKILL')
  })
})
