import { useState } from 'react'
import { Field } from '../../blocks/field.tsx'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { useText } from '../../language/language.ts'

interface AccountFormProps {
  readonly claimId: string
  readonly partyId: string
}

/** Where the money should go. */
export function AccountForm({ claimId, partyId }: AccountFormProps) {
  const t = useText()
  const [account, setAccount] = useState({ holder: '', number: '', bankName: '' })
  const save = useChange({
    send: (body: typeof account, key) =>
      answer(
        api.PUT('/claims/{claimId}/parties/{partyId}/account', {
          params: { path: { claimId, partyId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims']],
  })
  const enter = (field: keyof typeof account) => ({
    value: account[field],
    required: true,
    maxLength: 100,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setAccount({ ...account, [field]: target.value }),
  })
  return (
    <details>
      <summary className="my-wanted">{t('customer:account.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ ...account, number: account.number.replaceAll(/\s/g, '') })
        }}
      >
        <Field label={t('customer:account.holder')} autoComplete="name" {...enter('holder')} />
        <Field
          label={t('customer:account.number')}
          inputMode="numeric"
          minLength={8}
          autoComplete="off"
          {...enter('number')}
        />
        <Field label={t('customer:account.bank')} autoComplete="off" {...enter('bankName')} />
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
