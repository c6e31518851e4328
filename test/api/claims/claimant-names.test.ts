import { expect, it } from 'vitest'
import { claimantNames, spokenOf } from '../../../api/routes/claims/claimant-names.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'

const party = (id: string, role: ClaimState['parties'][number]['role']) => ({
  id,
  role,
  personId: null,
  payeeHash: null,
  removed: false,
})
const parties = [party('i', 'insured'), party('v', 'victim'), party('w', 'victim'), party('d', 'driver')]
const named = (own: readonly string[], ...ids: readonly string[]) =>
  claimantNames({ parties } as unknown as ClaimState, new Set(own), {
    claimants: ids.map((claimantId) => ({ claimantId, role: 'insured' as const })),
  }).map(({ name }) => name)

it('a reader of a sheet is told which figures are theirs, and of others only what they are in the claim', () => {
  expect(named(['i'], 'i', 'v', 'w', 'd')).toEqual([
    { zh: '您', en: 'you' },
    { zh: '受害人1', en: 'victim 1' },
    { zh: '受害人2', en: 'victim 2' },
    { zh: '驾驶人', en: 'the driver' },
  ])
  expect(named(['w'], 'i', 'w')).toEqual([
    { zh: '被保险人', en: 'the insured' },
    { zh: '您', en: 'you' },
  ])
})

it('whoever was taken out of a calculation keeps a name where it is told against the one before', () => {
  const of = (...ids: readonly string[]) => ({
    claimants: ids.map((claimantId) => ({ claimantId, role: 'insured' as const })),
  })
  expect(spokenOf(of('i', 'w'), of('v', 'i'))).toEqual(of('i', 'w', 'v'))
  expect(spokenOf(of('i'), undefined)).toEqual(of('i'))
})
