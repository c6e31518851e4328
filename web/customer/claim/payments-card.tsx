import { Money } from '../../blocks/money.tsx'
import { Shape } from '../../blocks/shape.tsx'
import { useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

const shapes = { paid: 'tick', underWay: 'dot', notArrived: 'triangle' } as const

/** What is paid, and whether it has arrived. */
export function PaymentsCard({ progress: { payments } }: { readonly progress: Progress }) {
  const t = useText()
  if (payments.length === 0) return null
  return (
    <section className="my-card">
      <h2>{t('customer:payment.title')}</h2>
      <ul className="my-plain">
        {payments.map(({ amountMinor, state }, index) => (
          <li key={`${index} ${amountMinor}`} className="my-item" data-state={state}>
            <Shape name={shapes[state]} size={20} />
            <span>
              <Money minor={amountMinor} />
              <small>{t(`customer:payment.${state}`)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
