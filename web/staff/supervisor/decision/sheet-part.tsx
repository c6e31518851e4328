import { useQuery } from '@tanstack/react-query'
import type { CalculatedSheet, Step, StepInput } from '../../../../domain/adjustment/sheet-types.ts'
import { formatMoney, Money } from '../../../blocks/money.tsx'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { useSay, useText } from '../../../language/language.ts'
import { sheetQuery } from '../../claim/queries.ts'

interface SheetPartProps {
  readonly claimId: string
  readonly version: number
}

/** The calculation, folded to its result; open, every step with formula, clause and inputs. */
export function SheetPart({ claimId, version }: SheetPartProps) {
  const t = useText()
  const sheet = useQuery(sheetQuery(claimId, version))
  return (
    <section className="st-paper">
      <details className="su-sheet">
        <summary>
          <strong>{t('supervisor:sheet.title', { version })}</strong>
          {sheet.isSuccess && (
            <>
              <span>
                {t(sheet.data.rerun.agrees ? 'supervisor:sheet.agrees' : 'supervisor:sheet.differs')}
              </span>
              <Money minor={sheet.data.result.payableMinor} />
            </>
          )}
        </summary>
        {sheet.isPending && <Loading />}
        {sheet.isError && <Failed error={sheet.error} again={() => void sheet.refetch()} />}
        {sheet.isSuccess && <Steps sheet={sheet.data.result} />}
      </details>
    </section>
  )
}

function Steps({ sheet: { steps, payableMinor } }: { readonly sheet: CalculatedSheet }) {
  const t = useText()
  const say = useSay()
  return (
    <Wide label={t('supervisor:sheet.steps')}>
      <table className="se-table">
        <caption className="lp-hidden">{t('supervisor:sheet.steps')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supervisor:sheet.step')}</th>
            <th scope="col">{t('supervisor:sheet.how')}</th>
            <th scope="col" className="lp-money">
              {t('supervisor:sheet.result')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">
                {say(step.label)}
                <small>{say(step.clause)}</small>
              </th>
              <td>
                {say(step.formulaText)}
                <Inputs step={step} />
              </td>
              <td className="lp-money">{formatMoney(step.resultMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('blocks:sheet.total')}
            </th>
            <td className="lp-money">
              <Money minor={payableMinor} words />
            </td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}

function Inputs({ step }: { readonly step: Step }) {
  const say = useSay()
  return (
    <ul className="su-inputs">
      {step.inputs.map((input, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- A name may come twice; their order never changes.
        <li key={place}>
          {say(input.label)} {valueOf(input)}
        </li>
      ))}
    </ul>
  )
}

/** Fen are shown as money unless they are a fraction of one; everything else as it was put in. */
function valueOf({ value, unit }: StepInput): string {
  if (unit === 'fen' && /^-?\d+$/.test(value)) return formatMoney(Number(value))
  return unit === 'rate' && /^\d+(\.\d+)?$/.test(value) ? percent(value) : value
}

function percent(rate: string): string {
  return `${Number((Number(rate) * 100).toFixed(4))}%`
}
