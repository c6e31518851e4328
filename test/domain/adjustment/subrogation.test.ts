import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subrogate } from '../../../domain/adjustment/subrogation.ts'
import { createTrace } from '../../../domain/adjustment/trace.ts'
import { fen } from '../../../domain/money.ts'
import type { LiableParty } from '../../../domain/adjustment/coverage-input.ts'
import {
  fault,
  insured,
  lines,
  otherCar,
  ownDamage,
  property,
  sheetOf,
  stepResult,
  yuan,
} from './sheet-inputs.ts'

/** A fire of 10,000 yuan, insured in full, for which these are liable. */
function fire(...liableParties: readonly LiableParty[]) {
  return sheetOf({
    wordingId: 'propertyEnterprise',
    lossDate: '2023-05-01',
    claimants: [insured],
    coverages: [
      property({
        sumInsuredMinor: yuan('100000'),
        valueMinor: yuan('100000'),
        liableParties,
        lines: lines('insured', { buildingDamage: '10000' }),
      }),
    ],
  })
}

const neighbour = { partyId: 'neighbour', liability: '0.6' } as const
const fromNeighbour = [{ kind: 'subrogation', partyId: 'neighbour', amountMinor: yuan('6000') }]

describe('subrogation (Insurance Law art. 60)', () => {
  it('splits what was paid by the liability of each party, to the fen', () => {
    const parties = [
      { partyId: 'B', liability: '0.333333' },
      { partyId: 'C', liability: '0.333333' },
      { partyId: 'D', liability: '0' },
    ]
    const { recoverables } = subrogate(createTrace(), 'test', parties, fen(100), [], [])
    expect(recoverables).toEqual([
      { kind: 'subrogation', partyId: 'B', amountMinor: 34 },
      { kind: 'subrogation', partyId: 'C', amountMinor: 33 },
    ])
  })

  it('takes nothing back when the insured asked for their own share only', () => {
    const sheet = sheetOf({
      wordingId: 'motorCommercial2020',
      lossDate: '2023-05-01',
      claimants: [insured],
      motor: fault('minor', [otherCar('0.7')]),
      coverages: [ownDamage({ method: 'share', lines: lines('insured', { vehicleRepair: '20000' }) })],
    })
    expect(sheet.recoverables).toEqual([])
  })

  it('reaches the party that is liable for a fire', () => {
    expect(fire(neighbour).recoverables).toEqual(fromNeighbour)
  })

  it('never claims more than was paid, with salvage and compulsory cover together', () => {
    const amount = fc.nat(10 ** 7)
    fc.assert(
      fc.property(amount, amount, amount, fc.nat(100), (paid, advanced, salvage, percent) => {
        const liability = (percent / 100).toFixed(2)
        const { recoverables, lost } = subrogate(
          createTrace(),
          'test',
          [
            { partyId: 'B', liability },
            { partyId: 'C', liability: (1 - percent / 100).toFixed(2), right: 'waivedBeforePayment' },
          ],
          fen(paid),
          [{ vehicle: 'B', claimantId: 'insured', bucket: 'property', amountMinor: advanced }],
          [{ kind: 'salvage', amountMinor: Math.min(salvage, paid) }],
        )
        const back = recoverables.reduce((sum, claim) => sum + claim.amountMinor, Math.min(salvage, paid))
        expect(back).toBeLessThanOrEqual(paid - lost)
      }),
    )
  })
})

describe('a right that the insured gave away', () => {
  it.each(['waivedBeforePayment', 'lostByInsured'] as const)(
    'takes the part of whoever was let off from the indemnity: %s (Insurance Law art. 61)',
    (right) => {
      const sheet = fire({ ...neighbour, right }, { partyId: 'builder', liability: '0.1' })
      expect(sheet.payableMinor).toBe(yuan('4000'))
      expect(stepResult(sheet, 'property.building.rightsLost')).toBe(yuan('4000'))
      expect(sheet.recoverables).toEqual([
        { kind: 'subrogation', partyId: 'builder', amountMinor: yuan('1000') },
      ])
    },
  )

  it('and is rounded up leaves the odd fen to nobody else', () => {
    const half = { liability: '0.5' }
    const parties = [
      { partyId: 'B', ...half },
      { partyId: 'C', ...half, right: 'waivedBeforePayment' as const },
    ]
    const { recoverables, lost } = subrogate(createTrace(), 'test', parties, fen(101), [], [])
    expect([lost, recoverables[0]?.amountMinor]).toEqual([51, 50])
  })

  it('after we have paid is void, and we still ask for it (Insurance Law art. 61)', () => {
    const sheet = fire({ ...neighbour, right: 'waivedAfterPayment' })
    expect(sheet.payableMinor).toBe(yuan('10000'))
    expect(sheet.recoverables).toEqual(fromNeighbour)
  })

  it('takes the part of the other driver from own damage (Insurance Law art. 61)', () => {
    const sheet = sheetOf({
      wordingId: 'motorCommercial2020',
      lossDate: '2023-05-01',
      claimants: [insured],
      motor: fault('main', [{ ...otherCar('0.3'), right: 'waivedBeforePayment' }]),
      coverages: [ownDamage({ lines: lines('insured', { vehicleRepair: '10000' }) })],
    })
    expect(sheet.payableMinor).toBe(yuan('7000'))
    expect(sheet.recoverables).toEqual([])
  })
})

describe('family and household of the insured', () => {
  it('are asked for nothing, and the insured is paid in full (Insurance Law art. 62)', () => {
    const sheet = fire({ ...neighbour, household: { intent: false } })
    expect(sheet.payableMinor).toBe(yuan('10000'))
    expect(sheet.recoverables).toEqual([])
  })

  it('are asked when they intended the loss (Insurance Law art. 62)', () => {
    expect(fire({ ...neighbour, household: { intent: true } }).recoverables).toEqual(fromNeighbour)
  })
})
