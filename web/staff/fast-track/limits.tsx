import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failed, Loading } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import type { Text } from '../../../domain/text.ts'
import { formatCivilDate } from '../../language/dates.ts'
import { clauseIn } from '../../language/clauses.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { useRuleWords } from '../rules/rule-words.ts'
import { limitsQuery } from './queries.ts'

/** Rules that hold amounts and counts; what else has to hold stands in the table itself. */
const limits = ['amount', 'customerLimit', 'policyLimit', 'authority'] as const

/** Columns that are told in full here, where they stand alone; the head of the sheet in which they are edited is short. */
const named: ReadonlySet<string> = new Set([
  'customerMonthClaims',
  'customerYearClaims',
  'customerYearMinor',
  'policyYearClaims',
  'policyYearMinor',
  'withinAuthority',
])

/** Of which lines it is stands in the name of the limit. */
const conditionsOf = (when: Readonly<Record<string, string>>) =>
  Object.entries(when).filter(([column]) => column !== 'line')

/** How much and how often software may pay, by the table in force today. */
export function Limits({ edits }: { readonly edits: boolean }) {
  const t = useText()
  const words = useRuleWords()
  const say = useSay()
  const language = useLanguage()
  const table = useQuery(limitsQuery)
  return (
    <>
      <h2>{t('fast-track:limits.title')}</h2>
      <p>{t('fast-track:limits.what')}</p>
      {edits && (
        <p>
          <Link to="/rules/$tableId" params={{ tableId: 'fastTrack' }}>
            {t('fast-track:limits.edit')}
          </Link>
        </p>
      )}
      {table.isPending && <Loading />}
      {table.isError && <Failed error={table.error} again={() => void table.refetch()} />}
      {table.data && (
        <Wide label={t('fast-track:limits.title')}>
          <table className="se-table lp-stacked lp-below ft-limits">
            <thead>
              <tr>
                <th scope="col">{t('fast-track:limits.rule')}</th>
                <th scope="col">{t('fast-track:limits.passes')}</th>
                <th scope="col">{t('fast-track:limits.condition')}</th>
                <th scope="col">{t('fast-track:limits.source')}</th>
              </tr>
            </thead>
            <tbody>
              {limits.flatMap((rule) =>
                (table.data?.rows ?? [])
                  .filter(({ gives }) => gives['rule'] === rule && gives['result'] === 'pass')
                  .map(({ id, when, gives }) => (
                    <tr key={id}>
                      <th scope="row">
                        {when['line'] === undefined
                          ? t(`claim:fastTrack.rule.${rule}`)
                          : t('fast-track:limits.ofLine', {
                              rule: t(`claim:fastTrack.rule.${rule}`),
                              line: words.condition('line', when['line']),
                            })}
                      </th>
                      <td data-label={t('fast-track:limits.passes')}>{say(gives['reason'] as Text)}</td>
                      <td data-label={t('fast-track:limits.condition')}>
                        <ul className="ft-conditions">
                          {conditionsOf(when).map(([name, cell]) => (
                            <li key={name}>
                              {t('claim:about', {
                                what: named.has(name) ? t(`fast-track:column.${name}`) : words.column(name),
                                about: words.condition(name, cell),
                              })}
                            </li>
                          ))}
                        </ul>
                      </td>
                      <td data-label={t('fast-track:limits.source')}>
                        {typeof gives['clause'] === 'string' && clauseIn(language, gives['clause'])}
                      </td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </Wide>
      )}
      {table.data && (
        <p className="ft-soft">
          {t('fast-track:limits.version', {
            version: table.data.version,
            from: formatCivilDate(table.data.effectiveFrom, language),
          })}
        </p>
      )}
    </>
  )
}
