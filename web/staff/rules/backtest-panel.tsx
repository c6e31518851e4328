import { useMutation } from '@tanstack/react-query'
import type { RuleTableId } from '../../../domain/rules/contracts.ts'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Money } from '../../blocks/money.tsx'
import { ProblemLine } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { useText } from '../../language/language.ts'
import { type Backtest, type Draft, runBacktest } from './queries.ts'
import { useRuleWords } from './rule-words.ts'

interface PanelProps {
  readonly table: RuleTableId
  readonly draft: Draft
  readonly disabled?: boolean
}

/** Tries the draft on closed claims and shows what it would change. */
export function BacktestPanel({ table, draft, disabled = false }: PanelProps) {
  const t = useText()
  const run = useMutation({ mutationFn: () => runBacktest(table, draft) })
  return (
    <section>
      <h2>{t('rules:backtest.title')}</h2>
      <p>{t('rules:backtest.help')}</p>
      <button
        type="button"
        className="lp-plain-button"
        disabled={disabled || run.isPending}
        onClick={() => run.mutate()}
      >
        {t(run.isPending ? 'rules:backtest.running' : 'rules:backtest.run')}
      </button>
      <ProblemLine error={run.error} />
      <div role="status">{run.data !== undefined && <Result found={run.data} />}</div>
    </section>
  )
}

function Result({ found }: { readonly found: Backtest }) {
  const t = useText()
  const { decisions, claims, changedDecisions, changedClaims, notComparable, milliseconds } = found
  if (decisions + notComparable === 0) return <p>{t('rules:backtest.nothingAsked')}</p>
  const seconds = (milliseconds / 1000).toFixed(1)
  return (
    <>
      <p>{t('rules:backtest.asked', { decisions, claims, seconds })}</p>
      <p className="ru-verdict">
        {changedDecisions === 0
          ? t('rules:backtest.unchanged')
          : t('rules:backtest.changed', { changedDecisions, changedClaims })}
      </p>
      {notComparable > 0 && <p>{t('rules:backtest.notComparable', { notComparable })}</p>}
      {found.amounts.map(({ name, risen, fallen, netMinor, largestRiseMinor, largestFallMinor }) => (
        <p key={name}>
          {t(`rules:amount.${name}`)}: {t('rules:backtest.moved', { risen, fallen })}{' '}
          {netMinor === null ? t('rules:backtest.beyond') : <Money minor={netMinor} />} ·{' '}
          {t('rules:backtest.largest')} <Money minor={largestRiseMinor} /> /{' '}
          <Money minor={-largestFallMinor} />
        </p>
      ))}
      {found.outputs.length > 0 && <Outputs found={found} />}
      {found.samples.length > 0 && <Examples found={found} />}
    </>
  )
}

function Outputs({ found }: { readonly found: Backtest }) {
  const t = useText()
  const words = useRuleWords()
  return (
    <Wide label={t('rules:backtest.outputs')}>
      <table className="ru-table">
        <thead>
          <tr>
            <th>{t('rules:backtest.output')}</th>
            <th>{t('rules:backtest.count')}</th>
            <th>{t('rules:backtest.transitions')}</th>
          </tr>
        </thead>
        <tbody>
          {found.outputs.map(({ output, subject, decisions, transitions }) => (
            <tr key={`${output} ${subject ?? ''}`}>
              <td>
                {words.column(output)} {subject}
              </td>
              <td className="ru-figure">{decisions}</td>
              <td>
                {transitions.map((one) => (
                  <div key={JSON.stringify([one.from, one.to])}>
                    {words.value(output, one.from)} → {words.value(output, one.to)} × {one.decisions}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Examples({ found }: { readonly found: Backtest }) {
  const t = useText()
  const words = useRuleWords()
  return (
    <details>
      <summary>{t('rules:backtest.examples', { count: found.samples.length })}</summary>
      <Wide label={t('rules:backtest.examples', { count: found.samples.length })}>
        <table className="ru-table">
          <thead>
            <tr>
              <th>{t('rules:backtest.case')}</th>
              <th>{t('rules:backtest.rows')}</th>
              <th>{t('rules:backtest.transitions')}</th>
            </tr>
          </thead>
          <tbody>
            {found.samples.map(({ caseNumber, at, usedRows, draftRows, differences }) => (
              <tr key={`${caseNumber} ${at}`}>
                <td>
                  <CaseNumber>{caseNumber}</CaseNumber>
                </td>
                <td>
                  {usedRows.join(', ')} → {draftRows.join(', ')}
                </td>
                <td>
                  {differences.map(({ output, subject, from, to }) => (
                    <div key={`${output} ${subject ?? ''}`}>
                      {words.column(output)} {subject} {words.value(output, from)} → {words.value(output, to)}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}
