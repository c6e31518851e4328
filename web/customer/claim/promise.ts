import { formatTerm } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

/** By when we promised what comes next; null where nothing is promised, or only the customer can end the step. */
export function usePromise(progress: Pick<Progress, 'stage' | 'expectedAt' | 'wanted'> | undefined) {
  const t = useText()
  const language = useLanguage()
  if (progress === undefined || progress.expectedAt === null || progress.wanted.answer !== null) return null
  const term = formatTerm(progress.expectedAt, language)
  // The report itself is made; what is still to come of it is the call.
  return progress.stage === 'report'
    ? t('customer:claim.promisedCall', { term })
    : t('customer:claim.promised', { term })
}
