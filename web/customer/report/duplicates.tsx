import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../blocks/case-number.tsx'
import type { Problem } from '../../http/problem.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { ownClaimsQuery } from '../home/queries.ts'

interface DuplicatesProps {
  readonly problem: Problem
  readonly seen: boolean
  readonly setSeen: (seen: boolean) => void
}

/** What may be the same accident, to be looked at; whoever says that it is another one goes on. */
export function Duplicates({ problem, seen, setSeen }: DuplicatesProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const own = useQuery(ownClaimsQuery).data?.claims ?? []
  const numbers = (problem.details['caseNumbers'] ?? []) as readonly string[]
  return (
    <section className="my-card my-wanted-card" role="alert">
      <h2>{say(problem.text)}</h2>
      <ul>
        {numbers.map((caseNumber) => {
          const claim = own.find((one) => one.caseNumber === caseNumber)
          return (
            <li key={caseNumber}>
              {claim === undefined ? (
                <CaseNumber>{caseNumber}</CaseNumber>
              ) : (
                <Link to="/claims/$claimId" params={{ claimId: claim.claimId }}>
                  {t(`blocks:cause.${claim.cause}`)} · {formatInstant(claim.lossAt, language)}
                  <br />
                  <CaseNumber>{caseNumber}</CaseNumber>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      <div className="my-choices">
        <label>
          <input type="checkbox" checked={seen} onChange={({ target }) => setSeen(target.checked)} />
          {t('customer:report.another')}
        </label>
      </div>
    </section>
  )
}
