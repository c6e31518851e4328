import { useState } from 'react'
import { Masked } from '../../../blocks/masked.tsx'
import { PersonChip } from '../../../blocks/person-chip.tsx'
import { Field } from '../../../blocks/field.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { wholeAccount } from '../account-words.ts'
import type { ClaimView } from '../queries.ts'
import { Section } from './section.tsx'

type Fact = 'phone' | 'identityNumber'

/** Everybody in the claim, masked. To see more takes a reason, which is kept with who looked. */
export function PeopleSection({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const { claim, parties, allowed } = view
  const [reason, setReason] = useState('')
  const reveal = (partyId: string, fact: Fact) => async () => {
    const body = { partyId, reason: reason.trim() }
    const { parties: clear } = await answer(
      api.POST('/claims/{claimId}/sensitive-views', { params: { path: { claimId: view.claimId } }, body }),
    )
    return clear.find((one) => one.partyId === partyId)?.[fact] ?? ''
  }
  const may = allowed.includes('readSensitive') && reason.trim() !== ''
  return (
    <Section
      id="people"
      title={t('claim:section.people')}
      finished={claim.stage !== 'report' && claim.stage !== 'adjustment'}
      result={parties.map(({ name, role }) => `${t(`claim:party.${role}`)} ${name}`).join(' · ')}
    >
      {allowed.includes('readSensitive') && (
        <Field
          label={t('claim:people.reason')}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <table className="cl-table cl-people">
        <tbody>
          {parties.map((party) => (
            <tr key={party.partyId}>
              <th scope="row">
                <PersonChip name={party.name} role={t(`claim:party.${party.role}`)} />
              </th>
              {(['phone', 'identityNumber'] as const).map((fact) => (
                <td key={fact}>
                  {party[fact] !== null && (
                    <Masked masked={party[fact]} {...(may ? { reveal: reveal(party.partyId, fact) } : {})} />
                  )}
                </td>
              ))}
              <td>{party.account === null ? t('claim:settle.noAccount') : wholeAccount(party.account)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
