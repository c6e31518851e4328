import { useId } from 'react'
import { useText } from '../../../language/language.ts'
import type { CaseFilter } from '../case-filter.ts'

interface ChoiceProps {
  readonly name: 'stage' | 'term' | 'age' | 'line' | 'branchId'
  readonly filter: CaseFilter
  readonly values: readonly string[]
  readonly say: (value: string) => string
  readonly go: (next: Readonly<Record<string, string | number | undefined>>) => void
}

/** What the claims are narrowed to by one word of a few; the first choice is all of them. */
export function Choice({ name, filter, values, say, go }: ChoiceProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{t(`board:filter.${name}`)}</label>
      <select
        id={id}
        value={filter[name] ?? ''}
        onChange={({ target }) => go({ ...filter, [name]: target.value === '' ? undefined : target.value })}
      >
        <option value="">{t('board:filter.all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {say(value)}
          </option>
        ))}
      </select>
    </div>
  )
}
