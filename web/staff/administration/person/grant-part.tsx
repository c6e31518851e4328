import { useRouteContext } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { IntervalFields } from '../interval-fields.tsx'
import { intervalOf, standingOf } from '../interval.ts'
import type { Person } from '../queries.ts'
import { ConfirmedButton } from './confirmed-button.tsx'
import { StandingMark, Term } from './standing.tsx'
import { usePersonChange } from './use-person-change.ts'

/** A role or a limit, with words for what it is. */
export interface Given {
  readonly id: string
  readonly what: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly grantedBy: string
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
}

interface GrantPartProps {
  readonly kind: 'roles' | 'limits'
  readonly person: Person
  readonly given: readonly Given[]
  readonly mayManage: boolean
  readonly mayGrant: boolean
  readonly add: (interval: ReturnType<typeof intervalOf>) => void
  readonly adding: { readonly isPending: boolean; readonly error: unknown; readonly isSuccess: boolean }
  readonly missing?: string | null
  /** The fields that say what is to be given. */
  readonly children: ReactNode
}

/** What was given, confirmed and ended, the newest first; and the form that proposes more of it. */
export function GrantPart(props: GrantPartProps) {
  const { kind, given, mayGrant, add, adding, missing = null, children } = props
  const t = useText()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <section className="st-paper ad-part">
      <h2>{t(`administration:${kind}.title`)}</h2>
      {given.length === 0 && <p className="ad-soft">{t(`administration:${kind}.none`)}</p>}
      <ul className="ad-list">
        {given.toReversed().map((one) => (
          <Line key={one.id} one={one} {...props} />
        ))}
      </ul>
      {mayGrant && (
        <details className="ad-more">
          <summary>{t(`administration:${kind}.add`)}</summary>
          <form
            className="ad-row"
            onSubmit={(event) => {
              event.preventDefault()
              if (missing === null && !adding.isPending) add(intervalOf(from, to))
            }}
          >
            {children}
            <IntervalFields from={from} to={to} setFrom={setFrom} setTo={setTo} />
            <button type="submit" className="lp-plain-button" disabled={missing !== null || adding.isPending}>
              {t('administration:propose')}
            </button>
            <span className="ad-soft">{missing ?? t('administration:twoPeople')}</span>
          </form>
        </details>
      )}
      <ProblemLine error={adding.error} />
    </section>
  )
}

function Line({ one, kind, person, mayManage }: GrantPartProps & { readonly one: Given }) {
  const t = useText()
  const { me } = useRouteContext({ from: '/shell' })
  const { personId, people } = person
  const params = (key: string) => ({
    path: { personId, grantId: one.id },
    header: { 'idempotency-key': key },
  })
  const confirm = usePersonChange((_: null, key) =>
    answer(api.POST(`/people/{personId}/${kind}/{grantId}/confirmation`, { params: params(key) })),
  )
  const end = usePersonChange((_: null, key) =>
    answer(api.POST(`/people/{personId}/${kind}/{grantId}/end`, { params: params(key) })),
  )
  const standing = standingOf(one)
  const nameOf = (id: string) =>
    people.find((each) => each.personId === id)?.name ?? t('administration:founder')
  const mayConfirm = one.grantedBy !== me.personId && personId !== me.personId
  return (
    <li>
      <strong>{one.what}</strong>
      <StandingMark standing={standing} />
      <span className="ad-soft">
        <Term {...one} />
      </span>
      <span className="ad-soft">
        {one.confirmedBy === null
          ? t('administration:proposedBy', { who: nameOf(one.grantedBy) })
          : t('administration:givenBy', { who: nameOf(one.grantedBy), second: nameOf(one.confirmedBy) })}
      </span>
      {mayManage && standing === 'pending' && mayConfirm && (
        <button
          type="button"
          className="lp-plain-button"
          disabled={confirm.isPending}
          onClick={() => confirm.mutate(null)}
        >
          {t('administration:confirm')}
        </button>
      )}
      {mayManage && standing === 'pending' && !mayConfirm && (
        <span className="ad-soft">{t('administration:otherConfirms')}</span>
      )}
      {mayManage && standing !== 'ended' && (
        <ConfirmedButton
          name={t('administration:end')}
          disabled={end.isPending}
          press={() => end.mutate(null)}
        />
      )}
      <ProblemLine error={confirm.error ?? end.error} />
    </li>
  )
}
