import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { amountInWords, formatMoney, Money } from '../../../blocks/money.tsx'
import { bankAndNumber } from '../account-words.ts'
import { newestSheet, owedByParty, unpaidIntent } from '../moves.ts'
import type { Claim } from '../queries.ts'
import { ActionForm, Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { MoneyField } from './money-field.tsx'
import { useDraft } from './use-draft.ts'
import { at, noted, useMove } from './use-move.ts'

interface Asked {
  readonly kind: 'final' | 'advance' | 'repayment'
  readonly payees: readonly { readonly partyId: string; readonly amountMinor: number }[]
  readonly replacesIntent?: string
}

function useSettle({ view: { claimId, claim }, done }: FormProps) {
  const sheet = newestSheet(claim)
  return useMove(
    claimId,
    ({ payees, note = '', ...asked }: Asked & { note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/settlements', {
          params: at(claimId, key),
          body: {
            ...asked,
            ...noted(note),
            payees: [...payees],
            sheetVersion: sheet?.version ?? 0,
            sheetHash: sheet?.hash ?? '',
          },
        }),
      ),
    done,
  )
}

/** What this claim has already promised or paid to each. */
function promised({ settlements }: Claim): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { kind, state, payees } of settlements) {
    if (kind === 'repayment' || state !== 'approved') continue
    for (const { partyId, amountMinor } of payees) sums.set(partyId, (sums.get(partyId) ?? 0) + amountMinor)
  }
  return sums
}

/** Amount and payees go to approval together; the amounts begin as the sheet owes them. */
export function SettleForm({ view, done }: FormProps) {
  const t = useText()
  const { claimId, claim, parties } = view
  const sheet = newestSheet(claim)
  const before = promised(claim)
  const owed = [...owedByParty(claim)]
    .map(([partyId, minor]) => ({ partyId, amountMinor: minor - (before.get(partyId) ?? 0) }))
    .filter(({ amountMinor }) => amountMinor > 0)
  const draft = useDraft<{ kind: 'final' | 'advance'; amounts: Record<string, number>; note: string }>(
    `${claimId}.settle.${sheet?.version ?? 0}`,
    { kind: 'final', amounts: {}, note: '' },
  )
  const { kind, amounts, note } = draft.value
  const change = useSettle({
    view,
    done: draft.over(done),
  })
  const payees = owed
    .map(({ partyId, amountMinor }) => ({ partyId, amountMinor: amounts[partyId] ?? amountMinor }))
    .filter(({ amountMinor }) => amountMinor > 0)
  const sum = payees.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const due = owed.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const differs = kind === 'final' ? sum !== due : sum > due
  return (
    <ActionForm
      act={t('claim:act.settle')}
      pending={change.isPending}
      error={change.error}
      missing={differs ? t('claim:settle.differs', { due: formatMoney(due), sum: formatMoney(sum) }) : null}
      send={() => change.mutate({ kind, payees, note })}
    >
      <Select
        label={t('claim:settle.kind')}
        value={kind}
        options={(['final', 'advance'] as const).map((value) => ({ value, name: t(`claim:kind.${value}`) }))}
        change={(value) => draft.change({ kind: value === 'advance' ? 'advance' : 'final' })}
      />
      <table className="cl-table">
        <thead>
          <tr>
            <th scope="col">{t('claim:settle.payee')}</th>
            <th scope="col">{t('claim:settle.account')}</th>
            <th scope="col" data-money>
              {t('claim:settle.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {owed.map(({ partyId, amountMinor }) => {
            const party = parties.find((one) => one.partyId === partyId)
            return (
              <tr key={partyId}>
                <th scope="row">
                  {party?.name} <small>{t(`claim:party.${party?.role ?? 'insured'}`)}</small>
                </th>
                <td>
                  {party?.account === null || party === undefined
                    ? t('claim:settle.noAccount')
                    : bankAndNumber(party.account)}
                </td>
                <td className="lp-money">
                  <MoneyField
                    bare
                    label={`${t('claim:settle.amount')} ${party?.name ?? ''}`}
                    minor={amounts[partyId] ?? amountMinor}
                    change={(minor) => draft.change({ amounts: { ...amounts, [partyId]: minor ?? 0 } })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('blocks:sheet.total')}{' '}
              <span className="lp-money-words" lang="zh-CN">
                {amountInWords(sum)}
              </span>
            </th>
            <td className="lp-money">
              <Money minor={sum} />
            </td>
          </tr>
        </tfoot>
      </table>
      <Area label={t('claim:settle.note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}

/** A payment that failed or came back is asked for again, under new approvals. */
export function RepayForm({ view, done }: FormProps) {
  const t = useText()
  const intent = unpaidIntent(view.claim)
  const party = view.parties.find(({ partyId }) => partyId === intent?.partyId)
  const draft = useDraft(`${view.claimId}.repay`, { note: '' })
  const change = useSettle({
    view,
    done: draft.over(done),
  })
  if (intent === undefined) return null
  const { note } = draft.value
  return (
    <ActionForm
      act={t('claim:act.repay')}
      pending={change.isPending}
      error={change.error}
      send={() =>
        change.mutate({
          kind: 'repayment',
          payees: [{ partyId: intent.partyId, amountMinor: intent.amountMinor }],
          replacesIntent: intent.id,
          note,
        })
      }
    >
      <p>
        {t('claim:repay.what', { status: t(`claim:intent.${intent.status}`) })} {party?.name} ·{' '}
        {party?.account != null && <>{bankAndNumber(party.account)} · </>}
        <Money minor={intent.amountMinor} words />
      </p>
      <p className="cl-soft">{t('claim:repay.account')}</p>
      <Area label={t('claim:note')} value={note} change={(value) => draft.change({ note: value })} />
    </ActionForm>
  )
}
