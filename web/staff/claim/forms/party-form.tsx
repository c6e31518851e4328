import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { ActionForm, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { at, useMove } from './use-move.ts'

const roles = ['driver', 'victim', 'beneficiary', 'reporter', 'repairer'] as const
type Role = (typeof roles)[number]

/** Somebody else who belongs to the claim. */
export function PartyForm({ view: { claimId }, done }: FormProps) {
  const t = useText()
  const [role, setRole] = useState<string>('driver')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const change = useMove(
    claimId,
    (party: { role: Role; name: string; phone?: string }, key) =>
      answer(api.POST('/claims/{claimId}/parties', { params: at(claimId, key), body: { parties: [party] } })),
    done,
  )
  return (
    <ActionForm
      act={t('claim:act.party')}
      pending={change.isPending}
      error={change.error}
      missing={name.trim() === '' ? t('claim:partyForm.nameMissing') : null}
      send={() =>
        change.mutate({
          role: roles.find((one) => one === role) ?? 'driver',
          name: name.trim(),
          ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        })
      }
    >
      <div className="cl-grid">
        <Select
          label={t('claim:partyForm.role')}
          value={role}
          options={roles.map((value) => ({ value, name: t(`claim:party.${value}`) }))}
          change={setRole}
        />
        <Field
          label={t('claim:partyForm.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('claim:partyForm.phone')}
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </div>
    </ActionForm>
  )
}
