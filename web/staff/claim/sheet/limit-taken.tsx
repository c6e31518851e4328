import { useState } from 'react'
import type { Overdrawn } from '../../../../domain/adjustment/shared-limits.ts'
import { Field } from '../../../blocks/field.tsx'
import { formatMoney } from '../../../blocks/money.tsx'
import { Problem } from '../../../http/problem.ts'
import { useSay, useText } from '../../../language/language.ts'
import { Check } from '../forms/form-kit.tsx'
import type { EditedCoverage } from './begin-sheet.ts'
import { takeOver } from './take-over.ts'

/** Their limits begin anew with each accident; the others last for the period of insurance. */
const perAccident: ReadonlySet<string> = new Set(['compulsoryMotor', 'thirdParty', 'driverSeat', 'liability'])

const coverageAt = (coverages: readonly EditedCoverage[], path: string): string =>
  coverages[Number(/^coverages\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)]?.coverage ?? ''

/** What other claims of the policy have taken from a limit, where the sheet leaves it out. */
function takenFrom(error: unknown): readonly Overdrawn[] {
  const found = error instanceof Problem && error.code === 'limitTaken'
  return found ? ((error.details['faults'] ?? []) as readonly Overdrawn[]) : []
}

interface LimitTakenProps {
  readonly error: Problem
  readonly coverages: readonly EditedCoverage[]
}

export function LimitTaken({ error, coverages }: LimitTakenProps) {
  const t = useText()
  const say = useSay()
  return (
    <div className="lp-error" role="alert">
      {say(error.text)}
      <ul>
        {takenFrom(error).map(({ path, takenMinor, statedMinor, caseNumbers }) => {
          const bucket = /\.used\.(\w+)$/.exec(path)?.[1]
          const coverage = coverageAt(coverages, path)
          return (
            <li key={path}>
              {coverage === '' ? '' : t(`claim:coverage.${coverage}`)}
              {bucket === undefined ? '' : ` · ${t(`claim:option.${bucket}`)}`}{' '}
              {t('claim:sheet.taken', {
                cases: caseNumbers.join('、'),
                taken: formatMoney(takenMinor),
                stated: formatMoney(statedMinor),
              })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface TakenProps {
  /** What the last attempt was refused for. */
  readonly error: unknown
  readonly coverages: readonly EditedCoverage[]
}

/** One press for each limit of which other claims have taken something that the sheet leaves out. */
export function TakeOver({
  error,
  coverages,
  change,
}: TakenProps & { readonly change: (coverages: readonly EditedCoverage[]) => void }) {
  const t = useText()
  return takenFrom(error).map((one) => (
    <p key={one.path}>
      <button type="button" className="lp-plain-button" onClick={() => change(takeOver(coverages, one))}>
        {t('claim:sheet.takeOver', {
          coverage: t(`claim:coverage.${coverageAt(coverages, one.path)}`),
          taken: formatMoney(one.takenMinor),
        })}
      </button>
    </p>
  ))
}

interface OtherAccidentsProps extends TakenProps {
  readonly stated: readonly string[]
  readonly change: (caseNumbers: readonly string[]) => void
}

/** Claims of the same day that were found to be other accidents: what they take leaves this one's limits whole. */
export function OtherAccidents({ error, coverages, stated, change }: OtherAccidentsProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const asked = takenFrom(error)
    .filter(({ path }) => perAccident.has(coverageAt(coverages, path)))
    .flatMap(({ caseNumbers }) => caseNumbers)
  const all = [...new Set([...stated, ...asked])]
  if (!coverages.some(({ coverage }) => perAccident.has(coverage)) && all.length === 0) return null
  const caseNumber = typed.replaceAll(/\s/g, '').toUpperCase()
  return (
    <details open={all.length > 0}>
      <summary>{t('claim:sheet.otherAccidents')}</summary>
      <fieldset className="cl-rows">
        <legend>{t('claim:sheet.otherAccidentsMeaning')}</legend>
        {all.map((one) => (
          <Check
            key={one}
            label={one}
            checked={stated.includes(one)}
            change={(other) => change(other ? [...stated, one] : stated.filter((before) => before !== one))}
          />
        ))}
        <div className="cl-grid">
          <Field
            label={t('claim:sheet.otherCaseNumber')}
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button
            type="button"
            className="lp-quiet-button"
            disabled={caseNumber === '' || stated.includes(caseNumber)}
            onClick={() => {
              change([...stated, caseNumber])
              setTyped('')
            }}
          >
            {t('claim:sheet.otherAccidentAdd')}
          </button>
        </div>
      </fieldset>
    </details>
  )
}
