import type { Beneficiary } from '../../../../domain/adjustment/coverage-input.ts'
import { useText } from '../../../language/language.ts'
import { Check } from '../forms/form-kit.tsx'
import type { Claimable } from './begin-sheet.ts'
import { CountField } from './sheet-fields.tsx'

interface BeneficiaryFieldsProps {
  readonly beneficiaries: readonly Beneficiary[]
  readonly parties: readonly Claimable[]
  readonly change: (beneficiaries: readonly Beneficiary[]) => void
}

/** Who a benefit goes to; of several, in how many parts to each. */
export function BeneficiaryFields({ beneficiaries, parties, change }: BeneficiaryFieldsProps) {
  const t = useText()
  return (
    <div>
      {parties.map(({ partyId, name, role }) => {
        const found = beneficiaries.find(({ claimantId }) => claimantId === partyId)
        return (
          <div key={partyId} className="cl-review">
            <Check
              label={`${name} ${t(`claim:party.${role}`)}`}
              checked={found !== undefined}
              change={(checked) =>
                change(
                  checked
                    ? [...beneficiaries, { claimantId: partyId, parts: 1 }]
                    : beneficiaries.filter(({ claimantId }) => claimantId !== partyId),
                )
              }
            />
            {found !== undefined && beneficiaries.length > 1 && (
              <CountField
                label={t('claim:field.parts', { name })}
                count={found.parts}
                change={(parts) =>
                  change(beneficiaries.map((one) => (one === found ? { ...one, parts } : one)))
                }
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
