import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failed, Loading } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import type { Text } from '../../../domain/text.ts'
import { useSay, useText } from '../../language/language.ts'
import { limitsQuery } from './queries.ts'

/** Rules that hold amounts and counts; what else has to hold stands in the table itself. */
const limits = ['amount', 'customerLimit', 'policyLimit', 'authority'] as const

/** How much and how often software may pay, by the table in force today. */
export function Limits({ edits }: { readonly edits: boolean }) {
  const t = useText()
  const say = useSay()
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
          <table className="se-table ft-limits">
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
                      <th scope="row">{t(`claim:fastTrack.rule.${rule}`)}</th>
                      <td>{say(gives['reason'] as Text)}</td>
                      <td>
                        {Object.entries(when).map(([name, cell]) => (
                          <div key={name}>
                            {t(`rules:column.${name}`)} <code>{cell}</code>
                          </div>
                        ))}
                      </td>
                      <td>{typeof gives['clause'] === 'string' && gives['clause']}</td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </Wide>
      )}
      {table.data && (
        <p className="ft-soft">
          {t('fast-track:limits.version', { version: table.data.version, from: table.data.effectiveFrom })}
        </p>
      )}
    </>
  )
}
