import type { OtherParty } from '../../../../domain/adjustment/sheet-types.ts'
import { useText } from '../../../language/language.ts'
import { recoveryFacts, usedLimits } from './coverage-fields.ts'
import { type Facts, PlainFact, RowsFact, withFact } from './fact-fields.tsx'

interface RecoveryFactsProps {
  readonly other: OtherParty
  readonly change: (other: OtherParty) => void
}

/** What else matters of another party: what their compulsory cover has paid, and whether they can be asked. */
export function RecoveryFacts({ other, change }: RecoveryFactsProps) {
  const t = useText()
  const facts = other as unknown as Facts
  const set = (name: string, value: unknown) => change(withFact(facts, name, value) as unknown as OtherParty)
  const names = ['compulsoryUsed', ...recoveryFacts.map(({ name }) => name)]
  return (
    <details open={names.some((name) => facts[name] !== undefined)}>
      <summary>{t('claim:motor.used', { name: other.partyId })}</summary>
      <div className="cl-grid">
        {recoveryFacts.map((field) => (
          <PlainFact
            key={field.name}
            field={field}
            label={`${t(`claim:field.liableParties.${field.name}`)} ${other.partyId}`}
            value={facts[field.name]}
            change={(value) => set(field.name, value)}
          />
        ))}
      </div>
      {other.kind === 'motorVehicle' && (
        <RowsFact
          field={usedLimits}
          of={`${other.partyId}.`}
          value={other.compulsoryUsed}
          change={(rows) => set('compulsoryUsed', rows)}
        />
      )}
    </details>
  )
}
