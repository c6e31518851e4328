import { useId, useState } from 'react'
import { formatMoney, Money } from '../../blocks/money.tsx'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'
import { useAmountNames } from './amount-steps.tsx'
import { useAnswerBy } from './answer-by.ts'
import type { Amount } from './queries.ts'

interface AmountAnswerProps {
  readonly claimId: string
  /** What was shown: an answer never falls on another version. */
  readonly asked: NonNullable<Progress['wanted']['answer']>
  readonly amount: Amount
}

type Mode = 'ask' | 'agree' | 'dispute'

/** Agreeing with the amount, or saying which lines are wrong and why. */
export function AmountAnswer({ claimId, asked, amount }: AmountAnswerProps) {
  const t = useText()
  const [mode, setMode] = useState<Mode>('ask')
  const answerBy = useAnswerBy(asked)
  const back = () => setMode('ask')
  if (mode === 'agree') return <Agree claimId={claimId} asked={asked} amount={amount} back={back} />
  if (mode === 'dispute') return <Dispute claimId={claimId} asked={asked} amount={amount} back={back} />
  return (
    <div className="my-answer">
      {answerBy !== null && <p className="my-wanted">{answerBy}</p>}
      <p>{t('customer:amount.afterwards')}</p>
      <p className="my-buttons">
        <button type="button" className="lp-main-button" onClick={() => setMode('agree')}>
          {t('customer:amount.agree')}
        </button>
        <button type="button" className="lp-plain-button" onClick={() => setMode('dispute')}>
          {t('customer:amount.dispute')}
        </button>
      </p>
    </div>
  )
}

type PartProps = AmountAnswerProps & { readonly back: () => void }

function Agree({ claimId, asked, amount: { payableMinor }, back }: PartProps) {
  const t = useText()
  const { sheetVersion: version, sheetHash } = asked
  const agree = useChange({
    send: (body: { readonly sheetHash: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/sheets/{version}/agreement', {
          params: { path: { claimId, version }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims']],
  })
  return (
    <div className="my-answer">
      <p>{t('customer:amount.agreeMeaning', { amount: formatMoney(payableMinor) })}</p>
      <ProblemLine error={agree.error} />
      <p className="my-buttons">
        <button
          type="button"
          className="lp-main-button"
          disabled={agree.isPending}
          onClick={() => agree.mutate({ sheetHash })}
        >
          {t('customer:amount.agreeNow')}
        </button>
        <button type="button" className="lp-quiet-button" onClick={back}>
          {t('customer:back')}
        </button>
      </p>
    </div>
  )
}

function Dispute({ claimId, asked, amount, back }: PartProps) {
  const { lines } = amount
  const names = useAmountNames(amount).lines
  const t = useText()
  const id = useId()
  const [disputed, setDisputed] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { sheetVersion: version, sheetHash } = asked
  const dispute = useChange({
    send: (body: { readonly sheetHash: string; readonly lines: string[]; readonly note: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/sheets/{version}/dispute', {
          params: { path: { claimId, version }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims']],
  })
  const missing = disputed.length === 0 ? 'line' : note.trim() === '' ? 'reason' : null
  return (
    <form
      className="my-answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing === null) dispute.mutate({ sheetHash, lines: [...disputed], note: note.trim() })
      }}
    >
      <fieldset className="my-choices">
        <legend>{t('customer:amount.which')}</legend>
        {lines.map(({ lineId, assessedMinor, agreedMinor }) => (
          <label key={lineId}>
            <input
              type="checkbox"
              checked={disputed.includes(lineId)}
              onChange={({ target }) =>
                setDisputed(target.checked ? [...disputed, lineId] : disputed.filter((one) => one !== lineId))
              }
            />
            {names.get(lineId)} <Money minor={agreedMinor ?? assessedMinor} />
          </label>
        ))}
      </fieldset>
      <div className="lp-field">
        <label htmlFor={id}>{t('customer:amount.why')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {tried && missing !== null && (
        <p className="lp-error" role="alert">
          {t(`customer:amount.missing.${missing}`)}
        </p>
      )}
      <ProblemLine error={dispute.error} />
      <p className="my-buttons">
        <button type="submit" className="lp-main-button" disabled={dispute.isPending}>
          {t('customer:amount.disputeNow')}
        </button>
        <button type="button" className="lp-quiet-button" onClick={back}>
          {t('customer:back')}
        </button>
      </p>
    </form>
  )
}
