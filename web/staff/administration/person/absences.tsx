import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { Choice } from '../choice.tsx'
import { IntervalFields } from '../interval-fields.tsx'
import { intervalOf, standingOf } from '../interval.ts'
import { everybodyQuery, type Person } from '../queries.ts'
import { ConfirmedButton } from './confirmed-button.tsx'
import { StandingMark, Term } from './standing.tsx'
import { of, usePersonChange } from './use-person-change.ts'

interface AbsencesProps {
  readonly person: Person
  readonly mayManage: boolean
  readonly own: boolean
}

/** When the person is away, and who answers for them meanwhile. */
export function Absences({ person, mayManage, own }: AbsencesProps) {
  const t = useText()
  const { personId, absences, people } = person
  const end = usePersonChange((absenceId: string, key) =>
    answer(
      api.POST('/people/{personId}/absences/{absenceId}/end', {
        params: { path: { personId, absenceId }, header: { 'idempotency-key': key } },
      }),
    ),
  )
  const nameOf = (id: string) => people.find((one) => one.personId === id)?.name ?? '…'
  return (
    <section className="st-paper ad-part">
      <h2>{t('administration:absences.title')}</h2>
      {absences.length === 0 && <p className="ad-soft">{t('administration:absences.none')}</p>}
      <ul className="ad-list">
        {absences.toReversed().map(({ id, substituteId, validFrom, validTo }) => {
          const standing = standingOf({ validFrom, validTo })
          return (
            <li key={id}>
              <strong>
                <Term validFrom={validFrom} validTo={validTo} />
              </strong>
              <StandingMark standing={standing} />
              <span className="ad-soft">
                {substituteId === null
                  ? t('administration:absences.nobody')
                  : t('administration:absences.substitute', { who: nameOf(substituteId) })}
              </span>
              {mayManage && standing !== 'ended' && (
                <ConfirmedButton
                  name={t('administration:absences.end')}
                  disabled={end.isPending}
                  press={() => end.mutate(id)}
                />
              )}
            </li>
          )
        })}
      </ul>
      <ProblemLine error={end.error} />
      {mayManage && !own && <NewAbsence personId={personId} />}
    </section>
  )
}

function NewAbsence({ personId }: { readonly personId: string }) {
  const t = useText()
  const [substituteId, setSubstitute] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const everybody = useQuery(everybodyQuery)
  const add = usePersonChange((body: ReturnType<typeof intervalOf> & { substituteId: string | null }, key) =>
    answer(api.POST('/people/{personId}/absences', { params: of(personId, key), body })),
  )
  return (
    <details className="ad-more">
      <summary>{t('administration:absences.add')}</summary>
      <form
        className="ad-row"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ substituteId: substituteId === '' ? null : substituteId, ...intervalOf(from, to) })
        }}
      >
        <IntervalFields from={from} to={to} setFrom={setFrom} setTo={setTo} />
        <Choice
          label={t('administration:absences.who')}
          value={substituteId}
          change={setSubstitute}
          options={[
            { value: '', name: t('administration:absences.nobody') },
            ...(everybody.data ?? [])
              .filter((one) => one.personId !== personId && !one.disabled)
              .map((one) => ({ value: one.personId, name: one.displayName })),
          ]}
        />
        <button type="submit" className="lp-plain-button" disabled={add.isPending}>
          {t('administration:absences.act')}
        </button>
        <ProblemLine error={add.error} />
      </form>
    </details>
  )
}
