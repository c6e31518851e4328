import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Child } from '../../../../scripts/embedded/processes/child.ts'
import { inheritedEnvironment } from '../../../../scripts/embedded/environment.ts'
import { ProcessRecords } from '../../../../scripts/embedded/processes/process-records.ts'
import { Supervisor } from '../../../../scripts/embedded/processes/supervisor.ts'
import { aliveIn, type TemporaryFolder, temporaryFolder } from '../stand-ins.ts'

let folder: TemporaryFolder
let supervisor: Supervisor
const news: string[] = []

beforeEach(() => {
  folder = temporaryFolder()
  news.length = 0
  supervisor = new Supervisor(['api', 'worker', 'postgres'], (text) => void news.push(text))
})
afterEach(async () => {
  await supervisor.force()
  folder.remove()
})

/** Writes its name into a common file when it is asked to stop. */
function program(name: string, script = 'echo ready; while :; do sleep 0.02; done'): Child {
  const stopped = join(folder.path, 'stopped')
  return new Child(
    {
      name,
      command: '/bin/sh',
      args: ['-c', `trap 'echo ${name} >> ${stopped}; exit 0' TERM; ${script}`],
      folder: folder.path,
      environment: inheritedEnvironment(),
      logFile: join(folder.path, `${name}.log`),
      ready: /^ready\b/,
      readyWithin: 5_000,
    },
    new ProcessRecords(join(folder.path, 'processes.json')),
  )
}

describe('the supervisor', () => {
  it('stops its programs in the order that it was given, whatever order they were started in', async () => {
    for (const name of ['postgres', 'api', 'worker']) await supervisor.start(program(name))
    await supervisor.stop()
    expect(readFileSync(join(folder.path, 'stopped'), 'utf8').trim().split('\n')).toEqual([
      'api',
      'worker',
      'postgres',
    ])
    expect(aliveIn(folder.path)).toEqual([])
  })

  it('starts a program again that died, and says so', async () => {
    await supervisor.start(program('worker'))
    const before = supervisor.handle('worker').pid
    supervisor.handle('worker').kill('SIGKILL')
    await expect
      .poll(() => news, { timeout: 3_000 })
      .toEqual(['worker is started again in 250 ms: ended by SIGKILL', 'worker is back.'])
    expect(supervisor.handle('worker').pid).not.toBe(before)
    expect(aliveIn(folder.path)).toEqual(['worker'])
  })

  it('waits no longer than it was told, however often a program has died', async () => {
    const impatient = new Supervisor([], (text) => news.push(text), 20)
    await impatient.start(program('worker'))
    for (const deaths of [1, 2]) {
      impatient.handle('worker').kill('SIGKILL')
      await expect
        .poll(() => news.filter((text) => text === 'worker is back.').length, { timeout: 3_000 })
        .toBe(deaths)
    }
    expect(news.filter((text) => text.includes('in 20 ms'))).toHaveLength(2)
    await impatient.force()
  })

  it('waits longer each time that a program cannot be started again', async () => {
    const once = `if [ -e ${join(folder.path, 'broken')} ]; then exit 7; fi; touch ${join(folder.path, 'broken')}`
    await supervisor.start(program('worker', `${once}; echo ready; while :; do sleep 0.02; done`))
    supervisor.handle('worker').kill('SIGKILL')
    await expect.poll(() => news.length, { timeout: 5_000 }).toBe(3)
    expect(news.map((text) => /in (\d+) ms/.exec(text)?.[1])).toEqual(['250', '500', '1000'])
    expect(news[1]).toMatch(/: worker ended with 7 before it was ready/)
  })

  it('leaves a program alone that was stopped on purpose, until it is wanted again', async () => {
    await supervisor.start(program('worker'))
    const worker = supervisor.handle('worker')
    await worker.stop()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(worker.pid).toBeUndefined()
    await worker.restart()
    expect(worker.pid).toBeDefined()
    expect(news).toEqual([])
  })

  it('starts nothing more once it is stopping, and nothing again that dies meanwhile', async () => {
    await supervisor.start(program('worker'))
    supervisor.handle('worker').kill('SIGKILL')
    await expect.poll(() => news.length).toBe(1)
    await supervisor.stop()
    await expect(supervisor.start(program('api'))).rejects.toThrow(/being stopped/)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(aliveIn(folder.path)).toEqual([])
  })
})
