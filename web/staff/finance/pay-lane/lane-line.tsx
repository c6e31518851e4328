import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Shape } from '../../../blocks/shape.tsx'
import { useText } from '../../../language/language.ts'
import { payLaneQuery } from '../queries.ts'

/** Says above a page of money that the lane is shut; nothing while it is open. */
export function LaneLine() {
  const t = useText()
  const { data: lane } = useQuery(payLaneQuery)
  if (lane === undefined || lane.pausedAt === null) return null
  return (
    <p className="se-shut" role="status">
      <Shape name="bars" /> {t('finance:lane.shutLine')} <Link to="/pay-lane">{t('finance:lane.title')}</Link>
    </p>
  )
}
