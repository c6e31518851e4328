import type { AdjustmentFault } from '../../../../domain/adjustment/sheet-types.ts'
import { formatMoney } from '../../../blocks/money.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { Problem } from '../../../http/problem.ts'
import { useSay, useText } from '../../../language/language.ts'
import type { EditedCoverage } from './begin-sheet.ts'
import { factKey, pathOf } from './fact-names.ts'
import { LimitTaken } from './limit-taken.tsx'
import { percentFromRate } from './percent.ts'

type Fault = Partial<AdjustmentFault> & { readonly policy?: unknown; readonly sheet?: unknown }

interface SheetProblemProps {
  readonly error: unknown
  readonly coverages: readonly EditedCoverage[]
}

/** What contradicts what, fault by fault: where each fact stands in the form, and what it says. */
export function SheetProblem({ error, coverages }: SheetProblemProps) {
  const t = useText()
  const say = useSay()
  const place = usePlace(coverages)
  const shown = useShown()
  const fieldOf = (path: string) => {
    const key = factKey(path)
    return key === undefined ? '' : t(key)
  }
  if (error instanceof Problem && error.code === 'limitTaken')
    return <LimitTaken error={error} coverages={coverages} />
  if (error instanceof Problem && error.code === 'malformed' && error.fields.length > 0)
    return (
      <div className="lp-error" role="alert">
        {say(error.text)}
        <ul>
          {error.fields.map(({ path: pointer, text }) => (
            <li key={pointer}>
              {place(pathOf(pointer))} {fieldOf(pathOf(pointer))} {say(text)}
            </li>
          ))}
        </ul>
      </div>
    )
  if (!(error instanceof Problem) || error.code !== 'sheetFaults') return <ProblemLine error={error} />
  const faults = (error.details['faults'] ?? []) as readonly Fault[]
  return (
    <div className="lp-error" role="alert">
      {say(error.text)}
      <ul>
        {faults.map(({ path = '', text, facts, policy, sheet }) => (
          <li key={path}>
            {text === undefined ? (
              <>
                {place(path)} {fieldOf(path)}{' '}
                {path.endsWith('documentId')
                  ? t('claim:sheet.notOfClaim')
                  : t(path.startsWith('delay') ? 'claim:sheet.notPaidThen' : 'claim:sheet.againstPolicy', {
                      policy: shown(path, policy),
                      sheet: shown(path, sheet),
                    })}
              </>
            ) : facts === undefined ? (
              <>
                {place(path)} {fieldOf(path)} {say(text)}
              </>
            ) : (
              <>
                {ruleIn(say(text))}
                {facts.map((fact) => (
                  <div key={fact.path}>
                    {place(fact.path)} {say(fact.name)}{' '}
                    <strong>
                      {fact.value === '' ? t('claim:sheet.notSaid') : shown(fact.path, fact.value)}
                    </strong>
                  </div>
                ))}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The facts follow the rule after a colon; here they stand below it. */
const ruleIn = (text: string) => text.split(/[：:]/)[0] ?? text

/** Where the words of a code are, by the last name of its place. */
const keyOf: Readonly<Record<string, (code: string) => string>> = {
  degree: (code) => `blocks:degree.${code}`,
  basis: (code) => `blocks:liabilityBasis.${code}`,
  item: (code) => `claim:item.${code}`,
  coverage: (code) => `claim:coverage.${code}`,
  wordingId: (code) => `claim:wording.${code}`,
  catalogueClass: (code) => `claim:class.${code}`,
  method: (code) => `claim:option.${code}`,
}

/** Amounts are told in fen, and sums of lines and receipts too; rates as decimal text; the rest as codes. */
function useShown(): (path: string, value: unknown) => string {
  const t = useText()
  return (path, value) => {
    const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : '—'
    const name = path.split('.').at(-1) ?? ''
    if (/(?:Minor|receipts|derivation|lines)$/.test(name) && /^-?\d+$/.test(text))
      return formatMoney(Number(text))
    if (/^[01]\.\d+$/.test(text)) return `${percentFromRate(text)}%`
    const key = keyOf[name]
    return key === undefined || !/^\w+$/.test(text) ? text : t(key(text))
  }
}

/** `coverages[0].lines[2].askedMinor` as the form has it: the coverage, and the number of the line. */
function usePlace(coverages: readonly EditedCoverage[]): (path: string) => string {
  const t = useText()
  return (path) => {
    const coverage = coverages[Number(/^coverages\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)]
    const line = /\.lines\[(\d+)\]/.exec(path)?.[1]
    const receipt = /\.receipts\[(\d+)\]/.exec(path)?.[1]
    const late = /^delay\[(\d+)\]/.exec(path)?.[1]
    const party = /^motor\.others\[(\d+)\]/.exec(path)?.[1]
    return [
      ...(coverage === undefined ? [] : [t(`claim:coverage.${coverage.coverage}`)]),
      ...(line === undefined ? [] : [t('claim:place.line', { number: Number(line) + 1 })]),
      ...(receipt === undefined ? [] : [t('claim:place.receipt', { number: Number(receipt) + 1 })]),
      ...(late === undefined ? [] : [t('claim:place.delay', { number: Number(late) + 1 })]),
      ...(path.startsWith('motor') ? [t('claim:motor.title')] : []),
      ...(party === undefined ? [] : [t('claim:place.party', { number: Number(party) + 1 })]),
    ].join(' · ')
  }
}
