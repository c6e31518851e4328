import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { RuleTable } from '../../../../domain/rules/table.ts'
import { Field } from '../../../blocks/field.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { useDraft } from '../../claim/forms/use-draft.ts'
import { BacktestPanel } from '../backtest-panel.tsx'
import { FaultLine } from '../fault-line.tsx'
import { checkQuery, type Columns, type Fault, rulesKey } from '../queries.ts'
import { Cases } from './cases.tsx'
import { placeFaults } from './fault-places.ts'
import { Grid } from './grid.tsx'

interface EditorProps {
  /** The newest published version as of today, with which a draft begins. */
  readonly base: RuleTable
  readonly next: number
  readonly columns: Columns
}

/** The document once nobody has typed for a moment: each check costs a request. */
function useSettled(document: RuleTable): RuleTable {
  const [settled, setSettled] = useState(document)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(document), 400)
    return () => clearTimeout(timer)
  }, [document])
  return settled
}

/** The next version as it is being written; it stays in this browser until it is proposed. */
export function Editor({ base, next, columns }: EditorProps) {
  const t = useText()
  const navigate = useNavigate()
  const draft = useDraft<{ rows: RuleTable | null }>(`rules.${base.id}.${base.version}`, { rows: null })
  const document: RuleTable = { ...(draft.value.rows ?? base), version: next }
  const change = (table: RuleTable) => draft.change({ rows: table })
  const settled = useSettled(draft.value.rows ?? base)
  const checking = useQuery(checkQuery({ ...settled, version: next }))
  const current =
    !checking.isPlaceholderData && JSON.stringify({ ...settled, version: next }) === JSON.stringify(document)
  const faults = placeFaults(document, checking.data?.faults ?? [])
  const propose = useChange({
    stale: [rulesKey],
    send: async (body: RuleTable, key) =>
      answer(
        api.POST('/rules/{table}/versions', {
          params: { path: { table: base.id }, header: { 'idempotency-key': key } },
          body: { ...body },
        }),
      ),
    done: ({ version }) => {
      draft.forget()
      void navigate({
        to: '/rules/$tableId/versions/$version',
        params: { tableId: base.id, version: String(version) },
      })
    },
  })
  const sound = current && checking.data?.faults.length === 0
  return (
    <div className="st-paper ru-draft">
      <h2>{t('rules:editor.title', { version: next })}</h2>
      <p>{t('rules:editor.help')}</p>
      <div className="ru-dates">
        <Field
          label={t('rules:head.effectiveFrom')}
          type="date"
          value={document.effectiveFrom}
          onChange={(event) => change({ ...document, effectiveFrom: event.target.value })}
        />
        <Field
          label={t('rules:head.effectiveTo')}
          type="date"
          value={document.effectiveTo ?? ''}
          onChange={(event) => change(withEnd(document, event.target.value))}
        />
      </div>
      <Grid table={document} columns={columns} faults={faults} change={change} />
      <h2>{t('rules:cases.title')}</h2>
      <Cases table={document} checked={checking.data} outputs={columns.outputs} change={change} />
      <BacktestPanel table={base.id} draft={{ document }} disabled={!sound} />
      <h2>{t('rules:editor.propose')}</h2>
      <div role="status">
        <Verdict checked={checking.data?.faults} current={current} elsewhere={faults.elsewhere} />
      </div>
      <ProblemLine error={checking.error} />
      <ProblemLine error={propose.error} />
      <p className="ru-actions">
        <button
          type="button"
          className="lp-main-button"
          disabled={!sound || propose.isPending}
          onClick={() => propose.mutate(document)}
        >
          {t('rules:editor.proposeIt')}
        </button>
        {draft.value.rows !== null && (
          <button type="button" className="lp-plain-button" onClick={() => draft.change({ rows: null })}>
            {t('rules:editor.discard')}
          </button>
        )}
      </p>
    </div>
  )
}

interface VerdictProps {
  readonly checked: readonly Fault[] | undefined
  readonly current: boolean
  readonly elsewhere: readonly Fault[]
}

function Verdict({ checked, current, elsewhere }: VerdictProps) {
  const t = useText()
  if (checked === undefined || !current) return <p>{t('rules:editor.checking')}</p>
  if (checked.length === 0) return <p className="ru-passes">{t('rules:editor.sound')}</p>
  return (
    <>
      <p className="lp-error">{t('rules:editor.faults', { count: checked.length })}</p>
      {elsewhere.map((fault) => (
        <FaultLine key={`${fault.code} ${fault.at}`} fault={fault} place />
      ))}
    </>
  )
}

function withEnd(table: RuleTable, day: string): RuleTable {
  const { effectiveTo: _, ...others } = table
  return day === '' ? others : { ...others, effectiveTo: day }
}
