import { useQuery } from '@tanstack/react-query'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { loadQuery } from '../../board/queries.ts'
import { takers } from '../../board/takers.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, useMove } from './use-move.ts'

/** A supervisor gives the claim, with the open work of its contact, to another handler. */
export function ReassignForm({ view: { claimId, claim, contact }, done }: FormProps) {
  const t = useText()
  const people = useQuery(loadQuery)
  const draft = useDraft(`${claimId}.reassign`, { toPersonId: '', note: '' })
  const { toPersonId, note } = draft.value
  const change = useMove(
    claimId,
    (body: { toPersonId: string; note: string }, key) =>
      answer(api.POST('/claims/{claimId}/reassignment', { params: at(claimId, key), body })),
    draft.over(done),
  )
  if (people.isPending) return <Loading lines={2} />
  if (people.isError) return <Failed error={people.error} again={() => void people.refetch()} />
  const able = takers(people.data, [claim.branchId]).filter(({ personId }) => personId !== claim.contactId)
  const chosen = able.some(({ personId }) => personId === toPersonId)
  return (
    <ActionForm
      act={t('claim:act.reassign')}
      pending={change.isPending}
      error={change.error}
      missing={chosen && note.trim() !== '' ? null : t('claim:reassign.missing')}
      send={() => change.mutate({ toPersonId, note: note.trim() })}
    >
      <p>{t('claim:reassign.what', { who: contact?.name ?? t('claim:header.nobody') })}</p>
      <Select
        label={t('board:reassign.to')}
        value={toPersonId}
        empty={t('claim:choose')}
        options={able.map(({ personId, displayName: name, tasks, elsewhere, capacity }) => ({
          value: personId,
          name: t('board:reassign.person', { name, tasks: tasks + elsewhere, capacity }),
        }))}
        change={(value) => draft.change({ toPersonId: value })}
      />
      <Area label={t('claim:reason')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
