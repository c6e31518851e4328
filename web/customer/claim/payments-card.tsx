import { Link } from '@tanstack/react-router'
import { Money } from '../../blocks/money.tsx'
import { Shape } from '../../blocks/shape.tsx'
import { useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

const shapes = { paid: 'tick', underWay: 'dot', notArrived: 'triangle' } as const

/** What is paid, to where, and whether it has arrived. */
export function PaymentsCard({ progress: { claimId, payments } }: { readonly progress: Progress }) {
  const t = useText()
  if (payments.length === 0) return null
  return (
    <section className="my-card">
      <h2>{t('customer:payment.title')}</h2>
      <ul className="my-plain">
        {payments.map(({ reference, amountMinor, state, account }) => (
          <li key={reference} className="my-item" data-state={state}>
            <Shape name={shapes[state]} size={20} />
            <span>
              <Money minor={amountMinor} words />
              <small>{t(`customer:payment.${state}`)}</small>
              {account !== null && (
                <small>
                  {account.bankName} <span className="lp-figure">{account.number}</span>
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {payments.some(({ state }) => state === 'paid') && (
        <p>
          <Link className="my-link-button" to="/claims/$claimId/receipt" params={{ claimId }}>
            {t('customer:payment.receipt')}
          </Link>
        </p>
      )}
    </section>
  )
}
