import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompulsoryMotorInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { Claimant, CompulsoryPart, MotorFacts } from '../../../../domain/adjustment/sheet-types.ts'
import { carB, fault, line, lines, otherCar, pedestrian, sheetOf, yuan } from '../sheet-inputs.ts'

function compulsory(
  terms: Partial<CompulsoryMotorInput>,
  motor: MotorFacts = fault('sole'),
  claimants: readonly Claimant[] = [pedestrian],
) {
  return sheetOf({
    wordingId: 'motorCompulsory',
    lossDate: '2023-05-01',
    claimants,
    motor,
    coverages: [{ coverage: 'compulsoryMotor', insuredHere: true, lines: [], ...terms }],
  })
}

describe('compulsory motor cover', () => {
  it('pays each bucket up to its own limit (clause 8)', () => {
    const sheet = compulsory({
      lines: lines('victim', { treatment: '50000', care: '1000', thirdPartyProperty: '300' }),
    })
    expect(sheet.payableMinor).toBe(yuan('19300'))
  })

  it('has the lower limits for a vehicle without fault (compulsory motor regulation art. 23)', () => {
    const losses = lines('victim', { treatment: '50000', thirdPartyProperty: '300', funeral: '50000' })
    expect(compulsory({ lines: losses }, fault('none')).payableMinor).toBe(yuan('19900'))
  })

  it('takes off first what the limit has already paid elsewhere', () => {
    const used = [{ bucket: 'medical' as const, amountMinor: yuan('17000') }]
    const sheet = compulsory({ used, lines: lines('victim', { treatment: '5000' }) })
    expect(sheet.payableMinor).toBe(yuan('1000'))
  })

  it('pays nothing from a limit that is used up', () => {
    const used = [{ bucket: 'property' as const, amountMinor: yuan('2500') }]
    const sheet = compulsory({ used, lines: lines('victim', { thirdPartyProperty: '5000' }) })
    expect(sheet.payableMinor).toBe(0)
  })

  it('shares a limit among victims by loss, to the fen (traffic interpretation art. 19)', () => {
    const victims = ['a', 'b', 'c'].map((claimantId) => ({ claimantId, role: 'outsideVehicles' }) as const)
    const losses = victims.map(({ claimantId }) => line(claimantId, claimantId, 'treatment', yuan('7000')))
    const sheet = compulsory({ lines: losses }, fault('sole'), victims)
    expect(sheet.byClaimant.map((each) => each.payableMinor)).toEqual([600_000, 600_000, 600_000])
  })

  it('gives each insurer its own limit when the joint limits are exceeded (art. 18)', () => {
    const sheet = compulsory(
      { lines: lines('victim', { treatment: '30000' }) },
      fault('main', [otherCar('0')]),
    )
    expect(sheet.compulsoryParts.map(({ vehicle, amountMinor }) => [vehicle, amountMinor])).toEqual([
      ['insured', yuan('18000')],
      ['B', yuan('1800')],
    ])
  })

  it('weighs covers by what is left of their limits, so that none is asked for more than it has', () => {
    const used = [{ bucket: 'medical' as const, amountMinor: yuan('9000') }]
    const sheet = compulsory(
      { used, lines: lines('victim', { treatment: '27000' }) },
      fault('equal', [otherCar('0.5')]),
    )
    expect(sheet.compulsoryParts.map(({ amountMinor }) => amountMinor)).toEqual([yuan('9000'), yuan('18000')])
  })

  it('shares what a limit has left again, before commercial cover begins (Road Traffic Safety Law art. 76)', () => {
    // B's repair finds only our cover and C's; a bollard finds all three, and B's has room for all of it.
    const motor = fault('main', [otherCar('0.2'), otherCar('0.1', 'C')])
    const losses = [
      ...lines('B', { vehicleRepair: '10000' }),
      ...lines('victim', { thirdPartyProperty: '3000' }),
    ]
    const sheet = compulsory({ lines: losses }, motor, [carB, pedestrian])
    const by = (of: (part: CompulsoryPart) => string, name: string) =>
      sheet.compulsoryParts
        .filter((part) => of(part) === name)
        .reduce((sum, part) => sum + part.amountMinor, 0)
    expect(['insured', 'B', 'C'].map((vehicle) => by((part) => part.vehicle, vehicle))).toEqual([
      yuan('2000'),
      yuan('2000'),
      yuan('2000'),
    ])
    expect(by((part) => part.claimantId, 'victim')).toBeGreaterThan(yuan('2000'))
    expect(sheet.steps.filter(({ id }) => id.endsWith('.round2')).map(({ id }) => id)).toEqual([
      'compulsory.pay.property.B.round2',
    ])
    const pairs = sheet.compulsoryParts.map(({ vehicle, claimantId }) => `${vehicle} ${claimantId}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  it("does not let a vehicle's own cover answer for that vehicle", () => {
    const motor = fault('main', [otherCar('0.3')])
    const sheet = compulsory({ lines: lines('B', { vehicleRepair: '6000' }) }, motor, [carB])
    expect(sheet.compulsoryParts).toEqual([
      { vehicle: 'insured', claimantId: 'B', bucket: 'property', amountMinor: yuan('2000') },
    ])
  })

  it('works out but does not pay the cover of another insurer', () => {
    const sheet = compulsory({ insuredHere: false, lines: lines('victim', { treatment: '500' }) })
    expect(sheet.payableMinor).toBe(0)
    expect(sheet.compulsoryParts.map(({ amountMinor }) => amountMinor)).toEqual([yuan('500')])
  })

  it.each(['drunk', 'unlicensed', 'stolen', 'intentional'] as const)(
    'pays persons but no property to victims of a %s driver, and claims it back (regulation art. 22, interpretation art. 15)',
    (recourseGround) => {
      const losses = lines('victim', { treatment: '5000', thirdPartyProperty: '1000', funeral: '40000' })
      const sheet = compulsory({ recourseGround, lines: losses })
      expect(sheet.payableMinor).toBe(yuan('45000'))
      expect(sheet.recoverables).toEqual([{ kind: 'recourse', amountMinor: yuan('45000') }])
    },
  )

  it('claims back only what our own cover paid', () => {
    const terms = { recourseGround: 'drunk' as const, lines: lines('victim', { treatment: '30000' }) }
    const motor = fault('equal', [otherCar('0.5')])
    expect(compulsory(terms, motor).recoverableMinor).toBe(yuan('15000'))
    expect(compulsory({ ...terms, insuredHere: false }, motor).recoverableMinor).toBe(0)
  })

  it('never pays more than a limit or a loss, whoever is hurt', () => {
    const amount = fc.nat(yuan('400000'))
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), fc.boolean(), (amounts, hasOther) => {
        const victims = amounts.map(
          (_, index) => ({ claimantId: `${index}`, role: 'outsideVehicles' }) as const,
        )
        const losses = amounts.map((loss, index) => line(`${index}`, `${index}`, 'care', loss))
        const sheet = compulsory(
          { lines: losses },
          fault('equal', hasOther ? [otherCar('0.5')] : []),
          victims,
        )
        expect(sheet.payableMinor).toBeLessThanOrEqual(yuan('180000'))
        for (const [index, loss] of amounts.entries()) {
          const theirs = sheet.compulsoryParts.filter((part) => part.claimantId === `${index}`)
          expect(theirs.reduce((sum, part) => sum + part.amountMinor, 0)).toBeLessThanOrEqual(loss)
        }
      }),
      { numRuns: 50 },
    )
  })
})
