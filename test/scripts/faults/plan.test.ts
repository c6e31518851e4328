import { describe, expect, it } from 'vitest'
import { isBehaviour, isOutage } from '../../../scripts/bank-simulator/behaviours.ts'
import { crashPoint, crashPoints } from '../../../scripts/faults/crash/points.ts'
import { misbehaviour } from '../../../scripts/faults/nemesis/bank-trouble.ts'
import { plan, type Planned } from '../../../scripts/faults/nemesis/plan.ts'
import { Seeded } from '../../../scripts/faults/seeded.ts'

function planned(seed: string, count: number): readonly Planned[] {
  const faults = plan(new Seeded(seed))
  return Array.from({ length: count }, () => faults.next().value)
}

const share = (all: readonly Planned[], fits: (one: Planned) => boolean) =>
  all.filter(fits).length / all.length

describe('the plan of a fault run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planned('7', 200)).toEqual(planned('7', 200))
    expect(planned('7', 200)).not.toEqual(planned('8', 200))
  })

  it('lets one fault in five overlap', () => {
    const overlapping = share(planned('1', 2000), (one) => one.overlapping)
    expect(overlapping).toBeGreaterThan(0.16)
    expect(overlapping).toBeLessThan(0.24)
  })

  it('strikes every program, every crash point, and every connection in every way', () => {
    const faults = planned('1', 4000).map(({ fault }) => fault)
    const points = new Set(
      faults.flatMap((one) => (one.kind === 'crash' ? one.volley.flatMap(({ points: armed }) => armed) : [])),
    )
    expect([...points].toSorted()).toEqual(crashPoints.map(({ name }) => name).toSorted())
    const killed = new Set(faults.flatMap((one) => (one.kind === 'kill' ? one.targets : [])))
    expect([...killed].toSorted()).toEqual(['api', 'bank', 'jobs', 'postgres', 'temporal', 'worker'])
    const proxied = new Set(
      faults.flatMap((one) => (one.kind === 'proxy' ? [`${one.target} ${one.mode.kind}`] : [])),
    )
    const everywhere = ['blackHole', 'dropReply', 'latency', 'reset']
    expect([...proxied].toSorted()).toEqual(
      ['postgres', 'temporal', 'bank']
        .flatMap((target) => everywhere.map((mode) => `${target} ${mode}`))
        .concat('bank duplicate')
        .toSorted(),
    )
  })

  it('sets one ambush a program, in which each point is the program’s own and the last is passed all the time', () => {
    const volleys = planned('1', 2000).flatMap(({ fault }) => (fault.kind === 'crash' ? [fault.volley] : []))
    for (const volley of volleys) {
      const programs = volley.map(({ program }) => program)
      expect(new Set(programs).size).toBe(programs.length)
      for (const { program, points: armed } of volley) {
        expect(armed.map((name) => crashPoint(name).program)).toEqual(armed.map(() => program))
        expect(armed.at(-1)).toMatch(/command|reply|tell|notice/)
      }
    }
    expect(volleys.filter(({ length }) => length > 1).length / volleys.length).toBeGreaterThan(0.8)
  })

  it('asks the bank for nothing that it does not know', () => {
    const random = new Seeded('bank')
    const all = Array.from({ length: 1000 }, () => misbehaviour(random))
    expect(all.filter((one) => !isBehaviour(one) && !isOutage(one))).toEqual([])
    expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBeGreaterThan(14)
  })
})
