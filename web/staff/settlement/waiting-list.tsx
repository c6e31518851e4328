import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { DueChip } from '../../blocks/due-chip.tsx'
import { Money } from '../../blocks/money.tsx'
import { Failed, Loading } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { useText } from '../../language/language.ts'
import { type WaitingKind, type WaitingTask, type WaitingView, waitingQuery } from './queries.ts'

interface WaitingListProps {
  readonly kind: WaitingKind
  readonly view: WaitingView
  /** What stands where nothing waits. */
  readonly empty: ReactNode
  /** Leads to where the work is done; its name is the case number. */
  readonly link: (task: WaitingTask, name: ReactNode) => ReactNode
}

/** Settlements that wait for a decision or for their release, with the amount that is asked. */
export function WaitingList({ kind, view, empty, link }: WaitingListProps) {
  const t = useText()
  const list = useInfiniteQuery(waitingQuery(kind, view))
  const tasks = list.data?.pages.flatMap((page) => page.tasks) ?? []
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  if (tasks.length === 0) return empty
  const columns = ['due', 'caseNumber', 'customer', 'line', 'kind', 'asked', 'assignee'] as const
  return (
    <>
      <Wide label={t('settlement:list.title')}>
        <table className="se-table lp-stacked">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === 'asked' ? 'lp-money' : undefined}>
                  {t(`settlement:list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={`${task.claimId} ${task.taskId}`}>
                <td data-label={t('settlement:list.due')}>
                  <DueChip
                    dueAt={task.dueAt}
                    warnAt={task.clock?.warnAt ?? null}
                    paused={task.clock?.status === 'paused'}
                  />
                </td>
                <td data-label={t('settlement:list.caseNumber')}>
                  {link(task, <CaseNumber>{task.caseNumber}</CaseNumber>)}
                </td>
                <td data-label={t('settlement:list.customer')}>{task.customer}</td>
                <td data-label={t('settlement:list.line')}>{t(`blocks:line.${task.line}`)}</td>
                <td data-label={t('settlement:list.kind')}>
                  {task.asked !== null && t(`settlement:kind.${task.asked.kind}`)}
                </td>
                <td className="lp-money" data-label={t('settlement:list.asked')}>
                  <Money minor={task.asked?.amountMinor ?? null} />
                </td>
                <td data-label={t('settlement:list.assignee')}>
                  {task.assigneeName ?? t('settlement:list.nobody')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {list.hasNextPage && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => void list.fetchNextPage()}>
            {t('settlement:list.more')}
          </button>
        </p>
      )}
    </>
  )
}
