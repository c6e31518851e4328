import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Shape } from '../../../blocks/shape.tsx'
import { Failed, Loading, ProblemLine } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { type Case, loadQuery } from '../queries.ts'
import { takers } from '../takers.ts'
import { type Outcome, useReassignments } from './use-reassignments.ts'

interface ReassignBarProps {
  readonly chosen: readonly Case[]
  /** Called with what stays chosen: what was refused. */
  readonly keep: (claimIds: readonly string[]) => void
}

/** Gives the chosen claims to one person, with the reason, and says what became of each. */
export function ReassignBar({ chosen, keep }: ReassignBarProps) {
  const { send, left, outcomes } = useReassignments()
  return (
    <>
      <Outcomes outcomes={outcomes} />
      {chosen.length > 0 && (
        <ReassignForm
          chosen={chosen}
          left={left}
          send={(toPersonId, note) => void send({ cases: chosen, toPersonId, note }).then(keep)}
        />
      )}
    </>
  )
}

interface ReassignFormProps {
  readonly chosen: readonly Case[]
  readonly left: number
  readonly send: (toPersonId: string, note: string) => void
}

function ReassignForm({ chosen, left, send }: ReassignFormProps) {
  const t = useText()
  const [whom, why] = [useId(), useId()]
  const [toPersonId, setPerson] = useState('')
  const [note, setNote] = useState('')
  const people = useQuery(loadQuery)
  if (people.isPending) return <Loading lines={2} />
  if (people.isError) return <Failed error={people.error} again={() => void people.refetch()} />
  const able = takers(people.data, [...new Set(chosen.map(({ branchId }) => branchId))])
  const missing = able.every(({ personId }) => personId !== toPersonId) || note.trim() === ''
  return (
    <form
      className="bd-reassign"
      aria-label={t('board:reassign.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && left === 0) send(toPersonId, note.trim())
      }}
    >
      <strong>{t('board:reassign.chosen', { count: chosen.length })}</strong>
      {able.length === 0 && <p>{t('board:reassign.nobody')}</p>}
      <div className="lp-field">
        <label htmlFor={whom}>{t('board:reassign.to')}</label>
        <select id={whom} value={toPersonId} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t('board:reassign.choose')}</option>
          {able.map(({ personId, displayName, tasks, elsewhere, capacity }) => (
            <option key={personId} value={personId}>
              {t('board:reassign.person', { name: displayName, tasks: tasks + elsewhere, capacity })}
            </option>
          ))}
        </select>
      </div>
      <div className="lp-field">
        <label htmlFor={why}>{t('board:reassign.reason')}</label>
        <input id={why} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </div>
      <button type="submit" className="lp-main-button" disabled={missing || left > 0}>
        {left > 0 ? t('board:reassign.left', { count: left }) : t('board:reassign.act')}
      </button>
    </form>
  )
}

function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const t = useText()
  if (outcomes.length === 0) return null
  const refused = outcomes.filter(({ error }) => error !== null)
  return (
    <section className="bd-outcomes" role="status">
      <p data-good="true">
        <Shape name="tick" size={12} />{' '}
        {t('board:reassign.done', { count: outcomes.length - refused.length })}
      </p>
      {refused.length > 0 && (
        <>
          <p data-good="false">
            <Shape name="triangle" size={12} /> {t('board:reassign.refused', { count: refused.length })}
          </p>
          <ul>
            {refused.map(({ claimId, caseNumber, error }) => (
              <li key={claimId}>
                <Link to="/claims/$claimId" params={{ claimId }}>
                  <CaseNumber>{caseNumber}</CaseNumber>
                </Link>
                <ProblemLine error={error} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
