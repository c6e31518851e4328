import { Folded } from '../../blocks/folded.tsx'
import { Money } from '../../blocks/money.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { holderAndNumber } from '../claim/account-words.ts'
import type { ClaimView } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'
import { proposalNote } from './rulings.ts'

interface AskedProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** What is asked: the amount in figures and in 大写, who asks, and everybody who is to be paid. */
export function Asked({ view, settlement }: AskedProps) {
  const t = useText()
  const language = useLanguage()
  const note = proposalNote(view, settlement)
  const proposer = view.people.find(({ personId }) => personId === settlement.proposedBy)?.name ?? '—'
  return (
    <section className="st-paper" aria-label={t('settlement:asked.title')}>
      <p className="se-kind">
        {t(`settlement:kind.${settlement.kind}`)} · {t(`blocks:line.${view.claim.line}`)} ·{' '}
        {t(`blocks:cause.${view.claim.cause}`)}
      </p>
      <p className="se-amount">
        <Money minor={settlement.amountMinor} words />
      </p>
      <p>
        {t('settlement:asked.proposed', {
          name: proposer,
          at: formatInstant(settlement.proposedAt, language),
        })}
      </p>
      {note !== null && (
        <p>
          <Folded>
            <q>{note}</q>
          </Folded>
        </p>
      )}
      {settlement.payees.length === 0 ? (
        <p>{t('settlement:asked.nothing')}</p>
      ) : (
        <Wide label={t('settlement:asked.payees')}>
          <table className="se-table lp-stacked">
            <caption className="lp-hidden">{t('settlement:asked.payees')}</caption>
            <thead>
              <tr>
                {(['payee', 'role', 'bank', 'account', 'amount'] as const).map((column) => (
                  <th key={column} scope="col" className={column === 'amount' ? 'lp-money' : undefined}>
                    {t(`settlement:asked.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {settlement.payees.map(({ partyId, amountMinor, thirdParty }) => {
                const party = view.parties.find((one) => one.partyId === partyId)
                const account = party?.account ?? null
                return (
                  <tr key={partyId}>
                    <td data-label={t('settlement:asked.payee')}>{party?.name ?? '—'}</td>
                    <td className="lp-figure" data-label={t('settlement:asked.role')}>
                      {party !== undefined && t(`settlement:party.${party.role}`)}
                      {thirdParty && <small> · {t('settlement:asked.thirdParty')}</small>}
                    </td>
                    <td data-label={t('settlement:asked.bank')}>{account?.bankName ?? '—'}</td>
                    <td className="lp-figure" data-label={t('settlement:asked.account')}>
                      {account === null ? '—' : holderAndNumber(account)}
                    </td>
                    <td className="lp-money" data-label={t('settlement:asked.amount')}>
                      <Money minor={amountMinor} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  )
}
