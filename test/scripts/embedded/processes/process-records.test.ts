import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  endLeftovers,
  identityOf,
  isAlive,
  ProcessRecords,
} from '../../../../scripts/embedded/processes/process-records.ts'
import { type TemporaryFolder, temporaryFolder } from '../stand-ins.ts'

let folder: TemporaryFolder
let sleeper: ChildProcess
let pid: number

beforeEach(() => {
  folder = temporaryFolder()
  sleeper = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  pid = sleeper.pid ?? 0
})
afterEach(() => {
  sleeper.kill('SIGKILL')
  folder.remove()
})

const records = (): ProcessRecords => new ProcessRecords(join(folder.path, 'processes.json'))
const signals = { stopSignal: 'SIGTERM', forceSignal: 'SIGKILL' } as const

describe('the record of what was started', () => {
  it('lets the next supervisor end what a killed one left behind', async () => {
    const identity = identityOf(pid) ?? ''
    records().add({ name: 'worker', pid, identity, ...signals })
    expect(await endLeftovers(records())).toEqual(['worker'])
    expect(isAlive({ pid, identity })).toBe(false)
    expect(records().all()).toEqual([])
  })

  it('never ends a stranger who was given the pid since', async () => {
    records().add({ name: 'worker', pid, identity: 'began long ago', ...signals })
    expect(await endLeftovers(records())).toEqual([])
    expect(identityOf(pid)).toBeDefined()
    expect(records().all()).toEqual([])
  })

  it('forgets who ended', () => {
    records().add({ name: 'worker', pid, identity: 'x', ...signals })
    records().add({ name: 'api', pid: pid + 1, identity: 'y', ...signals })
    records().remove(pid)
    expect(
      records()
        .all()
        .map((record) => record.name),
    ).toEqual(['api'])
  })
})
