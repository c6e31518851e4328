import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useText } from '../../../language/language.ts'
import { type Line, lines } from '../../lines.ts'
import { LinesField } from '../lines-field.tsx'
import type { Person } from '../queries.ts'
import { of, usePersonChange } from './use-person-change.ts'

type Staff = NonNullable<Person['staff']>

interface WorkProps {
  readonly personId: string
  readonly staff: Staff
  readonly mayManage: boolean
}

/** Skills that are no line of business are old words, and count for nothing. */
const linesOf = ({ skills }: Staff): readonly Line[] => lines.filter((line) => skills.includes(line))

/** What new work this person is given, and how much of it; what is in hand stays there. */
export function Work({ personId, staff, mayManage }: WorkProps) {
  const t = useText()
  const skills = linesOf(staff)
  return (
    <section className="st-paper ad-part">
      <h2>{t('administration:work.title')}</h2>
      <p>
        {skills.length === 0
          ? t('administration:work.every')
          : skills.map((line) => t(`blocks:line.${line}`)).join(t('administration:work.and'))}
      </p>
      <p className="ad-soft">{t('administration:work.capacity', { capacity: staff.capacity })}</p>
      {mayManage && <WorkForm key={JSON.stringify(staff)} personId={personId} staff={staff} />}
    </section>
  )
}

function WorkForm({ personId, staff }: Omit<WorkProps, 'mayManage'>) {
  const t = useText()
  const [skills, setSkills] = useState(linesOf(staff))
  const [capacity, setCapacity] = useState(String(staff.capacity))
  const [workPhone, setWorkPhone] = useState(staff.workPhone)
  const change = usePersonChange((body: { skills: Line[]; capacity: number; workPhone: string }, key) =>
    answer(api.PUT('/people/{personId}/work', { params: of(personId, key), body })),
  )
  const isNumber = /^\d{1,4}$/.test(capacity)
  const missing = !isNumber || workPhone.trim() === ''
  return (
    <details className="ad-more">
      <summary>{t('administration:work.change')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = { skills: [...skills], capacity: Number(capacity), workPhone: workPhone.trim() }
          if (!missing) change.mutate(body)
        }}
      >
        <LinesField chosen={skills} change={setSkills} />
        <div className="ad-row">
          <Field
            label={t('administration:new.capacity')}
            inputMode="numeric"
            value={capacity}
            aria-invalid={!isNumber}
            onChange={({ target }) => setCapacity(target.value)}
          />
          <Field
            label={t('administration:new.workPhone')}
            type="tel"
            value={workPhone}
            onChange={({ target }) => setWorkPhone(target.value)}
          />
          <button type="submit" className="lp-plain-button" disabled={missing || change.isPending}>
            {t('administration:work.act')}
          </button>
        </div>
        <ProblemLine error={change.error} />
      </form>
    </details>
  )
}
