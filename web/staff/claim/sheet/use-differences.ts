import type { CalculatedSheet, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { SheetDifference } from '../../../blocks/sheet.tsx'
import type { WordedStep } from '../../../blocks/step-words.ts'
import { useText } from '../../../language/language.ts'
import { type Between, fromAgreedToPayable } from './from-agreed-to-payable.ts'

/** What lies between agreed and payable in words: a single reason by its own name, several under their step's. */
export function useDifferences(): (
  input: SheetInput,
  result: CalculatedSheet,
  steps: readonly WordedStep[],
) => readonly SheetDifference[] {
  const t = useText()
  return (input, result, steps) => {
    const stepOf = (id: string | null) => steps.find((step) => step.id === id)
    const facts = ({ reasons }: Between) =>
      reasons.flatMap(({ stepId, input: index }) => {
        const found = stepOf(stepId)?.trace.inputs[index]
        return found === undefined ? [] : [{ ...found, name: found.name.replace(/^\d+\. /, '') }]
      })
    return fromAgreedToPayable(input, result).between.map((between, index) => {
      const { minor, stepId, benefit } = between
      const found = facts(between)
      const single = found.length === 1 ? found[0] : undefined
      const step = stepOf(stepId)
      const reasons = [...new Set(found.map(({ name, value }) => `${name} ${value}`))]
      return {
        id: stepId ?? benefit ?? `between ${index}`,
        name:
          benefit !== null
            ? t(`claim:coverage.${benefit}`)
            : (single?.name ?? step?.name ?? t('claim:sheet.byTerms')),
        ...(reasons.length === 0 ? {} : { reason: single?.value ?? reasons.join('; ') }),
        minor,
        ...(step === undefined ? {} : { trace: step.trace }),
      }
    })
  }
}
