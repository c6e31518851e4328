import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../http/client.ts'
import { rememberCsrf } from '../http/session.ts'
import { Field } from '../blocks/field.tsx'
import { ProblemLine } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'

/** Telephone and one-time code. */
export function CustomerSignIn({ done }: { readonly done: () => void }) {
  const t = useText()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const ask = useMutation({
    mutationFn: () => answer(api.POST('/sign-in/codes', { body: { phone } })),
  })
  const codeId = ask.data?.codeId
  const redeem = useMutation({
    mutationFn: (id: string) => answer(api.POST('/sign-in/sessions', { body: { codeId: id, code } })),
    onSuccess: ({ csrfToken }) => {
      rememberCsrf(csrfToken)
      done()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (codeId === undefined) ask.mutate()
        else redeem.mutate(codeId)
      }}
    >
      <Field
        label={t('sign-in:phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        value={phone}
        onChange={(event) => {
          setPhone(event.target.value)
          ask.reset()
        }}
      />
      {codeId === undefined ? (
        <>
          <ProblemLine error={ask.error} />
          <button type="submit" className="lp-main-button" disabled={ask.isPending}>
            {t('sign-in:sendCode')}
          </button>
        </>
      ) : (
        <>
          <p role="status">{t('sign-in:codeSent')}</p>
          <OutboxLink phone={phone} />
          <Field
            label={t('sign-in:code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <ProblemLine error={redeem.error} />
          <button type="submit" className="lp-main-button" disabled={redeem.isPending}>
            {t('sign-in:signIn')}
          </button>{' '}
          <button type="button" className="lp-quiet-button" onClick={() => ask.mutate()}>
            {t('sign-in:sendAgain')}
          </button>
        </>
      )}
    </form>
  )
}

/** Where a demonstration shows what telephones would have received; elsewhere there is no such page. */
function OutboxLink({ phone }: { readonly phone: string }) {
  const t = useText()
  const exists = useQuery({
    queryKey: ['settings'],
    staleTime: Infinity,
    queryFn: async () => ((await (await fetch('/my/settings.json')).json()) as { outbox: boolean }).outbox,
  })
  if (exists.data !== true) return null
  return (
    <p className="lp-demonstration">
      <a href={`/outbox?phone=${encodeURIComponent(phone)}`} target="_blank" rel="noreferrer">
        {t('sign-in:outbox')}
      </a>
    </p>
  )
}
