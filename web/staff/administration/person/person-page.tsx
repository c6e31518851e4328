import '../administration.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouteContext } from '@tanstack/react-router'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { useMayManage } from '../may-manage.ts'
import { personQuery } from '../queries.ts'
import { Absences } from './absences.tsx'
import { Accounts } from './accounts.tsx'
import { Limits, Roles } from './grants.tsx'
import { Work } from './work.tsx'

/** One person: accounts, roles, limits and absences, each with when it holds and who gave it. */
export function PersonPage() {
  const t = useText()
  const { personId } = useParams({ from: '/shell/people/$personId' })
  const { me } = useRouteContext({ from: '/shell' })
  const mayManage = useMayManage()
  const person = useQuery(personQuery(personId))
  if (person.isPending) return <Loading lines={8} />
  if (person.isError) return <Failed error={person.error} again={() => void person.refetch()} />
  const { staff, nameMasked, phoneMasked, identityMasked } = person.data
  const own = me.personId === personId
  const facts = [
    ['workPhone', staff?.workPhone ?? null],
    ['phone', phoneMasked],
    ['identity', identityMasked],
  ] as const
  return (
    <>
      <p className="ad-back">
        <Link to="/people">{t('administration:people.back')}</Link>
      </p>
      <h1>{staff?.displayName ?? nameMasked}</h1>
      <dl className="ad-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`administration:person.${name}`)}</dt>
            <dd className="lp-figure">{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
      {mayManage && own && <p className="ad-note">{t('administration:person.own')}</p>}
      <Accounts person={person.data} mayManage={mayManage} />
      {staff !== null && <Work personId={personId} staff={staff} mayManage={mayManage} />}
      <Roles person={person.data} mayManage={mayManage} own={own} />
      <Limits person={person.data} mayManage={mayManage} own={own} />
      <Absences person={person.data} mayManage={mayManage} own={own} />
    </>
  )
}
