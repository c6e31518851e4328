import { CaseNumber } from '../../../blocks/case-number.tsx'
import { HistoryLine } from '../../../blocks/history-line.tsx'
import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import { proposalNote, rulingsOn } from '../../settlement/rulings.ts'
import type { ClaimView } from '../queries.ts'
import { suspenseWords } from '../suspense-words.ts'
import { Section } from './section.tsx'

/** What was asked to be approved, and who has said what at which level, each with their words. */
export function ApprovalSection({ view }: { readonly view: ClaimView }) {
  const { claim, parties, people } = view
  const t = useText()
  const last = claim.settlements.at(-1)
  if (last === undefined) return null
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? ''
  return (
    <Section
      id="approval"
      title={t('claim:section.approval')}
      finished={claim.stage !== 'approval' && claim.stage !== 'adjustment'}
      result={
        <>
          {t(`claim:settlement.${last.state}`)} <Money minor={last.amountMinor} />
        </>
      }
    >
      {claim.settlements.toReversed().map((one, index, { length }) => (
        <article key={one.id} className="cl-card">
          <h3>
            {t(`claim:kind.${one.kind}`)}
            {length > 1 && ` ${length - index}`} · {t(`claim:settlement.${one.state}`)}
          </h3>
          <p className="cl-asked">
            <Money minor={one.amountMinor} words /> ·{' '}
            {t('claim:sheet.version', { version: one.sheetVersion })}
          </p>
          <ul className="cl-plain">
            {one.payees.map(({ partyId, amountMinor }) => (
              <li key={partyId}>
                {parties.find((party) => party.partyId === partyId)?.name} · <Money minor={amountMinor} />
              </li>
            ))}
          </ul>
          <HistoryLine
            at={one.proposedAt}
            what={t('claim:event.settlementProposed')}
            who={nameOf(one.proposedBy)}
            why={proposalNote(view, one)}
          />
          {rulingsOn(view, one).map(({ level, decision, at, by, note }) => (
            <HistoryLine
              key={at}
              at={at}
              what={[
                ...(level === null ? [] : [t('claim:level', { level, levels: one.levels.length })]),
                t(`claim:ruled.${decision}`),
              ].join(' · ')}
              who={by}
              why={note}
            />
          ))}
        </article>
      ))}
    </Section>
  )
}

/** Each payment with its reference and what the bank has said. */
export function PaymentSection({ view: { claim, parties } }: { readonly view: ClaimView }) {
  const t = useText()
  if (claim.intents.length === 0) return null
  const paid = claim.intents.filter(({ status }) => status === 'paid')
  const sum = paid.reduce((total, { amountMinor }) => total + amountMinor, 0)
  return (
    <Section
      id="payment"
      title={t('claim:section.payment')}
      finished={claim.stage === 'afterCare' || claim.stage === 'archived'}
      result={
        <>
          {t('claim:paid')} <Money minor={sum} />
        </>
      }
    >
      <table className="cl-table">
        <tbody>
          {claim.intents.map(({ id, partyId, ref, amountMinor, status, suspense }) => (
            <tr key={id}>
              <th scope="row">{parties.find((party) => party.partyId === partyId)?.name}</th>
              <td>
                <CaseNumber>{ref}</CaseNumber>
              </td>
              <td className="cl-state" data-state={status}>
                {t(`claim:intent.${status}`)}
                {suspense !== null && <small> · {suspenseWords(suspense.reason, t)}</small>}
              </td>
              <td className="lp-money">
                <Money minor={amountMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
