import '../../settlement/settlement.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { firstToLookAt, intentStatuses } from './statuses.ts'
import type { IntentStatus } from '../../../../domain/claim/state.ts'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { Views } from '../../views.tsx'
import { LaneLine } from '../pay-lane/lane-line.tsx'
import { type Payment, paymentsQuery, type Totals } from '../queries.ts'
import { freshTotals } from './fresh-totals.ts'
import { Suspense } from './suspense.tsx'

/** Payments by how far they have come; it opens at those that somebody should look at first. */
export function PaymentsPage() {
  const t = useText()
  const [chosen, setChosen] = useState<IntentStatus | null>(null)
  const status = chosen ?? 'suspense'
  const list = useInfiniteQuery(paymentsQuery(status))
  const fresh = freshTotals(list)
  // Each state is asked for by itself: until its answer is here, the totals of the answer before it hold.
  const [totals, setTotals] = useState<Totals>()
  if (fresh !== undefined && fresh !== totals) setTotals(fresh)
  // Decided once: nobody is taken elsewhere by what happens while they read.
  if (chosen === null && fresh !== undefined) setChosen(firstToLookAt(fresh))
  const total = totals?.find((one) => one.status === status)
  const loading = list.isPending || (chosen === null && list.isFetching)
  const payments = loading ? [] : (list.data?.pages.flatMap((page) => page.payments) ?? [])
  return (
    <>
      <h1>{t('finance:payments.title')}</h1>
      <LaneLine />
      <Views
        label={t('finance:payments.states')}
        views={intentStatuses}
        chosen={status}
        choose={setChosen}
        name={(key) =>
          `${t(`finance:status.${key}`)} ${totals === undefined ? '' : (totals.find((one) => one.status === key)?.count ?? 0)}`
        }
      />
      {loading && <Loading />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && !loading && payments.length === 0 && <Empty title={t('finance:payments.empty')} />}
      {total !== undefined && (
        <p>
          {t('finance:payments.total', { count: total.count })} <Money minor={total.amountMinor} />
        </p>
      )}
      {payments.length > 0 && <Rows payments={payments} />}
      {list.hasNextPage && !loading && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => void list.fetchNextPage()}>
            {t('settlement:list.more')}
          </button>
        </p>
      )}
    </>
  )
}

function Rows({ payments }: { readonly payments: readonly Payment[] }) {
  const t = useText()
  const language = useLanguage()
  const inDoubt = payments.some(({ suspense }) => suspense !== null)
  return (
    <Wide label={t('finance:payments.title')}>
      <table className="se-table lp-stacked">
        <thead>
          <tr>
            <th scope="col">{t('finance:payments.caseNumber')}</th>
            <th scope="col">{t('finance:payments.ref')}</th>
            <th scope="col" className="lp-money">
              {t('finance:payments.amount')}
            </th>
            <th scope="col">{t('finance:payments.changed')}</th>
            {inDoubt && <th scope="col">{t('finance:payments.doubt')}</th>}
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.intentId}>
              <td data-label={t('finance:payments.caseNumber')}>
                <Link to="/claims/$claimId" params={{ claimId: payment.claimId }}>
                  <CaseNumber>{payment.caseNumber}</CaseNumber>
                </Link>
              </td>
              <td className="lp-figure" data-label={t('finance:payments.ref')}>
                {payment.ref}
              </td>
              <td className="lp-money" data-label={t('finance:payments.amount')}>
                <Money minor={payment.amountMinor} />
              </td>
              <td data-label={t('finance:payments.changed')}>{formatInstant(payment.updatedAt, language)}</td>
              {inDoubt && (
                <td data-label={t('finance:payments.doubt')}>
                  <Suspense payment={payment} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
