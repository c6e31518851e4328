import { Field } from '../../blocks/field.tsx'
import { Money } from '../../blocks/money.tsx'
import { useText } from '../../language/language.ts'
import { AccountFields } from '../claim/account-fields.tsx'
import { emptyAsk, type FastTrackAsk } from './draft.ts'
import { isFast, missingOf, sumOf } from './small-claim.ts'
import type { StepProps } from './what-step.tsx'

/** As many as the API takes. */
const mostReceipts = 20

/** A small loss put in figures by whoever had it, with the amount that they agree to: it may be paid at once. */
export function FastTrackAskFields({ draft, fill, policy: { line } }: StepProps) {
  const t = useText()
  if (!isFast(line)) return null
  const ask = draft.fastTrack ?? emptyAsk
  const change = (changed: Partial<FastTrackAsk>) => fill({ fastTrack: { ...ask, ...changed } })
  const declaration = line === 'motorCommercial' ? 'motor' : 'medical'
  const missing = missingOf(ask)
  return (
    <details className="my-card" open={draft.fastTrack !== null}>
      <summary className="my-wanted">{t('customer:fastTrack.ask')}</summary>
      <p>{t('customer:fastTrack.what')}</p>
      <Receipts ask={ask} change={change} />
      <Field
        label={t('customer:fastTrack.agreed')}
        inputMode="decimal"
        value={ask.agreed}
        onChange={({ target }) => change({ agreed: target.value })}
      />
      <fieldset className="my-when">
        <legend>{t('customer:fastTrack.account')}</legend>
        <AccountFields
          account={ask.account}
          change={(changed) => change({ account: { ...ask.account, ...changed } })}
        />
      </fieldset>
      <label className="my-declared">
        <input
          type="checkbox"
          checked={ask.declared}
          onChange={({ target }) => change({ declared: target.checked })}
        />
        {t(`customer:fastTrack.declared.${declaration}`)}
      </label>
      {missing !== null && (
        <p role="status" className="my-wanted">
          {t(`customer:fastTrack.missing.${missing}`)}
        </p>
      )}
    </details>
  )
}

interface ReceiptsProps {
  readonly ask: FastTrackAsk
  readonly change: (changed: Partial<FastTrackAsk>) => void
}

/** An amount for each receipt, and what they come to together. */
function Receipts({ ask, change }: ReceiptsProps) {
  const t = useText()
  const { receipts } = ask
  return (
    <>
      {receipts.map((receipt, index) => (
        <Field
          key={index}
          label={t('customer:fastTrack.receipt', { number: index + 1 })}
          inputMode="decimal"
          value={receipt}
          onChange={({ target }) =>
            change({ receipts: receipts.map((one, at) => (at === index ? target.value : one)) })
          }
        />
      ))}
      <p className="my-row">
        <button
          type="button"
          className="lp-plain-button"
          disabled={receipts.length >= mostReceipts}
          onClick={() => change({ receipts: [...receipts, ''] })}
        >
          {t('customer:fastTrack.another')}
        </button>
        {receipts.length > 1 && (
          <span>
            {t('customer:fastTrack.sum')} <Money minor={sumOf(ask)} />
          </span>
        )}
      </p>
    </>
  )
}
