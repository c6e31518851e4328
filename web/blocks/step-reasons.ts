/** Which facts of a calculation make less of a loss than was agreed: what one pays oneself, rates and limits. */
import type { Step } from '../../domain/adjustment/sheet-types.ts'

type Input = Step['inputs'][number]

/** A fact that is the reason, by its step and its place among the inputs of it. */
export interface Reason {
  readonly stepId: string
  readonly input: number
}

/** Facts that make less of a loss whenever they are more than nothing; rates of which less than all is paid. */
const taken = new Set([
  'salvage',
  'received',
  'compulsory',
  'faultDeductible',
  'absoluteRate',
  'deductible',
  'deductibleRate',
  'paidByOthers',
  'selfPayRate',
  'rightsLost',
])
const parts = new Set(['liability', 'payRate', 'occupationRate'])
const ceilings = new Set(['limit', 'sumInsured', 'perPersonLimit', 'periodLeft', 'sublimit', 'value'])

/** These concern what comes back to us, or only divide a loss among those who pay it. */
const besideThePayment: ReadonlySet<string> = new Set([
  'salvageRecovery',
  'subrogation',
  'compulsoryRecovery',
  'recourse',
])

/** The inputs of these names, added up. */
export const valueOf = (inputs: readonly Input[], names: ReadonlySet<string>) =>
  inputs.filter(({ name }) => names.has(name)).reduce((sum, { value }) => sum + Number(value), 0)

/** The inputs of one step for which less comes out of it than went in. */
export function reasonsIn({ id, formula, inputs, resultMinor }: Step): readonly Reason[] {
  const used = valueOf(inputs, new Set(['used']))
  const inProportion = formula === 'average' || formula === 'doubleInsurance'
  const isReason = ({ name, value }: Input) =>
    (inProportion && name !== 'amount') ||
    (taken.has(name) && Number(value) > 0) ||
    (parts.has(name) && Number(value) < 1) ||
    (name === 'catalogueClass' && value === 'C') ||
    // A limit is a reason only where it is what is left to pay.
    (ceilings.has(name) &&
      Number(value) - (name === 'limit' || name === 'sumInsured' ? used : 0) === resultMinor)
  return inputs.flatMap((input, index) => (isReason(input) ? [{ stepId: id, input: index }] : []))
}

/** Covers of one vehicle that pay for the losses of third parties, entered under either of them. */
const pool = ['compulsoryMotor', 'thirdParty'] as const

/** The coverages that pay for losses, of those that have lines; any other pays a sum whatever the loss. */
export function payingForLosses(withLines: readonly string[]): ReadonlySet<string> {
  return new Set([...withLines, ...(pool.some((one) => withLines.includes(one)) ? pool : [])])
}

/** The steps that lead from losses to what is paid for them. */
export function stepsForLosses(steps: readonly Step[], paying: ReadonlySet<string>): readonly Step[] {
  // What compulsory cover pays of a loss leaves the rest to the commercial cover: only what neither pays is missing.
  const shared = steps.some(({ formula }) => formula === 'remainder')
  return steps.filter(
    ({ id, formula }) =>
      paying.has(coverageOf(id)) &&
      !besideThePayment.has(formula) &&
      !(shared && (formula === 'remainder' || formula === 'compulsoryPay')),
  )
}

/** Every reason in the steps for losses, in their order. */
export const reasonsOf = (steps: readonly Step[], paying: ReadonlySet<string>): readonly Reason[] =>
  stepsForLosses(steps, paying).flatMap(reasonsIn)

/** A step is called after its coverage first. */
function coverageOf(stepId: string): string {
  const [first = ''] = stepId.split('.')
  return first === 'compulsory' ? 'compulsoryMotor' : first
}
