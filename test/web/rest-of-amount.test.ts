import { describe, expect, it } from 'vitest'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import { linesOf } from '../../domain/adjustment/lines.ts'
import { restOf } from '../../web/customer/claim/rest-of-amount.ts'
import {
  fault,
  insured,
  line,
  lines,
  medical,
  pedestrian,
  sheetOf,
  yuan,
} from '../domain/adjustment/sheet-inputs.ts'

/** What is left between lines and payment, each reason by its step and the name and value of its input. */
function restOfSheet(input: SheetInput) {
  const { payableMinor, steps } = sheetOf(input)
  const entered = input.coverages.flatMap((of) =>
    linesOf(of).map((one) => ({ agreedMinor: null, ...one, coverage: of.coverage })),
  )
  const { minor, reasons } = restOf({ payableMinor, lines: entered, steps: steps as never })
  return {
    minor,
    reasons: reasons.map(({ stepId, input: at }) => {
      const found = steps.find(({ id }) => id === stepId)?.inputs[at]
      return `${stepId} ${found?.name} ${found?.value}`
    }),
  }
}

const accident = { wordingId: 'accident', lossDate: '2024-05-01', claimants: [insured] } as const
const death = {
  coverage: 'accidentDeath',
  sumInsuredMinor: yuan('10000'),
  beneficiaries: [{ claimantId: 'insured', parts: 1 }],
} as const
const treatment = (amount: string) =>
  medical({
    deductibleMinor: yuan('100'),
    sumInsuredMinor: yuan('5000'),
    lines: [line('a', 'insured', 'treatment', yuan(amount), { catalogueClass: 'A' })],
  })
const hitByUs = (entered: SheetInput['coverages']): SheetInput => ({
  wordingId: 'motorCommercial2020',
  lossDate: '2024-05-01',
  claimants: [pedestrian],
  motor: fault('main'),
  coverages: entered,
})
const compulsory = { coverage: 'compulsoryMotor', insuredHere: true, lines: [] } as const
const thirdParty = { coverage: 'thirdParty', sumInsuredMinor: yuan('1000000'), lines: [] } as const
const injury = lines('victim', { treatment: '30000' })

describe('what an amount is less by than its lines', () => {
  it.each([
    ['thirdParty', [compulsory, { ...thirdParty, lines: injury }]],
    ['compulsoryMotor', [{ ...compulsory, lines: injury }, thirdParty]],
  ] as const)('is not the part that compulsory cover pays of a loss entered under %s', (_, coverages) => {
    expect(restOfSheet(hitByUs(coverages))).toEqual({
      minor: -yuan('3600'),
      reasons: ['thirdParty.liability liability 0.7'],
    })
  })

  it('has no reason where more is paid: a deductible adds nothing, nor does a sum insured', () => {
    expect(restOfSheet({ ...accident, coverages: [treatment('1000'), death] })).toEqual({
      minor: yuan('9900'),
      reasons: [],
    })
  })

  it('has the reasons of what pays for the lines, and none of a sum that is paid whatever the loss', () => {
    expect(restOfSheet({ ...accident, coverages: [treatment('20000'), death] })).toEqual({
      minor: -yuan('5000'),
      reasons: ['accidentMedical.pay deductible 10000', 'accidentMedical.pay limit 500000'],
    })
  })
})
