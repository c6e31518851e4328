import './reserve.css'
import { useQuery } from '@tanstack/react-query'
import { Money, formatMoney } from '../../../blocks/money.tsx'
import { Shape } from '../../../blocks/shape.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { Section } from '../sections/section.tsx'
import { type Reserve, reserveQuery } from './query.ts'
import { ReserveLine } from './reserve-line.tsx'

/** What is set aside, how it came to that, and whether it was enough. */
export function ReserveSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const { indemnityMinor, expenseMinor } = view.claim.reserve
  const reserve = useQuery(reserveQuery(view.claimId, view.etag))
  return (
    <Section
      id="reserve"
      title={t('claim:section.reserve')}
      finished
      result={<Money minor={indemnityMinor + expenseMinor} />}
    >
      {reserve.isPending && <Loading lines={4} />}
      {reserve.isError && <Failed error={reserve.error} again={() => void reserve.refetch()} />}
      {reserve.isSuccess && <Figures reserve={reserve.data} />}
    </Section>
  )
}

function Figures({ reserve }: { readonly reserve: Reserve }) {
  const t = useText()
  const { indemnityMinor, expenseMinor, owedMinor, check, movements } = reserve
  return (
    <>
      <dl className="cl-facts">
        {(
          [
            ['indemnity', indemnityMinor],
            ['expense', expenseMinor],
            ['owed', owedMinor],
          ] as const
        ).map(([name, minor]) => (
          <div key={name}>
            <dt>{t(`claim:reserve.${name}`)}</dt>
            <dd>
              <Money minor={minor} />
            </dd>
          </div>
        ))}
      </dl>
      {check !== null && (
        <p className="cl-reserve-check" data-adequate={check.adequate}>
          <Shape name={check.adequate ? 'tick' : 'triangle'} />{' '}
          {t(`claim:reserve.${check.adequate ? 'adequate' : 'short'}`, {
            estimate: formatMoney(check.estimateMinor),
            paid: formatMoney(check.paidMinor),
          })}
        </p>
      )}
      <ReserveLine movements={movements} />
      <Movements movements={movements} />
    </>
  )
}

const rules = new Set(['opened', 'settlement', 'paid', 'rejected', 'withdrawn', 'payment', 'return'])

function Movements({ movements }: Pick<Reserve, 'movements'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <Wide label={t('claim:section.reserve')}>
      <table className="cl-table cl-reserve-table lp-stacked">
        <thead>
          <tr>
            <th scope="col">{t('claim:reserve.when')}</th>
            <th scope="col">{t('claim:reserve.what')}</th>
            <th scope="col">{t('claim:reserve.why')}</th>
            <th scope="col" data-money>
              {t('claim:reserve.change')}
            </th>
            <th scope="col" data-money>
              {t('claim:reserve.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {movements
            .toReversed()
            .map(({ at, part, stage, reason, changeMinor, balanceMinor, byName, note }, index) => (
              <tr key={movements.length - index}>
                <td data-label={t('claim:reserve.when')}>
                  <div>
                    {formatInstant(at, language)}
                    <br />
                    <small className="cl-soft">{t(`blocks:stage.${stage}`)}</small>
                  </div>
                </td>
                <td data-label={t('claim:reserve.what')}>{t(`claim:reserve.${part}`)}</td>
                <td data-label={t('claim:reserve.why')}>
                  <div>
                    {t(`claim:reserve.by.${reason}`)}
                    {byName !== null && !rules.has(reason) && <small className="cl-soft"> · {byName}</small>}
                    {note !== null && !rules.has(reason) && (
                      <>
                        <br />
                        <small>“{note}”</small>
                      </>
                    )}
                  </div>
                </td>
                <td className="lp-money" data-label={t('claim:reserve.change')}>
                  {changeMinor > 0 && '+'}
                  {formatMoney(changeMinor)}
                </td>
                <td className="lp-money" data-label={t('claim:reserve.balance')}>
                  {formatMoney(balanceMinor)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Wide>
  )
}
