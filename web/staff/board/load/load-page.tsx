import '../board.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Shape } from '../../../blocks/shape.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { Views } from '../../views.tsx'
import { type Loaded, loadQuery } from '../queries.ts'

const roles = ['handler', 'surveyor', 'adjuster', 'approver', 'finance'] as const

/** Who carries how much, against what they can carry; every number leads to its claims. */
export function LoadPage() {
  const t = useText()
  const [role, setRole] = useState<(typeof roles)[number]>('handler')
  const load = useQuery(loadQuery)
  const people = load.data?.filter((one) => one.roles.some((held) => held.role === role)) ?? []
  return (
    <>
      <h1>{t('board:load.title')}</h1>
      <Views
        label={t('board:load.roles')}
        views={roles}
        chosen={role}
        choose={setRole}
        name={(one) => t(`blocks:role.${one}`)}
      />
      {load.isPending && <Loading />}
      {load.isError && <Failed error={load.error} again={() => void load.refetch()} />}
      {load.isSuccess && people.length === 0 && (
        <Empty title={t('board:load.empty')} hint={t('board:load.emptyHint')} />
      )}
      <ul className="bd-people">
        {people.map((one) => (
          <Person key={one.personId} of={one} />
        ))}
      </ul>
    </>
  )
}

function Person({ of: one }: { readonly of: Loaded }) {
  const t = useText()
  const { personId, displayName, tasks, elsewhere, capacity, late, today, holding, contact } = one
  const carried = tasks + elsewhere
  const share = capacity === 0 ? (carried === 0 ? 0 : 1) : carried / capacity
  return (
    <li>
      <div className="bd-name">
        <strong>{displayName}</strong>
        {one.away && <State text={t('board:load.away')} />}
        {one.disabled && <State text={t('board:load.disabled')} />}
      </div>
      <div className="bd-carried" data-over={share > 1}>
        <div className="bd-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(share, 1) * 100}%` }} />
        </div>
        <span>
          {t('board:load.carried', { count: carried, capacity })}
          {share > 1 && <> · {t('board:load.over')}</>}
          {elsewhere > 0 && <small>{t('board:load.elsewhere', { count: elsewhere })}</small>}
        </span>
      </div>
      <div className="bd-numbers">
        <Link to="/cases" search={{ holderId: personId, term: 'late' }} data-late={late > 0}>
          {late > 0 && <Shape name="triangle" size={12} />} {t('board:load.late', { count: late })}
        </Link>
        <Link to="/cases" search={{ holderId: personId, term: 'today' }}>
          {t('board:load.today', { count: today })}
        </Link>
        <Link to="/cases" search={{ holderId: personId }}>
          {t('board:load.holding', { count: holding })}
        </Link>
        <Link to="/cases" search={{ contactId: personId }}>
          {t('board:load.contact', { count: contact })}
        </Link>
      </div>
    </li>
  )
}

function State({ text }: { readonly text: string }) {
  return (
    <span className="bd-state">
      <Shape name="bars" size={12} /> {text}
    </span>
  )
}
