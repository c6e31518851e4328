import { Folded } from '../../blocks/folded.tsx'
import { Money } from '../../blocks/money.tsx'
import { useText } from '../../language/language.ts'
import { useAmountNames } from './amount-steps.tsx'
import type { Amount } from './queries.ts'

/** The amount that was shown before beside the one of now, why it is another one, and on which lines. */
export function AmountBefore({ amount }: { readonly amount: Amount }) {
  const t = useText()
  const names = useAmountNames(amount)
  const { before, payableMinor } = amount
  if (before === null) return null
  const { reason, note, changes } = before
  const isSame = before.payableMinor === payableMinor
  return (
    <div className="my-note">
      <h3>{t(isSame ? 'customer:amount.before.same' : 'customer:amount.before.changed')}</h3>
      <p className="my-row">
        <span>{t('customer:amount.before.was')}</span>
        <Money minor={before.payableMinor} />
      </p>
      <p className="my-row">
        <strong>{t('customer:amount.before.is')}</strong>
        <Money minor={payableMinor} />
      </p>
      {reason !== null && (
        <p>{t('customer:amount.before.because', { reason: t(`blocks:sheetReason.${reason}`) })}</p>
      )}
      {note !== null && (
        <>
          <h3>{t('customer:amount.before.note')}</h3>
          <blockquote>
            <Folded>{note}</Folded>
          </blockquote>
        </>
      )}
      {changes.length > 0 && (
        <>
          <h3>{t('customer:amount.before.changes')}</h3>
          <ul className="my-plain">
            {changes.map(({ lineId, claimantId, item, beforeMinor, afterMinor }) => (
              <li key={`${lineId} ${claimantId} ${item}`}>
                <strong>{names.line({ item, claimantId })}</strong>{' '}
                <span className="my-change">
                  {beforeMinor === null ? t('customer:amount.before.added') : <Money minor={beforeMinor} />} →{' '}
                  {afterMinor === null ? t('customer:amount.before.removed') : <Money minor={afterMinor} />}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
