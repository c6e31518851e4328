import type { ReserveReason } from '../../../../domain/claim/reserve.ts'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { everyCode } from './every-code.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { MoneyField } from './money-field.tsx'
import { useDraft } from './use-draft.ts'
import { at, useMove } from './use-move.ts'

const reasons = everyCode<ReserveReason>({
  newFacts: true,
  survey: true,
  assessment: true,
  liability: true,
  injuryCourse: true,
  expense: true,
  litigation: true,
  correction: true,
})

interface Asked {
  readonly indemnityMinor: number
  readonly expenseMinor: number
  readonly reason: ReserveReason
  readonly note: string
}

/** As far as it is filled in. */
interface Typed {
  readonly indemnityMinor: number | undefined
  readonly expenseMinor: number | undefined
  readonly reason: string
  readonly note: string
}

/** Sets aside more or less, for the indemnity and for what it costs to settle it, with the reason. */
export function ReserveForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const draft = useDraft<Typed>(`${claimId}.reserve`, {
    indemnityMinor: claim.reserve.indemnityMinor,
    expenseMinor: claim.reserve.expenseMinor,
    reason: '',
    note: '',
  })
  const { indemnityMinor, expenseMinor, reason, note } = draft.value
  const change = useMove(
    claimId,
    (body: Asked, key) => answer(api.POST('/claims/{claimId}/reserve', { params: at(claimId, key), body })),
    draft.over(done),
  )
  const known = reasons.find((one) => one === reason)
  const complete =
    known !== undefined && indemnityMinor !== undefined && expenseMinor !== undefined && note.trim() !== ''
  return (
    <ActionForm
      act={t('claim:act.reserve')}
      pending={change.isPending}
      error={change.error}
      missing={complete ? null : t('claim:reserve.missing')}
      send={() => {
        if (complete) change.mutate({ indemnityMinor, expenseMinor, reason: known, note: note.trim() })
      }}
    >
      <p>{t('claim:reserve.explained')}</p>
      <MoneyField
        label={t('claim:reserve.indemnity')}
        minor={indemnityMinor}
        change={(minor) => draft.change({ indemnityMinor: minor })}
      />
      <MoneyField
        label={t('claim:reserve.expense')}
        minor={expenseMinor}
        change={(minor) => draft.change({ expenseMinor: minor })}
      />
      <Select
        label={t('claim:reason')}
        value={reason}
        empty={t('claim:choose')}
        options={reasons.map((value) => ({ value, name: t(`claim:reserve.by.${value}`) }))}
        change={(value) => draft.change({ reason: value })}
      />
      <Area label={t('claim:reserve.note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
