import { useNavigate } from '@tanstack/react-router'
import { useText } from '../../../language/language.ts'
import { lines } from '../../lines.ts'
import { scopeOf } from '../case-filter.ts'
import { Choice } from '../cases/choice.tsx'
import { useBranches } from '../cases/use-branches.ts'
import { useScope } from './use-scope.ts'

/** Narrows the whole board to a line of business, and to a branch where there are several. */
export function ScopeChoices() {
  const t = useText()
  const navigate = useNavigate()
  const scope = useScope()
  const branches = useBranches()
  const go = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/board', search: scopeOf(next), replace: true })
  return (
    <div className="bd-filters">
      <Choice name="line" filter={scope} values={lines} say={(one) => t(`blocks:line.${one}`)} go={go} />
      {branches.length > 1 && (
        <Choice
          name="branchId"
          filter={scope}
          values={branches.map(({ branchId }) => branchId)}
          say={(one) => branches.find(({ branchId }) => branchId === one)?.name ?? '…'}
          go={go}
        />
      )}
    </div>
  )
}
