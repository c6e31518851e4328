import '../rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { RuleTableId } from '../../../../domain/rules/contracts.ts'
import { DecisionForm } from '../../../blocks/decision-form.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { meQuery } from '../../../http/queries.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { BacktestPanel } from '../backtest-panel.tsx'
import { documentQuery, rulesKey, type Version, versionsQuery } from '../queries.ts'
import { newestPublished, stateOf } from '../version-state.ts'
import { DifferenceTable } from './difference-table.tsx'

/** One version beside the one before it: read cell by cell, tried on closed claims, published or returned. */
export function ReviewPage() {
  const t = useText()
  const { tableId, version } = useParams({ from: '/shell/rules/$tableId/versions/$version' })
  const list = useQuery(versionsQuery)
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const versions = list.data.filter((one) => one.tableId === tableId)
  const shown = versions.find((one) => one.version === Number(version))
  if (shown === undefined) return <Empty title={t('rules:review.none')} />
  return <Review key={shown.id} shown={shown} versions={versions} />
}

interface ReviewProps {
  readonly shown: Version
  readonly versions: readonly Version[]
}

function Review({ shown, versions }: ReviewProps) {
  const t = useText()
  const { tableId, version } = shown
  const base = newestPublished(versions, version)
  const after = useQuery(documentQuery(tableId, version))
  const before = useQuery({
    ...documentQuery(tableId, base?.version ?? version),
    enabled: base !== undefined,
  })
  const state = stateOf(shown, versions)
  if (after.isPending || (base !== undefined && before.isPending)) return <Loading />
  if (after.isError) return <Failed error={after.error} again={() => void after.refetch()} />
  return (
    <>
      <p>
        <Link to="/rules/$tableId" params={{ tableId }}>
          ← {t(`rules:table.${tableId}`)}
        </Link>
      </p>
      <h1>{t('rules:review.title', { table: t(`rules:table.${tableId}`), version })}</h1>
      <p>
        {t(`rules:state.${state}`)}
        {' · '}
        {shown.authorName === null ? t('rules:defaults') : t('rules:review.by', { name: shown.authorName })}
        {shown.reviewerName !== null && ` · ${t('rules:review.reviewedBy', { name: shown.reviewerName })}`}
      </p>
      {shown.returnReason !== null && (
        <p className="lp-error">{t('rules:review.returnedFor', { reason: shown.returnReason })}</p>
      )}
      <div className="st-paper">
        <h2>
          {base === undefined
            ? t('rules:review.first')
            : t('rules:review.against', { version: base.version })}
        </h2>
        <DifferenceTable before={base === undefined ? undefined : before.data} after={after.data} />
        <BacktestPanel table={tableId} draft={{ versionId: shown.id }} />
        {state === 'proposed' && <Decide shown={shown} tableId={tableId} />}
      </div>
    </>
  )
}

function Decide({ shown, tableId }: { readonly shown: Version; readonly tableId: RuleTableId }) {
  const t = useText()
  const navigate = useNavigate()
  const { data: me } = useQuery(meQuery)
  const decide = useChange({
    stale: [rulesKey],
    send: async ({ choice, reason }: { readonly choice: string; readonly reason: string }, key) => {
      const params = { path: { id: shown.id }, header: { 'idempotency-key': key } }
      const { documentHash } = shown
      return choice === 'publish'
        ? answer(api.POST('/rules/proposals/{id}/publication', { params, body: { documentHash } }))
        : answer(api.POST('/rules/proposals/{id}/return', { params, body: { documentHash, reason } }))
    },
    done: () => void navigate({ to: '/rules/$tableId', params: { tableId } }),
  })
  if (me?.personId === shown.authorPersonId) return <p>{t('rules:review.own')}</p>
  return (
    <section>
      <h2>{t('rules:review.decide')}</h2>
      <DecisionForm
        choices={[
          { value: 'publish', name: t('rules:review.publish'), plain: true },
          { value: 'return', name: t('rules:review.return') },
        ]}
        pending={decide.isPending}
        error={decide.error}
        decide={(decision) => decide.mutate(decision)}
      />
    </section>
  )
}
