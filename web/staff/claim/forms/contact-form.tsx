import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { ActionForm, Area, Check } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

/** The first call to the customer: reached or not, and what was said. */
export function ContactForm({ view: { claimId, parties, claim }, done }: FormProps) {
  const t = useText()
  const draft = useDraft(`${claimId}.contact`, { reached: true, note: '' })
  const { reached, note } = draft.value
  const change = useMove(
    claimId,
    (body: { reached: boolean; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/first-contact', { params: at(claimId, key), body })),
    draft.over(done),
  )
  const callable = parties.filter(({ role, phone }) => phone !== null && /insured|reporter|driver/.test(role))
  return (
    <ActionForm
      act={t('claim:act.contact')}
      pending={change.isPending}
      error={change.error}
      send={() => change.mutate({ reached, ...noted(note) })}
    >
      <p>
        {t('claim:contact.whom', { who: callable.map(({ name, phone }) => `${name} ${phone}`).join('、') })}
      </p>
      {claim.callBy !== null && <p className="cl-soft">{t('claim:contact.script')}</p>}
      <Check
        label={t('claim:contact.reached')}
        checked={reached}
        change={(value) => draft.change({ reached: value })}
      />
      <Area label={t('claim:note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
