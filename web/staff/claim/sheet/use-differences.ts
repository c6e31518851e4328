import type { CalculatedSheet, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { SheetDifference } from '../../../blocks/sheet.tsx'
import { factsOf, inOneLine, type WordedStep } from '../../../blocks/step-words.ts'
import { useText } from '../../../language/language.ts'
import { fromAgreedToPayable } from './from-agreed-to-payable.ts'

/** What lies between agreed and payable in words: a single reason by its own name, several under their step's. */
export function useDifferences(): (
  input: SheetInput,
  result: CalculatedSheet,
  steps: readonly WordedStep[],
) => readonly SheetDifference[] {
  const t = useText()
  return (input, result, steps) => {
    const stepOf = (id: string | null) => steps.find((step) => step.id === id)
    return fromAgreedToPayable(input, result).between.map((between, index) => {
      const { minor, stepId, benefit, reasons } = between
      const found = factsOf(reasons, steps)
      const single = found.length === 1 ? found[0] : undefined
      const step = stepOf(stepId)
      return {
        id: stepId ?? benefit ?? `between ${index}`,
        name:
          benefit !== null
            ? t(`claim:coverage.${benefit}`)
            : (single?.name ?? step?.name ?? t('claim:sheet.byTerms')),
        ...(found.length === 0 ? {} : { reason: single?.value ?? inOneLine(found) }),
        minor,
        ...(step === undefined ? {} : { trace: step.trace }),
      }
    })
  }
}
