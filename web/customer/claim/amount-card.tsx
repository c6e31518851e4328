import { Money } from '../../blocks/money.tsx'
import { useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'
import { AmountAnswer } from './amount-answer.tsx'
import { AmountBefore } from './amount-before.tsx'
import { AmountRest } from './amount-rest.tsx'
import { AmountSteps, useAmountNames } from './amount-steps.tsx'
import type { Amount } from './queries.ts'

/** What we propose to pay: the sum, what was asked and accepted line by line, how it comes about, and the answer. */
export function AmountCard({ progress }: { readonly progress: Progress & { readonly amount: Amount } }) {
  const t = useText()
  const { claimId, amount, wanted, outcome } = progress
  const { payableMinor, lines, byCoverage, agreement } = amount
  const names = useAmountNames(amount).lines
  return (
    <section className="my-card" id="amount">
      <h2>{t(outcome === 'paid' ? 'customer:amount.titlePaid' : 'customer:amount.title')}</h2>
      <p className="my-sum">
        <Money minor={payableMinor} words />
      </p>
      {agreement !== null && <p>{t(`customer:amount.${agreement}`)}</p>}
      <AmountBefore amount={amount} />
      <h3>{t('customer:amount.lines')}</h3>
      <ul className="my-plain">
        {lines.map((line) => (
          <Line key={line.lineId} line={line} name={names.get(line.lineId) ?? ''} />
        ))}
        <AmountRest amount={amount} />
      </ul>
      {byCoverage.length > 1 && (
        <>
          <h3>{t('customer:amount.byCoverage')}</h3>
          <ul className="my-plain">
            {byCoverage.map(({ coverage, payableMinor: part }, index) => (
              <li key={`${index} ${coverage}`} className="my-row">
                <span>{t(`customer:coverage.${coverage}`)}</span>
                <Money minor={part} />
              </li>
            ))}
          </ul>
        </>
      )}
      <AmountSteps amount={amount} />
      {wanted.answer !== null && <AmountAnswer claimId={claimId} asked={wanted.answer} amount={amount} />}
    </section>
  )
}

function Line({ line, name }: { readonly line: Amount['lines'][number]; readonly name: string }) {
  const t = useText()
  const { coverage, askedMinor, assessedMinor, agreedMinor } = line
  const taken = agreedMinor ?? assessedMinor
  return (
    <li>
      <div className="my-row">
        <strong>{name}</strong>
        <Money minor={taken} />
      </div>
      <small>
        {t(`customer:coverage.${coverage}`)} · {t('customer:amount.asked')} <Money minor={askedMinor} />
        {taken === askedMinor ? (
          <> · {t('customer:amount.whole')}</>
        ) : (
          <>
            {' '}
            · {t('customer:amount.less')} <Money minor={askedMinor - taken} />
          </>
        )}
      </small>
    </li>
  )
}
