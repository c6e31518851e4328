import { describe, expect, it } from 'vitest'
import { described, measured, targetInputs } from '../../../domain/claim/rule-inputs.ts'
import { report } from './support/steps.ts'
import { policy } from './support/world.ts'

const withCover = { ...policy, compulsoryPolicyNumber: 'PDZA20260001' }

describe('the terms of a claim', () => {
  it.each([
    ['are the compulsory ones where third parties have a claim to compulsory cover', withCover, true, true],
    ['are those of its line when nobody else lost anything', withCover, false, false],
    ['are those of its line when no compulsory cover comes along', policy, true, false],
  ] as const)('%s', (_name, snapshot, thirdParty, compulsory) => {
    const claim = measured(snapshot, described(snapshot, { ...report, thirdParty }))
    expect(targetInputs(claim, 'determination', null)).toMatchObject({
      clock: 'determination',
      line: compulsory ? 'motorCompulsory' : 'motorCommercial',
      amountMinor: 500_000,
    })
  })
})
