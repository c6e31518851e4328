import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { Person } from '../queries.ts'
import { ConfirmedButton } from './confirmed-button.tsx'
import { of, usePersonChange } from './use-person-change.ts'

interface AccountsProps {
  readonly person: Person
  readonly mayManage: boolean
}

/** With what the person signs in. A disabled account ends its sessions and is not enabled again. */
export function Accounts({ person: { personId, accounts, staff }, mayManage }: AccountsProps) {
  const t = useText()
  const language = useLanguage()
  const disable = usePersonChange((accountId: string, key) =>
    answer(
      api.POST('/people/{personId}/accounts/{accountId}/disabling', {
        params: { path: { personId, accountId }, header: { 'idempotency-key': key } },
      }),
    ),
  )
  return (
    <section className="st-paper ad-part">
      <h2>{t('administration:accounts.title')}</h2>
      {accounts.length === 0 && <p className="ad-soft">{t('administration:accounts.none')}</p>}
      <ul className="ad-list">
        {accounts.map(({ accountId, kind, login, disabledAt }) => (
          <li key={accountId}>
            <strong>{login ?? t(`administration:accounts.${kind}`)}</strong>
            <span className="ad-soft">
              {disabledAt === null
                ? t('administration:accounts.inUse')
                : t('administration:accounts.disabled', { at: formatInstant(disabledAt, language) })}
            </span>
            {mayManage && disabledAt === null && (
              <ConfirmedButton
                name={t('administration:accounts.disable')}
                disabled={disable.isPending}
                press={() => disable.mutate(accountId)}
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemLine error={disable.error} />
      {mayManage && staff !== null && accounts.every(({ disabledAt }) => disabledAt !== null) && (
        <NewAccount personId={personId} />
      )}
    </section>
  )
}

function NewAccount({ personId }: { readonly personId: string }) {
  const t = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const add = usePersonChange((body: { login: string; password: string }, key) =>
    answer(api.POST('/people/{personId}/accounts', { params: of(personId, key), body })),
  )
  const missing = login.trim() === '' || password === ''
  return (
    <form
      className="ad-row"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing) add.mutate({ login: login.trim(), password })
      }}
    >
      <Field
        label={t('administration:new.login')}
        autoComplete="off"
        value={login}
        onChange={({ target }) => setLogin(target.value)}
      />
      <Field
        label={t('administration:new.password')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <button type="submit" className="lp-plain-button" disabled={missing || add.isPending}>
        {t('administration:accounts.add')}
      </button>
      <ProblemLine error={add.error} />
    </form>
  )
}
