import { useQuery } from '@tanstack/react-query'
import { useText } from '../../language/language.ts'
import { Choice } from './choice.tsx'
import { branchesQuery } from './queries.ts'

/** Undefined as long as nothing was chosen, null for all branches: nobody gets those because a form began with them. */
export type ChosenBranch = string | null | undefined

const everywhere = 'everywhere'

interface BranchChoiceProps {
  readonly value: ChosenBranch
  readonly change: (branchId: ChosenBranch) => void
}

/** One branch, or all of them where somebody says so. */
export function BranchChoice({ value, change }: BranchChoiceProps) {
  const t = useText()
  const branches = useQuery(branchesQuery)
  return (
    <Choice
      label={t('administration:people.branch')}
      value={value === null ? everywhere : (value ?? '')}
      change={(chosen) => change(chosen === everywhere ? null : chosen === '' ? undefined : chosen)}
      options={[
        { value: '', name: t('administration:choose') },
        ...(branches.data ?? []).map(({ branchId, name }) => ({ value: branchId, name })),
        { value: everywhere, name: t('administration:everywhere') },
      ]}
    />
  )
}
