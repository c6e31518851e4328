import { useState } from 'react'
import { DecisionForm } from '../../../blocks/decision-form.tsx'
import { Field } from '../../../blocks/field.tsx'
import { Money } from '../../../blocks/money.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { waitingSettlement } from '../moves.ts'
import type { FormProps } from './form-props.ts'
import { at, noted, useMove } from './use-move.ts'

const decisions = ['approve', 'return', 'reject', 'refer'] as const
type Ruling = (typeof decisions)[number]

interface Body {
  readonly level: number
  readonly decision: Ruling
  readonly hash: string
  readonly clause?: string
  readonly note?: string
}

/** Approve, return, reject or refer exactly what is shown. */
export function DecideForm({ view: { claimId, claim, parties }, done }: FormProps) {
  const t = useText()
  const settlement = waitingSettlement(claim)
  const [clause, setClause] = useState('')
  const change = useMove(
    claimId,
    ({ settlementId, ...body }: Body & { settlementId: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/settlements/{settlementId}/decisions', {
          params: { ...at(claimId, key), path: { claimId, settlementId } },
          body,
        }),
      ),
    done,
  )
  if (settlement === undefined) return null
  return (
    <>
      <p>
        {t('claim:decide.what', { level: settlement.openLevel, levels: settlement.levels.length })}{' '}
        <Money minor={settlement.amountMinor} words />
      </p>
      <ul className="cl-plain">
        {settlement.payees.map(({ partyId, amountMinor }) => (
          <li key={partyId}>
            {parties.find((one) => one.partyId === partyId)?.name} · <Money minor={amountMinor} />
          </li>
        ))}
      </ul>
      <Field
        label={t('claim:decide.clause')}
        value={clause}
        onChange={(event) => setClause(event.target.value)}
      />
      <DecisionForm
        choices={decisions.map((value) => ({
          value,
          name: t(`claim:decision.${value}`),
          plain: value === 'approve',
        }))}
        pending={change.isPending}
        error={change.error}
        decide={({ choice, reason }) =>
          change.mutate({
            settlementId: settlement.id,
            level: settlement.openLevel,
            decision: choice as Ruling,
            hash: settlement.hash,
            ...(choice === 'reject' && clause.trim() !== '' ? { clause: clause.trim() } : {}),
            ...noted(reason),
          })
        }
      />
    </>
  )
}
