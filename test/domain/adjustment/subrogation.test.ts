import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subrogate } from '../../../domain/adjustment/subrogation.ts'
import { createTrace } from '../../../domain/adjustment/trace.ts'
import { fen } from '../../../domain/money.ts'
import { fault, insured, lines, otherCar, ownDamage, property, sheetOf, yuan } from './sheet-inputs.ts'

describe('subrogation (Insurance Law art. 60)', () => {
  it('splits what was paid by the liability of each party, to the fen', () => {
    const parties = [
      { partyId: 'B', liability: '0.333333' },
      { partyId: 'C', liability: '0.333333' },
      { partyId: 'D', liability: '0' },
    ]
    const claims = subrogate(createTrace(), 'test', parties, fen(100), [], [])
    expect(claims).toEqual([
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
    const sheet = sheetOf({
      wordingId: 'propertyEnterprise',
      lossDate: '2023-05-01',
      claimants: [insured],
      coverages: [
        property({
          sumInsuredMinor: yuan('100000'),
          valueMinor: yuan('100000'),
          liableParties: [{ partyId: 'neighbour', liability: '0.6' }],
          lines: lines('insured', { buildingDamage: '10000' }),
        }),
      ],
    })
    expect(sheet.recoverables).toEqual([
      { kind: 'subrogation', partyId: 'neighbour', amountMinor: yuan('6000') },
    ])
  })

  it('never claims more than was paid, with salvage and compulsory cover together', () => {
    const amount = fc.nat(10 ** 7)
    fc.assert(
      fc.property(amount, amount, amount, fc.nat(100), (paid, advanced, salvage, percent) => {
        const liability = (percent / 100).toFixed(2)
        const claims = subrogate(
          createTrace(),
          'test',
          [{ partyId: 'B', liability }],
          fen(paid),
          [{ vehicle: 'B', claimantId: 'insured', bucket: 'property', amountMinor: advanced }],
          [{ kind: 'salvage', amountMinor: Math.min(salvage, paid) }],
        )
        const back = claims.reduce((sum, claim) => sum + claim.amountMinor, Math.min(salvage, paid))
        expect(back).toBeLessThanOrEqual(paid)
      }),
    )
  })
})
