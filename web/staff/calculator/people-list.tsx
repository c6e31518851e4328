import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'
import { Select } from '../claim/forms/form-kit.tsx'
import { type Supposition, withoutPerson, wordings } from './supposition.ts'

interface PeopleListProps {
  readonly supposed: Supposition
  readonly change: (supposed: Supposition) => void
}

/** Who has lost something, and who is paid: of several victims each by themselves. */
export function PeopleList({ supposed, change }: PeopleListProps) {
  const t = useText()
  const { people, wordingId } = supposed
  const { roles } = wordings[wordingId]
  const put = (id: string, part: object) =>
    change({ ...supposed, people: people.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  return (
    <fieldset className="cl-card">
      <legend>{t('calculator:people')}</legend>
      {people.map(({ id, role, name }, index) => (
        <div key={id} className="cl-grid">
          <Select
            label={`${t('calculator:role')} ${index + 1}`}
            value={role}
            options={roles.map((value) => ({ value, name: t(`claim:party.${value}`) }))}
            change={(value) => put(id, { role: value })}
          />
          <Field
            label={t('calculator:name', { number: index + 1 })}
            value={name}
            maxLength={40}
            onChange={(event) => put(id, { name: event.target.value })}
          />
          {people.length > 1 && (
            <button
              type="button"
              className="lp-quiet-button"
              aria-label={`${t('claim:line.remove')} ${index + 1}`}
              onClick={() => change(withoutPerson(supposed, id))}
            >
              {t('claim:line.remove')}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => {
          const taken = people.map(({ id }) => Number(id.slice(1)))
          const added = {
            id: `p${Math.max(...taken) + 1}`,
            role: roles[1] ?? roles[0] ?? 'insured',
            name: '',
          }
          change({ ...supposed, people: [...people, added] })
        }}
      >
        {t('calculator:addPerson')}
      </button>
    </fieldset>
  )
}
