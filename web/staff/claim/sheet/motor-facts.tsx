import type { OtherParty } from '../../../../domain/adjustment/sheet-types.ts'
import { Field } from '../../../blocks/field.tsx'
import { useText } from '../../../language/language.ts'
import { Select } from '../forms/form-kit.tsx'
import type { Claimable, EditedSheet } from './begin-sheet.ts'
import { RecoveryFacts } from './recovery-facts.tsx'
import { CellSelect, RateField } from './sheet-fields.tsx'

const degrees = ['sole', 'main', 'equal', 'minor', 'none'] as const
const bases = ['police', 'agreement', 'judgment', 'wording'] as const
const kinds = ['motorVehicle', 'other'] as const

/** What is usual for a degree of fault; the certificate may say otherwise. */
const usual: Readonly<Record<(typeof degrees)[number], string>> = {
  sole: '1',
  main: '0.7',
  equal: '0.5',
  minor: '0.3',
  none: '0',
}

interface MotorFactsProps {
  readonly sheet: EditedSheet
  readonly parties: readonly Claimable[]
  readonly change: (part: Partial<EditedSheet>) => void
}

/** Whose fault it was, and by how much: the insured's, then every other party's. */
export function MotorFacts({ sheet: { motor, vehicles }, parties, change }: MotorFactsProps) {
  const t = useText()
  const { liability, others } = motor
  const setLiability = (part: Partial<typeof liability>) =>
    change({ motor: { ...motor, liability: { ...liability, ...part } } })
  const setOther = (index: number, part: Partial<OtherParty>) =>
    change({
      motor: { ...motor, others: others.map((one, place) => (place === index ? { ...one, ...part } : one)) },
    })
  const victims = parties.filter(({ role }) => role === 'victim')
  return (
    <fieldset className="cl-card">
      <legend>{t('claim:motor.title')}</legend>
      <div className="cl-grid">
        <Select
          label={t('claim:motor.degree')}
          value={liability.degree}
          options={degrees.map((value) => ({ value, name: t(`blocks:degree.${value}`) }))}
          change={(value) => {
            const degree = degrees.find((one) => one === value) ?? 'sole'
            setLiability(liability.basis === 'wording' ? { degree } : { degree, rate: usual[degree] })
          }}
        />
        <Select
          label={t('claim:motor.basis')}
          value={liability.basis}
          options={bases.map((value) => ({ value, name: t(`blocks:liabilityBasis.${value}`) }))}
          change={(value) => {
            const basis = bases.find((one) => one === value) ?? 'police'
            const { degree } = liability
            // The wording has its own rate for the degree; any other basis says its rate.
            const stated = basis === 'wording' ? {} : { rate: liability.rate ?? usual[degree] }
            change({ motor: { ...motor, liability: { degree, basis, ...stated } } })
          }}
        />
        {liability.basis !== 'wording' && (
          <RateField
            key={liability.degree}
            label={t('claim:motor.rate')}
            rate={liability.rate}
            change={(rate) => {
              if (rate !== undefined) setLiability({ rate })
            }}
          />
        )}
      </div>
      {others.map((other, index) => (
        <div key={`${others.length} ${index}`}>
          <div className="cl-grid">
            <Field
              label={t('claim:motor.other')}
              value={other.partyId}
              onChange={(event) => setOther(index, { partyId: event.target.value })}
            />
            <Select
              label={t('claim:motor.kind')}
              value={other.kind}
              options={kinds.map((value) => ({ value, name: t(`claim:otherKind.${value}`) }))}
              change={(value) => setOther(index, { kind: value === 'other' ? 'other' : 'motorVehicle' })}
            />
            <RateField
              label={t('claim:motor.otherRate')}
              rate={other.liability}
              change={(rate) => {
                if (rate !== undefined) setOther(index, { liability: rate })
              }}
            />
            <button
              type="button"
              className="lp-quiet-button"
              onClick={() =>
                change({ motor: { ...motor, others: others.filter((_, place) => place !== index) } })
              }
            >
              {t('claim:line.remove')}
            </button>
          </div>
          <RecoveryFacts
            other={other}
            change={(next) =>
              change({
                motor: { ...motor, others: others.map((one, place) => (place === index ? next : one)) },
              })
            }
          />
        </div>
      ))}
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => {
          const rest = String(Math.max(0, Math.round((1 - Number(liability.rate ?? '1')) * 100)) / 100)
          const partyId = String.fromCodePoint(66 + others.length)
          change({
            motor: { ...motor, others: [...others, { partyId, kind: 'motorVehicle', liability: rest }] },
          })
        }}
      >
        {t('claim:motor.add')}
      </button>
      {others.some(({ kind }) => kind === 'motorVehicle') &&
        victims.map(({ partyId, name }) => (
          <label key={partyId} className="cl-check">
            {t('claim:motor.where', { name })}
            <CellSelect
              label={t('claim:motor.where', { name })}
              value={vehicles[partyId] ?? ''}
              options={[
                { value: '', name: t('claim:motor.outside') },
                ...others
                  .filter(({ kind }) => kind === 'motorVehicle')
                  .map((other) => ({
                    value: other.partyId,
                    name: t('claim:motor.vehicle', { name: other.partyId }),
                  })),
              ]}
              change={(vehicle) => change({ vehicles: { ...vehicles, [partyId]: vehicle } })}
            />
          </label>
        ))}
    </fieldset>
  )
}
