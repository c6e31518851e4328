import { Link } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { DueChip } from '../../../blocks/due-chip.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatLength } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { Case } from '../queries.ts'
import { LateReasons } from './late-reasons.tsx'

interface CaseTableProps {
  readonly cases: readonly Case[]
  /** Null for whoever may give nothing away. */
  readonly chosen: ReadonlySet<string> | null
  readonly choose: (chosen: ReadonlySet<string>) => void
}

const columns = ['due', 'caseNumber', 'stage', 'why', 'work', 'contact', 'amount'] as const

export function CaseTable({ cases, chosen, choose }: CaseTableProps) {
  const t = useText()
  // Where nothing is late nobody asks why.
  const late = cases.some(({ why }) => why.length > 0)
  const all = chosen !== null && cases.every(({ claimId }) => chosen.has(claimId))
  const set = (claimId: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(claimId)
    else next.delete(claimId)
    choose(next)
  }
  return (
    <Wide label={t('board:cases.title')}>
      <table className="bd-table lp-stacked">
        <thead>
          <tr>
            {chosen !== null && (
              <th scope="col">
                <label className="bd-tick">
                  <input
                    type="checkbox"
                    aria-label={t('board:cases.all')}
                    checked={all}
                    onChange={({ target }) =>
                      choose(new Set(target.checked ? cases.map(({ claimId }) => claimId) : []))
                    }
                  />
                </label>
              </th>
            )}
            {columns
              .filter((column) => late || column !== 'why')
              .map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`board:cases.${column}`)}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.claimId}>
              {chosen !== null && (
                <td data-label={t('board:cases.tick')}>
                  <label className="bd-tick">
                    <input
                      type="checkbox"
                      aria-label={t('board:cases.one', { caseNumber: one.caseNumber })}
                      checked={chosen.has(one.claimId)}
                      onChange={({ target }) => set(one.claimId, target.checked)}
                    />
                  </label>
                </td>
              )}
              <Cells of={one} late={late} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Cells({ of: one, late }: { readonly of: Case; readonly late: boolean }) {
  const t = useText()
  const language = useLanguage()
  const inStage = formatLength(Date.now() - Date.parse(one.stageEnteredAt), language)
  return (
    <>
      <td data-label={t('board:cases.due')}>
        <div>
          <DueChip
            dueAt={one.clock?.dueAt ?? null}
            warnAt={one.clock?.warnAt ?? null}
            paused={one.term === 'paused'}
          />
          {one.clock !== null && (
            <small>
              {t(`claim:clock.${one.clock.kind}`)}
              {one.clock.escalated > 0 && (
                <> · {t('board:cases.escalated', { count: one.clock.escalated })}</>
              )}
            </small>
          )}
        </div>
      </td>
      <td data-label={t('board:cases.caseNumber')}>
        <div>
          <Link to="/claims/$claimId" params={{ claimId: one.claimId }}>
            <CaseNumber>{one.caseNumber}</CaseNumber>
          </Link>
          <small>{t(`blocks:line.${one.line}`)}</small>
        </div>
      </td>
      <td data-label={t('board:cases.stage')}>
        <div>
          {t(`blocks:stage.${one.stage}`)}
          <small>{t('board:cases.inStage', { length: inStage })}</small>
        </div>
      </td>
      {late && (
        <td className="bd-why" data-label={t('board:cases.why')}>
          {one.why.length > 0 && (
            <div>
              <LateReasons why={one.why} />
            </div>
          )}
        </td>
      )}
      <td data-label={t('board:cases.work')}>
        <div>
          {one.work.length === 0 && t('board:cases.nothing')}
          {one.work.map(({ kind, role, assigneeName, away }, place) => (
            <div key={`${kind} ${place}`}>
              {t(`handler:task.${kind}`)}
              <small>
                {assigneeName ?? t('board:cases.anybody', { role: t(`blocks:role.${role}`) })}
                {away && <> · {t('board:load.away')}</>}
              </small>
            </div>
          ))}
        </div>
      </td>
      <td data-label={t('board:cases.contact')}>{one.contactName ?? t('board:cases.nobody')}</td>
      <td className="lp-money" data-label={t('board:cases.amount')}>
        <Money minor={one.estimatedMinor} />
      </td>
    </>
  )
}
