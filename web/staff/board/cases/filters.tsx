import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../../../language/language.ts'
import { ages, type CaseFilter, stages, terms } from '../case-filter.ts'
import { lines } from '../../lines.ts'
import { loadQuery } from '../queries.ts'
import { Choice } from './choice.tsx'
import { useBranches } from './use-branches.ts'

/** What the list is narrowed to: what is asked often by choice, what a number led to as a word that can be dropped. */
export function Filters({ filter }: { readonly filter: CaseFilter }) {
  const t = useText()
  const navigate = useNavigate()
  const go = (next: Readonly<Record<string, string | number | undefined>>) =>
    void navigate({ to: '/cases', search: next as CaseFilter, replace: true })
  const chips = useChips(filter)
  const branches = useBranches()
  return (
    <div className="bd-filters">
      <Choice name="stage" filter={filter} values={stages} say={(one) => t(`blocks:stage.${one}`)} go={go} />
      <Choice name="term" filter={filter} values={terms} say={(one) => t(`board:term.${one}`)} go={go} />
      <Choice name="age" filter={filter} values={ages} say={(one) => t(`board:age.${one}`)} go={go} />
      <Choice name="line" filter={filter} values={lines} say={(one) => t(`blocks:line.${one}`)} go={go} />
      {branches.length > 1 && (
        <Choice
          name="branchId"
          filter={filter}
          values={branches.map(({ branchId }) => branchId)}
          say={(one) => branches.find(({ branchId }) => branchId === one)?.name ?? '…'}
          go={go}
        />
      )}
      {chips.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className="bd-chip"
          aria-label={t('board:filter.drop', { what: text })}
          onClick={() =>
            go({ ...filter, [name]: undefined, ...(name === 'waiting' ? { level: undefined } : {}) })
          }
        >
          {text} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  )
}

function useChips({ contactId, holderId, lateClock, waiting, level }: CaseFilter) {
  const t = useText()
  const people = useQuery({ ...loadQuery, enabled: contactId !== undefined || holderId !== undefined })
  const who = (id: string) => people.data?.find(({ personId }) => personId === id)?.displayName ?? '…'
  return [
    ...(contactId === undefined
      ? []
      : [{ name: 'contactId', text: t('board:filter.contactId', { who: who(contactId) }) }]),
    ...(holderId === undefined
      ? []
      : [{ name: 'holderId', text: t('board:filter.holderId', { who: who(holderId) }) }]),
    ...(lateClock === undefined
      ? []
      : [{ name: 'lateClock', text: t('board:filter.lateClock', { clock: t(`claim:clock.${lateClock}`) }) }]),
    ...(waiting === undefined
      ? []
      : [
          {
            name: 'waiting',
            text: level === undefined ? t(`board:waiting.${waiting}`) : t('board:waiting.level', { level }),
          },
        ]),
  ]
}
