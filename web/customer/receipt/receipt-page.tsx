import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Money } from '../../blocks/money.tsx'
import { Empty, Failed, Loading } from '../../blocks/states.tsx'
import { formatCivilDate, formatDate } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { type Progress, progressQuery } from '../home/queries.ts'

/** What was paid, on a page to keep or to print: the amount in figures and words, to where, and the bank's reference. */
export function ReceiptPage() {
  const t = useText()
  const { claimId } = useParams({ from: '/shell/claims/$claimId/receipt' })
  const progress = useQuery(progressQuery(claimId))
  if (progress.data === undefined) {
    return progress.isError ? (
      <Failed error={progress.error} again={() => void progress.refetch()} />
    ) : (
      <Loading lines={8} />
    )
  }
  const paid = progress.data.payments.filter(({ state }) => state === 'paid')
  return (
    <>
      <h1>{t('customer:receipt.title')}</h1>
      {paid.length === 0 && (
        <Empty title={t('customer:receipt.none')} hint={t('customer:receipt.noneHint')} />
      )}
      {paid.map((payment) => (
        <Receipt key={payment.reference} progress={progress.data} payment={payment} />
      ))}
      <p className="my-next lp-no-print">
        {paid.length > 0 && (
          <button type="button" className="lp-main-button" onClick={() => print()}>
            {t('customer:receipt.print')}
          </button>
        )}
        <Link className="my-link-button" to="/claims/$claimId" params={{ claimId }}>
          {t('customer:reported.open')}
        </Link>
      </p>
    </>
  )
}

interface ReceiptProps {
  readonly progress: Progress
  readonly payment: Progress['payments'][number]
}

function Receipt({ progress, payment }: ReceiptProps) {
  const t = useText()
  const language = useLanguage()
  const { caseNumber, cause, lossAt } = progress
  const { reference, amountMinor, orderedOn, account } = payment
  return (
    <section className="my-card">
      <p className="my-sum">
        <Money minor={amountMinor} words />
      </p>
      <dl className="my-facts">
        <dt>{t('customer:receipt.claim')}</dt>
        <dd>
          <CaseNumber>{caseNumber}</CaseNumber>
        </dd>
        <dt>{t('customer:receipt.loss')}</dt>
        <dd>
          {t(`blocks:cause.${cause}`)} · {formatDate(lossAt, language)}
        </dd>
        {account !== null && (
          <>
            <dt>{t('customer:receipt.to')}</dt>
            <dd>
              {account.holder}
              <br />
              {account.bankName} <span className="lp-figure">{account.number}</span>
            </dd>
          </>
        )}
        <dt>{t('customer:receipt.orderedOn')}</dt>
        <dd>{formatCivilDate(orderedOn, language)}</dd>
        <dt>{t('customer:receipt.reference')}</dt>
        <dd className="lp-figure">{reference}</dd>
      </dl>
    </section>
  )
}
