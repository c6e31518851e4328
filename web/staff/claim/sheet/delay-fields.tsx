import type { DelayInput } from '../../../../domain/adjustment/coverage-input.ts'
import { useText } from '../../../language/language.ts'
import type { Claimable } from './begin-sheet.ts'
import { delayField } from './coverage-fields.ts'
import { RowsFact } from './fact-fields.tsx'

/** A payment that arrived, and the last day of its term as far as it is known. */
export interface LatePayment {
  readonly claimantId: string
  readonly amountMinor: number
  readonly dueOn: string
  readonly paidOn: string
}

interface DelayFieldsProps {
  readonly delay: readonly DelayInput[] | undefined
  readonly parties: readonly Claimable[]
  /** What a new row begins with: the payment that no row is about yet. */
  readonly payments: readonly LatePayment[]
  readonly change: (delay: readonly DelayInput[] | undefined) => void
}

/** What we paid too late: the law owes what that has cost, beside the indemnity (Insurance Law, article 23). */
export function DelayFields({ delay = [], parties, payments, change }: DelayFieldsProps) {
  const t = useText()
  const isTold = ({ claimantId, paidOn }: LatePayment) =>
    delay.some((one) => one.claimantId === claimantId && one.paidOn === paidOn)
  const next = payments.find((payment) => !isTold(payment))
  if (next === undefined && delay.length === 0) return null
  return (
    <details open={delay.length > 0}>
      <summary>{t('claim:sheet.delay')}</summary>
      <p className="cl-soft">{t('claim:sheet.delayHelp')}</p>
      <RowsFact
        field={{ ...delayField, begins: { ...delayField.begins, ...next } }}
        value={delay}
        options={{
          claimantId: parties.map(({ partyId, name, role }) => ({
            value: partyId,
            name: `${name} ${t(`claim:party.${role}`)}`,
          })),
        }}
        change={(rows) => change(rows as readonly DelayInput[] | undefined)}
      />
    </details>
  )
}
