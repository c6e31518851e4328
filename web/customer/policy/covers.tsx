import type { CoverageTerms, PolicyTerms } from '../../../domain/policy/terms.ts'
import { formatMoney, Money } from '../../blocks/money.tsx'
import { useText } from '../../language/language.ts'

interface CoversProps {
  readonly terms: PolicyTerms
  /** The policy that compulsory cover stands in, where it is shown beside a commercial one. */
  readonly compulsoryPolicyNumber: string | undefined
}

/** What the insurer promised: up to how much, what one pays oneself, which causes are in it and which are not. */
export function Covers({ terms, compulsoryPolicyNumber }: CoversProps) {
  const t = useText()
  const { coverages, perils, exclusions, waitingPeriodDays } = terms
  return (
    <section className="my-card">
      <h2>{t('customer:policy.covers')}</h2>
      <ul className="my-plain">
        {coverages.map((one) => (
          <Cover
            key={`${one.coverage} ${one.subject ?? ''}`}
            cover={one}
            elsewhere={one.coverage === 'compulsoryMotor' ? compulsoryPolicyNumber : undefined}
          />
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

interface CoverProps {
  readonly cover: CoverageTerms
  /** The number of another policy that it stands in. */
  readonly elsewhere: string | undefined
}

function Cover({ cover, elsewhere }: CoverProps) {
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
      {elsewhere !== undefined && (
        <p>
          <small>{t('customer:policy.elsewhere', { number: elsewhere })}</small>
        </p>
      )}
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
