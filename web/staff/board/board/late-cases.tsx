import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { DueChip } from '../../../blocks/due-chip.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { LateReasons } from '../cases/late-reasons.tsx'
import { casesQuery } from '../queries.ts'
import { useScope } from './use-scope.ts'

/** As many as are read at a glance; the list has them all. */
const shown = 5

/** The claims that have been late longest, and why each of them does not move. */
export function LateCases() {
  const t = useText()
  const late = { ...useScope(), term: 'late' } as const
  const found = useInfiniteQuery(casesQuery(late))
  if (found.isPending) return <Loading lines={3} />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const [first] = found.data.pages
  if (first === undefined || first.count === 0) return null
  return (
    <>
      <ul className="bp-late">
        {first.cases.slice(0, shown).map(({ claimId, caseNumber, stage, clock, why }) => (
          <li key={claimId}>
            <DueChip dueAt={clock?.dueAt ?? null} warnAt={clock?.warnAt ?? null} />
            <span>
              <Link to="/claims/$claimId" params={{ claimId }}>
                <CaseNumber>{caseNumber}</CaseNumber>
              </Link>{' '}
              <small>{t(`blocks:stage.${stage}`)}</small>
            </span>
            <div className="bp-why">
              <LateReasons why={why} />
            </div>
          </li>
        ))}
      </ul>
      {first.count > shown && (
        <Link to="/cases" search={late}>
          {t('board:board.allLate', { count: first.count })}
        </Link>
      )}
    </>
  )
}
