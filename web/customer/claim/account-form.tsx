import { useState } from 'react'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { useText } from '../../language/language.ts'
import { type Account, AccountFields, noAccount, plainNumber } from './account-fields.tsx'

interface AccountFormProps {
  readonly claimId: string
  readonly partyId: string
}

/** Where the money should go. */
export function AccountForm({ claimId, partyId }: AccountFormProps) {
  const t = useText()
  const [account, setAccount] = useState(noAccount)
  const save = useChange({
    send: (body: Account, key) =>
      answer(
        api.PUT('/claims/{claimId}/parties/{partyId}/account', {
          params: { path: { claimId, partyId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims']],
  })
  return (
    <details>
      <summary className="my-wanted">{t('customer:account.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ ...account, number: plainNumber(account.number) })
        }}
      >
        <AccountFields
          account={account}
          change={(changed) => setAccount({ ...account, ...changed })}
          required
        />
        <p>
          <small>{t('customer:account.help')}</small>
        </p>
        <ProblemLine error={save.error} />
        <button type="submit" className="lp-main-button" disabled={save.isPending}>
          {t('customer:account.save')}
        </button>
      </form>
    </details>
  )
}
