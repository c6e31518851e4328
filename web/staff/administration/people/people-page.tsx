import '../../board/board.css'
import '../administration.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { Shape } from '../../../blocks/shape.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { useMayManage } from '../may-manage.ts'
import { CalendarWarning } from '../calendars/calendar-warning.tsx'
import { branchesQuery, type Colleague, everybodyQuery } from '../queries.ts'

/** Who works here, what they hold, and what of it waits for a second administrator. */
export function PeoplePage() {
  const t = useText()
  const mayManage = useMayManage()
  const [sought, setSought] = useState('')
  const [waiting, setWaiting] = useState(false)
  const people = useQuery(everybodyQuery)
  const found = people.data?.filter(
    ({ displayName, pending }) => displayName.includes(sought.trim()) && (!waiting || pending > 0),
  )
  return (
    <>
      <h1>{t('administration:people.title')}</h1>
      {mayManage && (
        <CalendarWarning link={<Link to="/calendars">{t('administration:calendars.open')}</Link>} />
      )}
      <div className="bd-filters">
        <Field
          label={t('administration:people.name')}
          type="search"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <button
          type="button"
          className="lp-plain-button"
          aria-pressed={waiting}
          onClick={() => setWaiting(!waiting)}
        >
          {t('administration:people.waiting', {
            count: people.data?.filter(({ pending }) => pending > 0).length ?? 0,
          })}
        </button>
        {mayManage && (
          <Link className="ad-add" to="/people/new">
            {t('administration:people.add')}
          </Link>
        )}
      </div>
      {people.isPending && <Loading lines={8} />}
      {people.isError && <Failed error={people.error} again={() => void people.refetch()} />}
      {found?.length === 0 && <Empty title={t('administration:people.none')} />}
      {found !== undefined && found.length > 0 && <Rows people={found} />}
    </>
  )
}

function Rows({ people }: { readonly people: readonly Colleague[] }) {
  const t = useText()
  const branches = useQuery(branchesQuery)
  const branchOf = (id: string | null) =>
    id === null
      ? t('administration:everywhere')
      : (branches.data?.find(({ branchId }) => branchId === id)?.name ?? '…')
  return (
    <Wide label={t('administration:people.title')}>
      <table className="bd-table lp-stacked ad-people">
        <thead>
          <tr>
            <th scope="col">{t('administration:people.name')}</th>
            <th scope="col">{t('administration:people.branch')}</th>
            <th scope="col">{t('administration:people.roles')}</th>
            <th scope="col">{t('administration:people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, displayName, branchId, roles, disabled, pending }) => (
            <tr key={personId}>
              <td data-label={t('administration:people.name')}>
                <Link to="/people/$personId" params={{ personId }}>
                  {displayName}
                </Link>
              </td>
              <td data-label={t('administration:people.branch')}>{branchOf(branchId)}</td>
              <td data-label={t('administration:people.roles')}>
                {roles.length === 0
                  ? t('administration:people.noRole')
                  : roles.map((role) => t(`blocks:role.${role}`)).join(' · ')}
              </td>
              <td data-label={t('administration:people.state')}>
                <div>
                  {disabled && (
                    <span className="bd-state">
                      <Shape name="bars" size={12} /> {t('administration:people.disabled')}
                    </span>
                  )}
                  {pending > 0 && (
                    <span className="ad-pending">
                      <Shape name="square" size={12} />{' '}
                      {t('administration:people.pending', { count: pending })}
                    </span>
                  )}
                  {!disabled && pending === 0 && t('administration:people.active')}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
