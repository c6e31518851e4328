import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Shape } from '../../blocks/shape.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { formatSecond } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { Proof } from './proof.tsx'
import type { Entry } from './queries.ts'

const columns = ['at', 'who', 'what', 'outcome', 'where', 'proof'] as const

export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useText()
  return (
    <Wide label={t('audit:title')}>
      <table className="bd-table lp-stacked">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Line key={`${entry.chain} ${entry.sequence}`} entry={entry} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Line({ entry }: { readonly entry: Entry }) {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { chain, sequence, at, actorName, actorKind, action, outcome, code, caseNumber } = entry
  return (
    <>
      <tr>
        <td data-label={t('audit:column.at')}>{formatSecond(at, language)}</td>
        <td data-label={t('audit:column.who')}>{actorName ?? t(`audit:kind.${actorKind}`)}</td>
        <td data-label={t('audit:column.what')}>{t(`audit:action.${action}`)}</td>
        <td data-label={t('audit:column.outcome')}>
          <div>
            <span className="au-outcome" data-outcome={outcome}>
              <Shape name={outcome === 'done' ? 'tick' : 'triangle'} size={12} />{' '}
              {t(`audit:outcome.${outcome}`)}
            </span>
            {code !== null && <small>{code}</small>}
          </div>
        </td>
        <td data-label={t('audit:column.where')}>
          <div>
            {caseNumber === null ? (
              t('audit:outside')
            ) : (
              <Link to="/claims/$claimId" params={{ claimId: chain }}>
                <CaseNumber>{caseNumber}</CaseNumber>
              </Link>
            )}
            <small>{t('audit:place', { sequence })}</small>
          </div>
        </td>
        <td>
          <button
            type="button"
            className="lp-quiet-button au-show"
            aria-expanded={open}
            aria-label={t('audit:showProof', { sequence })}
            onClick={() => setOpen(!open)}
          >
            {t('audit:column.proof')}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={columns.length}>
            <Proof entry={entry} />
          </td>
        </tr>
      )}
    </>
  )
}
