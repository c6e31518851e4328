import './visits.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { DueChip } from '../../../blocks/due-chip.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { worklistQuery } from '../worklist/queries.ts'

/** A surveyor's visits on their phone: what they were asked and what they have taken, by what is due first. */
export function VisitsPage() {
  const t = useText()
  const list = useInfiniteQuery(worklistQuery('mine'))
  const visits = (list.data?.pages.flatMap(({ tasks }) => tasks) ?? []).filter(
    ({ kind }) => kind === 'answerSurveyOffer' || kind === 'survey',
  )
  return (
    <>
      <h1>{t('handler:visits.title')}</h1>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && visits.length === 0 && (
        <Empty title={t('handler:visits.none')} hint={t('handler:worklist.emptyHint')} />
      )}
      <ul className="vi-list">
        {visits.map(({ claimId, taskId, kind, caseNumber, customer, line, dueAt, clock }) => (
          <li key={taskId}>
            <Link to="/visits/$claimId" params={{ claimId }}>
              <strong>{t(`handler:task.${kind}`)}</strong>
              <DueChip dueAt={dueAt} warnAt={clock?.warnAt ?? null} />
              <span>
                {customer} · {t(`blocks:line.${line}`)}
              </span>
              <CaseNumber>{caseNumber}</CaseNumber>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
