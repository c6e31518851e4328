import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { systemSender, type AnyClaimCommand, type Executed } from '../../db/commands.ts'
import type { Execute } from '../../db/execute.ts'
import { DomainError } from '../../domain/errors.ts'
import { meterCommands } from '../../telemetry/command-metrics.ts'
import { createFailingClaims, type FailingClaim } from '../../telemetry/failing-claims.ts'
import { meterTells } from '../../telemetry/tell-metrics.ts'

const command = (claimId: string): AnyClaimCommand => ({
  type: 'runPanel',
  claimId,
  body: {},
  sender: systemSender,
  key: 'k',
})

const done = (claimId: string, repeated = false) => ({ told: { claimId }, repeated }) as unknown as Executed

/** Each call ends as the next of these does. */
function ending(...ends: readonly (Executed | Error)[]): Execute {
  const left = [...ends]
  return async () => {
    const end = left.shift()
    if (end instanceof Error) throw end
    return end as Executed
  }
}

async function lines(registry: Registry, name: string): Promise<readonly string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith(`${name}{`))
}

describe('commands', () => {
  it('are counted by what came of them, and refusals by their code', async () => {
    const registry = new Registry()
    const execute = meterCommands(
      registry,
      ending(done('a'), done('a', true), new DomainError('wrongStage'), new Error('bug')),
    )
    for (let call = 0; call < 4; call += 1) await execute(command('a')).catch(() => undefined)
    expect(await lines(registry, 'lipei_commands_total')).toEqual([
      'lipei_commands_total{command="runPanel",outcome="done"} 1',
      'lipei_commands_total{command="runPanel",outcome="repeated"} 1',
      'lipei_commands_total{command="runPanel",outcome="refused"} 1',
      'lipei_commands_total{command="runPanel",outcome="failed"} 1',
    ])
    expect(await lines(registry, 'lipei_command_refusals_total')).toEqual([
      'lipei_command_refusals_total{command="runPanel",code="wrongStage"} 1',
    ])
    expect(await lines(registry, 'lipei_command_duration_seconds_count')).toEqual([
      'lipei_command_duration_seconds_count{command="runPanel"} 4',
    ])
  })

  it('throw what they threw', async () => {
    const error = new DomainError('wrongStage')
    await expect(meterCommands(new Registry(), ending(error))(command('a'))).rejects.toBe(error)
  })
})

describe('a claim whose commands fail', () => {
  const bug = new TypeError('bug')
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED', syscall: 'connect' })

  async function after(...ends: readonly (Executed | Error)[]) {
    const registry = new Registry()
    const named: FailingClaim[] = []
    const failing = createFailingClaims(registry, (claim) => named.push(claim))
    const execute = failing.watch(ending(...ends))
    for (const _ of ends) await execute(command('a')).catch(() => undefined)
    const gauge = (await registry.metrics()).split('\n').find((line) => /^lipei_claims_failing \d/.test(line))
    return { named, listed: failing.list(), gauge }
  }

  it('is named once and listed from its third failure on', async () => {
    const { named, listed, gauge } = await after(bug, bug, bug, bug)
    expect(named).toMatchObject([{ claimId: 'a', command: 'runPanel', tries: 3 }])
    expect(listed).toMatchObject([{ claimId: 'a', tries: 4 }])
    expect(gauge).toBe('lipei_claims_failing 1')
    expect((await after(bug, bug)).listed).toEqual([])
  })

  it('is no longer listed when a command is done or refused', async () => {
    for (const end of [done('a'), new DomainError('wrongStage')]) {
      const { listed, gauge } = await after(bug, bug, bug, end)
      expect(listed).toEqual([])
      expect(gauge).toBe('lipei_claims_failing 0')
    }
  })

  it('is not listed because the database is away', async () => {
    expect((await after(away, away, away, away)).listed).toEqual([])
  })
})

describe('tells', () => {
  it('are counted by whether Temporal took them', async () => {
    const registry = new Registry()
    let fails = false
    const send = meterTells(registry, async () => {
      if (fails) throw new Error('away')
    })
    await send(done('a').told)
    fails = true
    await expect(send(done('a').told)).rejects.toThrow('away')
    expect(await lines(registry, 'lipei_tells_total')).toEqual([
      'lipei_tells_total{outcome="told"} 1',
      'lipei_tells_total{outcome="failed"} 1',
    ])
  })
})
