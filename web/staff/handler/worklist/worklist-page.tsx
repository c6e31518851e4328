import './worklist.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { DueChip } from '../../../blocks/due-chip.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { Views } from '../../views.tsx'
import { KeysHelp } from './keys-help.tsx'
import { type Task, type View, views, worklistQuery } from './queries.ts'
import { Search } from './search.tsx'
import { useKeys } from './use-keys.ts'

/** What is due next: in one's own hands, in the team, and what nobody has yet. By keyboard too. */
export function WorklistPage() {
  const t = useText()
  const navigate = useNavigate()
  const [view, setView] = useState<View>('mine')
  const [place, setPlace] = useState(0)
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const list = useInfiniteQuery(worklistQuery(view))
  const counts = list.data?.pages.at(-1)?.counts
  const tasks = list.data?.pages.flatMap((page) => page.tasks) ?? []
  const chosen = Math.min(place, Math.max(0, tasks.length - 1))
  useKeys({
    j: () => setPlace(Math.min(chosen + 1, tasks.length - 1)),
    k: () => setPlace(Math.max(chosen - 1, 0)),
    '/': () => search.current?.focus(),
    '?': () => setHelp(!help),
    Enter: () => {
      const claimId = tasks[chosen]?.claimId
      if (claimId !== undefined) void navigate({ to: '/claims/$claimId', params: { claimId } })
    },
  })
  return (
    <>
      <div className="wl-head">
        <h1>{t('handler:worklist.title')}</h1>
        <Search input={search} />
        <button type="button" className="lp-quiet-button" aria-expanded={help} onClick={() => setHelp(!help)}>
          {t('handler:keys.title')}
        </button>
      </div>
      {help && <KeysHelp />}
      <Views
        label={t('handler:worklist.title')}
        views={views}
        chosen={view}
        choose={(key) => {
          setView(key)
          setPlace(0)
        }}
        name={(key) => `${t(`handler:worklist.view.${key}`)} ${counts?.[key] ?? ''}`}
      />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && (
        <Empty title={t('handler:worklist.empty')} hint={t('handler:worklist.emptyHint')} />
      )}
      {tasks.length > 0 && <Tasks tasks={tasks} chosen={chosen} />}
      {list.hasNextPage && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => void list.fetchNextPage()}>
            {t('handler:worklist.more')}
          </button>
        </p>
      )}
    </>
  )
}

const columns = ['due', 'caseNumber', 'customer', 'line', 'stage', 'task', 'amount', 'assignee'] as const

function Tasks({ tasks, chosen }: { readonly tasks: readonly Task[]; readonly chosen: number }) {
  const t = useText()
  return (
    <Wide label={t('handler:worklist.title')}>
      <table className="wl-table lp-stacked">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`handler:worklist.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, index) => (
            <Row key={`${task.claimId} ${task.taskId}`} task={task} chosen={index === chosen} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Row({ task, chosen }: { readonly task: Task; readonly chosen: boolean }) {
  const t = useText()
  const row = useRef<HTMLTableRowElement>(null)
  const { claimId, caseNumber, customer, line, stage, kind, estimatedMinor, assigneeName, dueAt, clock } =
    task
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <tr ref={row} data-chosen={chosen} aria-current={chosen ? 'true' : undefined}>
      <td data-label={t('handler:worklist.due')}>
        <DueChip dueAt={dueAt} warnAt={clock?.warnAt ?? null} paused={clock?.status === 'paused'} />
      </td>
      <td data-label={t('handler:worklist.caseNumber')}>
        <Link to="/claims/$claimId" params={{ claimId }}>
          <CaseNumber>{caseNumber}</CaseNumber>
        </Link>
      </td>
      <td data-label={t('handler:worklist.customer')}>{customer}</td>
      <td data-label={t('handler:worklist.line')}>{t(`blocks:line.${line}`)}</td>
      <td data-label={t('handler:worklist.stage')}>{t(`blocks:stage.${stage}`)}</td>
      <td data-label={t('handler:worklist.task')}>{t(`handler:task.${kind}`)}</td>
      <td data-label={t('handler:worklist.amount')} className="lp-money">
        <Money minor={estimatedMinor} />
      </td>
      <td data-label={t('handler:worklist.assignee')}>{assigneeName ?? t('handler:worklist.nobody')}</td>
    </tr>
  )
}
