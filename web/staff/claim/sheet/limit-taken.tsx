import type { Overdrawn } from '../../../../domain/adjustment/shared-limits.ts'
import { formatMoney } from '../../../blocks/money.tsx'
import { Problem } from '../../../http/problem.ts'
import { useSay, useText } from '../../../language/language.ts'
import { Check } from '../forms/form-kit.tsx'
import type { EditedCoverage } from './begin-sheet.ts'

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

interface OtherAccidentsProps {
  /** What the last attempt was refused for. */
  readonly error: unknown
  readonly coverages: readonly EditedCoverage[]
  readonly stated: readonly string[]
  readonly change: (caseNumbers: readonly string[]) => void
}

/** Claims of the same day that were found to be other accidents: what they take leaves this one's limits whole. */
export function OtherAccidents({ error, coverages, stated, change }: OtherAccidentsProps) {
  const t = useText()
  const asked = takenFrom(error)
    .filter(({ path }) => perAccident.has(coverageAt(coverages, path)))
    .flatMap(({ caseNumbers }) => caseNumbers)
  const all = [...new Set([...stated, ...asked])]
  if (all.length === 0) return null
  return (
    <fieldset className="cl-rows">
      <legend>{t('claim:sheet.otherAccidents')}</legend>
      {all.map((caseNumber) => (
        <Check
          key={caseNumber}
          label={caseNumber}
          checked={stated.includes(caseNumber)}
          change={(other) =>
            change(other ? [...stated, caseNumber] : stated.filter((one) => one !== caseNumber))
          }
        />
      ))}
    </fieldset>
  )
}
