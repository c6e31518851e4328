import { useQuery } from '@tanstack/react-query'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

/** A supervisor sends a surveyor without asking around. */
export function DispatchForm({ view: { claimId, claim }, done }: FormProps) {
  const t = useText()
  const people = useQuery({
    queryKey: ['people', 'surveyors'],
    queryFn: () => answer(api.GET('/people', { params: { query: { limit: 100 } } })),
  })
  const draft = useDraft(`${claimId}.dispatch`, { surveyorId: '', note: '' })
  const { surveyorId, note } = draft.value
  const change = useMove(
    claimId,
    (body: { surveyorId: string; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/survey/assignment', { params: at(claimId, key), body })),
    draft.over(done),
  )
  if (people.isPending) return <Loading lines={2} />
  if (people.isError) return <Failed error={people.error} />
  const surveyors = people.data.people.filter(({ roles }) => roles.includes('surveyor'))
  const asked = new Set(claim.survey.offers.map((offer) => offer.surveyorId))
  return (
    <ActionForm
      act={t('claim:act.dispatch')}
      pending={change.isPending}
      error={change.error}
      missing={surveyorId === '' ? t('claim:dispatch.choose') : null}
      send={() => change.mutate({ surveyorId, ...noted(note) })}
    >
      <Select
        label={t('claim:dispatch.who')}
        value={surveyorId}
        empty={t('claim:choose')}
        options={surveyors.map(({ personId, displayName: name }) => ({
          value: personId,
          name: asked.has(personId) ? `${name} · ${t('claim:dispatch.asked')}` : name,
        }))}
        change={(value) => draft.change({ surveyorId: value })}
      />
      <Area label={t('claim:note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
