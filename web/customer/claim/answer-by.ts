import { formatTerm } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

/** By when the customer is asked to answer the amount; null where nothing is asked, or the time stands still. */
export function useAnswerBy(answer: Progress['wanted']['answer'], now = Date.now()) {
  const t = useText()
  const language = useLanguage()
  // An answer that the browser kept from the version before has no such field.
  if (answer?.answerBy === undefined || answer.answerBy === null) return null
  const term = formatTerm(answer.answerBy, language, now)
  // The answer is taken afterwards as well.
  return t(Date.parse(answer.answerBy) < now ? 'customer:amount.answerLate' : 'customer:amount.answerBy', {
    term,
  })
}
