import { useInfiniteQuery } from '@tanstack/react-query'
import { Table, type TableProps, Tabs } from 'antd'
import { useState } from 'react'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { DueChip } from '../../../blocks/due-chip.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { type Task, type View, views, worklistQuery } from './queries.ts'

/** What is due next, in one's own hands, in the team, and what nobody has yet. */
export function WorklistPage() {
  const t = useText()
  const [view, setView] = useState<View>('mine')
  const list = useInfiniteQuery(worklistQuery(view))
  const counts = list.data?.pages.at(-1)?.counts
  const tasks = list.data?.pages.flatMap((page) => page.tasks) ?? []
  return (
    <>
      <h1>{t('handler:worklist.title')}</h1>
      <Tabs
        activeKey={view}
        onChange={(key) => setView(key as View)}
        items={views.map((key) => ({
          key,
          label: `${t(`handler:worklist.view.${key}`)} ${counts?.[key] ?? ''}`,
        }))}
      />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && (
        <Empty title={t('handler:worklist.empty')} hint={t('handler:worklist.emptyHint')} />
      )}
      {tasks.length > 0 && <Tasks tasks={tasks} />}
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

function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  const t = useText()
  const columns: TableProps<Task>['columns'] = [
    {
      key: 'due',
      title: t('handler:worklist.due'),
      render: (_, { dueAt, clock }) => (
        <DueChip dueAt={dueAt} warnAt={clock?.warnAt ?? null} paused={clock?.status === 'paused'} />
      ),
    },
    {
      key: 'caseNumber',
      title: t('handler:worklist.caseNumber'),
      render: (_, { caseNumber }) => <CaseNumber>{caseNumber}</CaseNumber>,
    },
    { key: 'customer', title: t('handler:worklist.customer'), dataIndex: 'customer' },
    { key: 'line', title: t('handler:worklist.line'), render: (_, { line }) => t(`blocks:line.${line}`) },
    {
      key: 'stage',
      title: t('handler:worklist.stage'),
      render: (_, { stage }) => t(`blocks:stage.${stage}`),
    },
    { key: 'kind', title: t('handler:worklist.task'), render: (_, { kind }) => t(`handler:task.${kind}`) },
    {
      key: 'amount',
      title: t('handler:worklist.amount'),
      align: 'right',
      render: (_, { estimatedMinor }) => <Money minor={estimatedMinor} />,
    },
    { key: 'assignee', title: t('handler:worklist.assignee'), dataIndex: 'assigneeName' },
  ]
  return (
    <Wide label={t('handler:worklist.title')}>
      <Table
        rowKey={({ claimId, taskId }) => `${claimId} ${taskId}`}
        columns={columns}
        dataSource={[...tasks]}
        pagination={false}
        size="middle"
      />
    </Wide>
  )
}
