import { useQuery } from '@tanstack/react-query'
import type { SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import type { EditedCoverage } from './begin-sheet.ts'
import { asText, calculationQuery } from './calculation.ts'
import { SheetProblem } from './sheet-problem.tsx'
import { useSettled } from './use-settled.ts'

interface PreviewProps {
  readonly input: SheetInput
  readonly coverages: readonly EditedCoverage[]
}

/** What would be paid by what is entered so far: the same engine, and nothing is kept. */
export function Preview({ input, coverages }: PreviewProps) {
  const t = useText()
  const settled = useSettled(asText(input))
  const preview = useQuery(calculationQuery(settled))
  return (
    <div className="cl-preview" aria-live="polite">
      {preview.isSuccess && preview.data.result.outcome === 'calculated' && (
        <>
          {t('claim:sheet.preview')} <Money minor={preview.data.result.payableMinor} words />
        </>
      )}
      {preview.isSuccess && preview.data.result.outcome === 'noWording' && t('claim:sheet.noWording')}
      {preview.isError && <SheetProblem error={preview.error} coverages={coverages} />}
    </div>
  )
}
