import { useState } from 'react'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { Field } from '../../../blocks/field.tsx'
import { wholeAccount } from '../account-words.ts'
import { owedByParty } from '../moves.ts'
import { ActionForm, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { useMove } from './use-move.ts'

/** Where the money goes. Account numbers are kept nowhere but in the form that is open. */
export function AccountForm({ view: { claimId, claim, parties }, done }: FormProps) {
  const t = useText()
  const owed = owedByParty(claim)
  const without = parties.find(({ partyId, account }) => owed.has(partyId) && account === null)
  const [partyId, setParty] = useState(without?.partyId ?? parties[0]?.partyId ?? '')
  const [account, setAccount] = useState({ holder: '', number: '', bankName: '' })
  const [kind, setKind] = useState<'personalCard' | 'corporate'>('personalCard')
  const change = useMove(
    claimId,
    (
      { party, ...body }: typeof account & { party: string; kind: 'personalCard' | 'corporate' },
      key: string,
    ) =>
      answer(
        api.PUT('/claims/{claimId}/parties/{partyId}/account', {
          params: { path: { claimId, partyId: party }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    done,
  )
  const voids = claim.settlements.some(
    ({ state, payees }) =>
      (state === 'pending' || state === 'approved') && payees.some((payee) => payee.partyId === partyId),
  )
  const present = parties.find((one) => one.partyId === partyId)?.account ?? null
  const incomplete = Object.values(account).some((text) => text.trim() === '')
  return (
    <ActionForm
      act={t('claim:act.account')}
      pending={change.isPending}
      error={change.error}
      missing={incomplete ? t('claim:account.incomplete') : null}
      send={() =>
        change.mutate({ ...account, number: account.number.replaceAll(/\s/g, ''), party: partyId, kind })
      }
    >
      {voids && <p className="cl-warning">{t('claim:account.voids')}</p>}
      <div className="cl-grid">
        <Select
          label={t('claim:account.whose')}
          value={partyId}
          options={parties.map(({ partyId: value, name, role }) => ({
            value,
            name: `${t(`claim:party.${role}`)} ${name}`,
          }))}
          change={setParty}
        />
        <Field
          label={t('claim:account.holder')}
          autoComplete="off"
          value={account.holder}
          onChange={(event) => setAccount({ ...account, holder: event.target.value })}
        />
        <Field
          label={t('claim:account.number')}
          autoComplete="off"
          inputMode="numeric"
          value={account.number}
          onChange={(event) => setAccount({ ...account, number: event.target.value })}
        />
        <Field
          label={t('claim:account.bank')}
          value={account.bankName}
          onChange={(event) => setAccount({ ...account, bankName: event.target.value })}
        />
        <Select
          label={t('claim:account.kind')}
          value={kind}
          options={(['personalCard', 'corporate'] as const).map((value) => ({
            value,
            name: t(`claim:account.${value}`),
          }))}
          change={(value) => setKind(value === 'corporate' ? 'corporate' : 'personalCard')}
        />
      </div>
      {present !== null && (
        <p className="cl-soft">{t('claim:account.present', { account: wholeAccount(present) })}</p>
      )}
    </ActionForm>
  )
}
