import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'
import { actions } from './actions.ts'
import { everybodyQuery } from '../administration/queries.ts'
import { dayAfter, dayBegins, dayOf, lastDayOf, type Words } from './words.ts'

/** By claim, person, action, days and outcome; what is named has to fit together. */
export function SearchForm({ words }: { readonly words: Words }) {
  const t = useText()
  const navigate = useNavigate()
  const people = useQuery(everybodyQuery)
  const [caseNumber, setCaseNumber] = useState(words.caseNumber ?? '')
  const [scope, setScope] = useState(words.outsideClaims === true ? 'outside' : '')
  const [personId, setPerson] = useState(words.personId ?? '')
  const [action, setAction] = useState<string>(words.action ?? '')
  const [outcome, setOutcome] = useState<string>(words.outcome ?? '')
  const [first, setFirst] = useState(dayOf(words.from))
  const [last, setLast] = useState(lastDayOf(words.to))
  const search = () =>
    void navigate({
      to: '/audit',
      search: {
        ...(caseNumber.trim() === '' ? {} : { caseNumber: caseNumber.replaceAll(/[\s\u2009]/g, '') }),
        ...(scope === 'outside' ? { outsideClaims: true } : {}),
        ...(personId === '' ? {} : { personId }),
        ...(action === '' ? {} : { action: action as NonNullable<Words['action']> }),
        ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
        ...(first === '' ? {} : { from: dayBegins(first) }),
        ...(last === '' ? {} : { to: dayAfter(last) }),
      },
    })
  return (
    <form
      className="bd-filters au-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <Field
        label={t('audit:words.caseNumber')}
        value={caseNumber}
        maxLength={40}
        onChange={({ target }) => setCaseNumber(target.value)}
      />
      <Choice
        label={t('audit:words.scope')}
        value={scope}
        change={setScope}
        options={[{ value: 'outside', name: t('audit:words.outsideClaims') }]}
      />
      <Choice
        label={t('audit:words.person')}
        value={personId}
        change={setPerson}
        options={people.data?.map((one) => ({ value: one.personId, name: one.displayName })) ?? []}
      />
      <Choice
        label={t('audit:words.action')}
        value={action}
        change={setAction}
        options={actions.map((value) => ({ value, name: t(`audit:action.${value}`) }))}
      />
      <Choice
        label={t('audit:words.outcome')}
        value={outcome}
        change={setOutcome}
        options={(['done', 'refused'] as const).map((value) => ({
          value,
          name: t(`audit:outcome.${value}`),
        }))}
      />
      <Field
        label={t('audit:words.first')}
        type="date"
        value={first}
        onChange={({ target }) => setFirst(target.value)}
      />
      <Field
        label={t('audit:words.last')}
        type="date"
        value={last}
        onChange={({ target }) => setLast(target.value)}
      />
      <button type="submit" className="lp-main-button">
        {t('audit:words.search')}
      </button>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

function Choice({ label, value, change, options }: ChoiceProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{t('audit:words.all')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  )
}
