import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import { answer, api } from '../../../http/client.ts'
import { useSay, useText } from '../../../language/language.ts'
import { missingItems } from '../moves.ts'
import { ActionForm, Area, Check } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

/** Everything that is missing, told once. Law allows one notice; another is a new reason of a supervisor. */
export function NoticeForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const say = useSay()
  const missing = missingItems(claim).map(({ item }) => item)
  const second = claim.notices.length > 0
  const draft = useDraft<{ more: readonly ChecklistItem[]; note: string }>(`${claimId}.notice`, {
    more: [],
    note: '',
  })
  const { more, note } = draft.value
  const change = useMove(
    claimId,
    (body: { items: ChecklistItem[]; newReason?: boolean; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/notices', { params: at(claimId, key), body })),
    draft.over(done),
  )
  const items = [...new Set([...missing, ...more])]
  return (
    <ActionForm
      act={t('claim:act.notice')}
      pending={change.isPending}
      error={change.error}
      missing={
        items.length === 0
          ? t('claim:notice.nothing')
          : second && note.trim() === ''
            ? t('claim:reasonMissing')
            : null
      }
      send={() => change.mutate({ items, ...(second ? { newReason: true } : {}), ...noted(note) })}
    >
      <p>{t(second ? 'claim:notice.second' : 'claim:notice.once')}</p>
      <fieldset className="cl-choices">
        <legend>{t('claim:notice.items')}</legend>
        {claim.checklist.map(({ item, label }) => (
          <Check
            key={item}
            label={say(label)}
            checked={items.includes(item)}
            change={(checked) => {
              if (missing.includes(item)) return
              draft.change({ more: checked ? [...more, item] : more.filter((one) => one !== item) })
            }}
          />
        ))}
      </fieldset>
      <Area
        label={t(second ? 'claim:reason' : 'claim:note')}
        value={note}
        change={(value) => draft.change({ note: value })}
      />
    </ActionForm>
  )
}
