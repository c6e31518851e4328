import { Folded } from '../../blocks/folded.tsx'
import { clauseIn } from '../../language/clauses.ts'
import { formatDay } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

/** Why a loss is not paid: clause, reason and day as in the letter, and what can be done about it. */
export function DecisionCard({ progress: { decisionLetter } }: { readonly progress: Progress }) {
  const t = useText()
  const language = useLanguage()
  if (decisionLetter === null) return null
  const { clause, reason, decidedAt, deliveredAt } = decisionLetter
  return (
    <section className="my-card">
      <h2>{t('customer:decision.title')}</h2>
      <p>{t('customer:decision.notCovered')}</p>
      <dl className="my-facts">
        <dt>{t('customer:decision.clause')}</dt>
        <dd>{clauseIn(language, clause)}</dd>
        {reason !== null && (
          <>
            <dt>{t('customer:decision.reason')}</dt>
            <dd>
              <Folded>{reason}</Folded>
            </dd>
          </>
        )}
        {decidedAt !== null && (
          <>
            <dt>{t('customer:decision.decidedAt')}</dt>
            <dd>{formatDay(decidedAt, language)}</dd>
          </>
        )}
        {deliveredAt !== null && (
          <>
            <dt>{t('customer:decision.deliveredAt')}</dt>
            <dd>{formatDay(deliveredAt, language)}</dd>
          </>
        )}
      </dl>
      <p>{t('customer:decision.help')}</p>
    </section>
  )
}
