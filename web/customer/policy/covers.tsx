import type { CoverageTerms, PolicyTerms } from '../../../domain/policy/terms.ts'
import { formatMoney, Money } from '../../blocks/money.tsx'
import { useText } from '../../language/language.ts'

/** What the insurer promised: up to how much, what one pays oneself, which causes are in it and which are not. */
export function Covers({ terms }: { readonly terms: PolicyTerms }) {
  const t = useText()
  const { coverages, perils, exclusions, waitingPeriodDays } = terms
  return (
    <section className="my-card">
      <h2>{t('customer:policy.covers')}</h2>
      <ul className="my-plain">
        {coverages.map((one) => (
          <Cover key={`${one.coverage} ${one.subject ?? ''}`} cover={one} />
        ))}
      </ul>
      {waitingPeriodDays > 0 && <p>{t('customer:policy.waiting', { days: waitingPeriodDays })}</p>}
      <h3>{t('customer:policy.perils')}</h3>
      <ul className="my-words">
        {perils.map((peril) => (
          <li key={peril}>{t(`blocks:cause.${peril}`)}</li>
        ))}
      </ul>
      {exclusions.length > 0 && <h3>{t('customer:policy.excluded')}</h3>}
      <ul className="my-words">
        {exclusions.map((exclusion) => (
          <li key={exclusion}>{t(`customer:policy.exclusion.${exclusion}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Cover({ cover }: { readonly cover: CoverageTerms }) {
  const t = useText()
  const { coverage, subject, sumInsuredMinor, deductibleMinor = 0, dailyMinor } = cover
  const name = subject === undefined ? `customer:coverage.${coverage}` : `customer:subject.${subject}`
  return (
    <li>
      <div className="my-row">
        <strong>{t(name)}</strong>
        {sumInsuredMinor > 0 && (
          <span>
            {t('customer:policy.upTo')} <Money minor={sumInsuredMinor} />
          </span>
        )}
      </div>
      {deductibleMinor > 0 && (
        <p>
          <small>{t('customer:policy.deductible', { amount: formatMoney(deductibleMinor) })}</small>
        </p>
      )}
      {dailyMinor !== undefined && (
        <p>
          <small>{t('customer:policy.daily', { amount: formatMoney(dailyMinor) })}</small>
        </p>
      )}
    </li>
  )
}
