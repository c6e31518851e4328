import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Child, type ChildSpecification } from '../../../../scripts/embedded/processes/child.ts'
import { inheritedEnvironment } from '../../../../scripts/embedded/environment.ts'
import { gone, identityOf, ProcessRecords } from '../../../../scripts/embedded/processes/process-records.ts'
import { aliveIn, type TemporaryFolder, temporaryFolder } from '../stand-ins.ts'

let folder: TemporaryFolder
const children: Child[] = []

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.force()))
  folder.remove()
})

/** A child that runs this shell script. */
function shell(script: string, changed: Partial<ChildSpecification> = {}): Child {
  const child = new Child(
    {
      name: 'child',
      command: '/bin/sh',
      args: ['-c', script],
      folder: folder.path,
      environment: inheritedEnvironment(),
      logFile: join(folder.path, 'logs', 'child.log'),
      ready: /^ready\b/,
      readyWithin: 5_000,
      ...changed,
    },
    new ProcessRecords(join(folder.path, 'processes.json')),
  )
  children.push(child)
  return child
}

const stay = 'echo ready at last; while :; do sleep 0.05; done'

describe('a supervised program', () => {
  it('has started when it says that it is ready', async () => {
    const child = shell(`echo beginning; ${stay}`)
    expect(await child.start()).toBe('ready at last')
    expect(aliveIn(folder.path)).toEqual(['child'])
  })

  it('is not taken for ready because an earlier run was', async () => {
    await shell('echo ready').finish(5_000)
    await expect(shell('sleep 5', { readyWithin: 100 }).start()).rejects.toThrow(/not ready in 100 ms/)
    expect(aliveIn(folder.path)).toEqual([])
  })

  it('shows the end of its log when it dies before it is ready', async () => {
    const child = shell('for line in $(seq 1 40); do echo "line $line"; done; echo "no database" >&2; exit 3')
    await expect(child.start()).rejects.toThrow(
      /^child ended with 3 before it was ready[\s\S]*line 22[\s\S]*no database$/,
    )
  })

  it('says so when it cannot be started at all', async () => {
    await expect(shell('', { command: '/no/such/program' }).start()).rejects.toThrow(/could not be started/)
  })

  it('leads a group of its own, so that Ctrl-C in the terminal does not reach it', async () => {
    const child = shell(stay)
    await child.start()
    expect(() => process.kill(-(child.pid ?? 0), 0)).not.toThrow()
  })

  it('is ended by force when it does not heed the signal, with everything that it started', async () => {
    const script = `trap '' TERM; (trap '' TERM; while :; do sleep 0.05; done) & echo ready $!; while :; do sleep 0.05; done`
    const child = shell(script, { stopWithin: 150 })
    const grandchild = Number((await child.start()).split(' ')[1])
    const identity = identityOf(grandchild) ?? ''
    expect(identity).not.toBe('')
    await child.stop()
    expect(await gone({ pid: grandchild, identity }, 2_000)).toBe(true)
    expect(aliveIn(folder.path)).toEqual([])
  })

  it('reports a death that nobody asked for, and not one that was', async () => {
    const deaths: string[] = []
    const child = shell(stay)
    child.onDeath = (why) => void deaths.push(why)
    await child.start()
    await child.restart()
    expect(deaths).toEqual([])
    child.kill('SIGKILL')
    await expect.poll(() => deaths).toEqual(['ended by SIGKILL'])
  })

  it('that is to end by itself must end well', async () => {
    await shell('exit 0').finish(5_000)
    await expect(shell('echo lost; exit 4').finish(5_000)).rejects.toThrow(/child ended with 4[\s\S]*lost/)
    await expect(shell(stay).finish(100)).rejects.toThrow(/ended by SIGKILL/)
  })
})
