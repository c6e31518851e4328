import '../administration.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { NoRight, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { Choice } from '../choice.tsx'
import type { Line } from '../../lines.ts'
import { LinesField } from '../lines-field.tsx'
import { useMayManage } from '../may-manage.ts'
import { branchesQuery, peopleKey } from '../queries.ts'

/** A person with an account; roles and limits are given afterwards, by two people. */
export function NewPersonPage() {
  const t = useText()
  const navigate = useNavigate()
  const mayManage = useMayManage()
  const branches = useQuery(branchesQuery)
  const [form, setForm] = useState({
    name: '',
    workPhone: '',
    branchId: '',
    login: '',
    password: '',
    capacity: '30',
    skills: [] as readonly Line[],
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const change = useChange({
    send: ({ name, workPhone, branchId, login, password, capacity, skills }: typeof form, key) =>
      answer(
        api.POST('/people', {
          params: { header: { 'idempotency-key': key } },
          body: {
            kind: 'natural',
            branchId: branchId === '' ? null : branchId,
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
  const texts = [form.name, form.workPhone, form.login, form.password]
  const missing = texts.some((text) => text.trim() === '') || !/^\d{1,4}$/.test(form.capacity)
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
          if (!missing) change.mutate(form)
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
        <Choice
          label={t('administration:people.branch')}
          value={form.branchId}
          change={(branchId) => set({ branchId })}
          options={[
            { value: '', name: t('administration:everywhere') },
            ...(branches.data ?? []).map(({ branchId, name }) => ({ value: branchId, name })),
          ]}
        />
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
          <button type="submit" className="lp-main-button" disabled={missing || change.isPending}>
            {t('administration:new.act')}
          </button>
          <span className="ad-soft">
            {t(missing ? 'administration:new.missing' : 'administration:new.next')}
          </span>
        </p>
      </form>
    </>
  )
}
