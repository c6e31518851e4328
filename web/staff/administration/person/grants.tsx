import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { formatMoney } from '../../../blocks/money.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { BranchChoice, type ChosenBranch } from '../branch-choice.tsx'
import { Choice } from '../choice.tsx'
import { branchesQuery, type Person } from '../queries.ts'
import { type Given, GrantPart } from './grant-part.tsx'
import { of, usePersonChange } from './use-person-change.ts'

const roles = ['handler', 'surveyor', 'adjuster', 'approver', 'finance', 'auditor', 'administrator'] as const
type Role = (typeof roles)[number]
const lines = ['motorCompulsory', 'motorCommercial', 'property', 'accident', 'health'] as const
type Line = (typeof lines)[number]

interface PartProps {
  readonly person: Person
  readonly mayManage: boolean
  /** Nobody gives rights to themselves. */
  readonly own: boolean
}

interface Interval {
  readonly validFrom?: string
  readonly validTo?: string
}

/** What the person may do, in which branch and when. */
export function Roles({ person, mayManage, own }: PartProps) {
  const t = useText()
  const branches = useQuery(branchesQuery)
  const [role, setRole] = useState<Role>('handler')
  const [branchId, setBranch] = useState<ChosenBranch>(undefined)
  const branchOf = (id: string | null) =>
    id === null
      ? t('administration:everywhere')
      : (branches.data?.find((one) => one.branchId === id)?.name ?? '…')
  const { personId } = person
  const add = usePersonChange((body: Interval & { role: Role; branchId: string | null }, key) =>
    answer(api.POST('/people/{personId}/roles', { params: of(personId, key), body })),
  )
  return (
    <GrantPart
      kind="roles"
      person={person}
      given={person.roles.map((one): Given => ({
        ...one,
        what: `${t(`blocks:role.${one.role}`)} · ${branchOf(one.branchId)}`,
      }))}
      mayGrant={mayManage && !own}
      mayManage={mayManage}
      add={(interval) => {
        if (branchId !== undefined) add.mutate({ role, branchId, ...interval })
      }}
      adding={add}
      missing={branchId === undefined ? t('administration:roles.missing') : null}
    >
      <Choice
        label={t('administration:roles.role')}
        value={role}
        change={(value) => setRole(value as Role)}
        options={roles.map((value) => ({ value, name: t(`blocks:role.${value}`) }))}
      />
      <BranchChoice value={branchId} change={setBranch} />
    </GrantPart>
  )
}

/** Up to which amount the person approves, for one line or for all, and when. */
export function Limits({ person, mayManage, own }: PartProps) {
  const t = useText()
  const [line, setLine] = useState('')
  const [yuan, setYuan] = useState('')
  const allLines = t('administration:limits.allLines')
  const { personId } = person
  const add = usePersonChange((body: Interval & { line: Line | null; limitMinor: number }, key) =>
    answer(api.POST('/people/{personId}/limits', { params: of(personId, key), body })),
  )
  const limitMinor = /^\d{1,13}$/.test(yuan) ? Number(yuan) * 100 : null
  return (
    <GrantPart
      kind="limits"
      person={person}
      given={person.limits.map((one): Given => ({
        ...one,
        what: `${formatLimit(one.limitMinor, t('administration:limits.unlimited'))} · ${one.line === null ? allLines : t(`blocks:line.${one.line}`)}`,
      }))}
      mayGrant={mayManage && !own}
      mayManage={mayManage}
      add={(interval) => {
        if (limitMinor !== null)
          add.mutate({ line: line === '' ? null : (line as Line), limitMinor, ...interval })
      }}
      adding={add}
      missing={limitMinor === null ? t('administration:limits.missing') : null}
    >
      <Choice
        label={t('administration:limits.line')}
        value={line}
        change={setLine}
        options={[
          { value: '', name: allLines },
          ...lines.map((value) => ({ value, name: t(`blocks:line.${value}`) })),
        ]}
      />
      <Field
        label={t('administration:limits.amount')}
        inputMode="numeric"
        value={yuan}
        onChange={({ target }) => setYuan(target.value.trim())}
      />
    </GrantPart>
  )
}

const formatLimit = (limitMinor: number, unlimited: string) =>
  limitMinor >= Number.MAX_SAFE_INTEGER ? unlimited : formatMoney(limitMinor)
