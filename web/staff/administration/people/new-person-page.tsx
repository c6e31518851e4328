import '../administration.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { NoRight, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { BranchChoice, type ChosenBranch } from '../branch-choice.tsx'
import type { Line } from '../../lines.ts'
import { LinesField } from '../lines-field.tsx'
import { useMayManage } from '../may-manage.ts'
import { peopleKey } from '../queries.ts'

interface Form {
  readonly name: string
  readonly workPhone: string
  readonly branchId: ChosenBranch
  readonly login: string
  readonly password: string
  readonly capacity: string
  readonly skills: readonly Line[]
}
type Complete = Form & { readonly branchId: string | null }

/** Null as long as something is missing. */
function completed(form: Form): Complete | null {
  const { name, workPhone, branchId, login, password, capacity } = form
  if ([name, workPhone, login, password].some((text) => text.trim() === '')) return null
  return branchId === undefined || !/^\d{1,4}$/.test(capacity) ? null : { ...form, branchId }
}

/** A person with an account; roles and limits are given afterwards, by two people. */
export function NewPersonPage() {
  const t = useText()
  const navigate = useNavigate()
  const mayManage = useMayManage()
  const [form, setForm] = useState<Form>({
    name: '',
    workPhone: '',
    branchId: undefined,
    login: '',
    password: '',
    capacity: '30',
    skills: [],
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const change = useChange({
    send: ({ name, workPhone, branchId, login, password, capacity, skills }: Complete, key) =>
      answer(
        api.POST('/people', {
          params: { header: { 'idempotency-key': key } },
          body: {
            kind: 'natural',
            branchId,
            name: name.trim(),
            account: { login: login.trim(), password },
            staff: {
              displayName: name.trim(),
              workPhone: workPhone.trim(),
              skills: [...skills],
              capacity: Number(capacity),
            },
          },
        }),
      ),
    stale: [peopleKey],
    done: ({ personId }) => void navigate({ to: '/people/$personId', params: { personId } }),
  })
  if (!mayManage) return <NoRight />
  const complete = completed(form)
  return (
    <>
      <p className="ad-back">
        <Link to="/people">{t('administration:people.back')}</Link>
      </p>
      <h1>{t('administration:people.add')}</h1>
      <form
        className="ad-form st-paper"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete !== null) change.mutate(complete)
        }}
      >
        <Field
          label={t('administration:new.name')}
          value={form.name}
          maxLength={50}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Field
          label={t('administration:new.workPhone')}
          type="tel"
          value={form.workPhone}
          onChange={({ target }) => set({ workPhone: target.value })}
        />
        <BranchChoice value={form.branchId} change={(branchId) => set({ branchId })} />
        <Field
          label={t('administration:new.login')}
          value={form.login}
          maxLength={63}
          autoComplete="off"
          onChange={({ target }) => set({ login: target.value })}
        />
        <Field
          label={t('administration:new.password')}
          type="password"
          value={form.password}
          autoComplete="new-password"
          onChange={({ target }) => set({ password: target.value })}
        />
        <Field
          label={t('administration:new.capacity')}
          inputMode="numeric"
          value={form.capacity}
          onChange={({ target }) => set({ capacity: target.value })}
        />
        <LinesField chosen={form.skills} change={(skills) => set({ skills })} />
        <ProblemLine error={change.error} />
        <p className="ad-send">
          <button type="submit" className="lp-main-button" disabled={complete === null || change.isPending}>
            {t('administration:new.act')}
          </button>
          <span className="ad-soft">
            {t(complete === null ? 'administration:new.missing' : 'administration:new.next')}
          </span>
        </p>
      </form>
    </>
  )
}
