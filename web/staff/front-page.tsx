import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { meQuery } from '../http/queries.ts'
import { Empty, Loading } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'
import { navigation } from './navigation.ts'
import { visibleTo } from './visible-to.ts'

/** Leads everybody to the first page of their own work. */
export function FrontPage() {
  const t = useText()
  const { data: me } = useQuery(meQuery)
  if (me === undefined) return <Loading />
  const [first] = visibleTo(me, navigation)
  if (first === undefined) return <Empty title={t('staff:nothingHere')} hint={t('staff:nothingHereHelp')} />
  return <Navigate to={first.to} replace />
}
