import type { CoverageTerms } from '../../../../domain/policy/terms.ts'
import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import { percentFromRate } from './percent.ts'

interface PolicyTermsProps {
  readonly bought: CoverageTerms | undefined
  readonly remove: () => void
}

/** What the policy fixes for a coverage, for reading. */
export function PolicyTerms({ bought, remove }: PolicyTermsProps) {
  const t = useText()
  return (
    <p className="cl-soft">
      {bought !== undefined && (
        <>
          {t('claim:policy.sum')} <Money minor={bought.sumInsuredMinor} />
          {bought.deductibleMinor !== undefined && (
            <>
              {' · '}
              {t('claim:policy.deductible')} <Money minor={bought.deductibleMinor} />
            </>
          )}
          {bought.rate !== undefined && (
            <>
              {' · '}
              {t('claim:policy.rate', { rate: percentFromRate(bought.rate) })}
            </>
          )}
          {bought.dailyMinor !== undefined && (
            <>
              {' · '}
              {t('claim:field.dailyMinor')} <Money minor={bought.dailyMinor} />
            </>
          )}
          {bought.waitingDays !== undefined && (
            <>
              {' · '}
              {t('claim:field.waitingDays')} {bought.waitingDays}
            </>
          )}{' '}
        </>
      )}
      <button type="button" className="lp-quiet-button" onClick={remove}>
        {t('claim:sheet.removeCoverage')}
      </button>
    </p>
  )
}
