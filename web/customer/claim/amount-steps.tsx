import type { Step, StepInput } from '../../../domain/adjustment/sheet-types.ts'
import { formatMoney, Money } from '../../blocks/money.tsx'
import { useSay, useText } from '../../language/language.ts'
import type { Amount } from './queries.ts'

/** How the amount comes about, a step each: what went in, by which formula and clause, what came out. */
export function AmountSteps({ steps }: { readonly steps: Amount['steps'] }) {
  const t = useText()
  if (steps.length === 0) return null
  return (
    <details>
      <summary>{t('customer:amount.how')}</summary>
      <ol className="my-steps">
        {(steps as unknown as readonly Step[]).map((step) => (
          <OneStep key={step.id} step={step} />
        ))}
      </ol>
    </details>
  )
}

function OneStep({ step }: { readonly step: Step }) {
  const t = useText()
  const say = useSay()
  const { label, formulaText, clause, inputs, resultMinor } = step
  return (
    <li>
      <div className="my-row">
        <strong>{say(label)}</strong>
        <Money minor={resultMinor} />
      </div>
      <p>{say(formulaText)}</p>
      <dl className="my-facts">
        {inputs.map((input, index) => (
          <Input key={`${index} ${input.name}`} input={input} />
        ))}
        <dt>{t('blocks:trace.clause')}</dt>
        <dd>{say(clause)}</dd>
      </dl>
    </li>
  )
}

function Input({ input }: { readonly input: StepInput }) {
  const t = useText()
  const say = useSay()
  return (
    <>
      <dt>{say(input.label)}</dt>
      <dd className="lp-figure">
        {input.unit === 'class' ? t('customer:amount.class', { of: input.value }) : valueOf(input)}
      </dd>
    </>
  )
}

/** Fen as yuan, rates as per cent; what is neither, or does not end, as it stands. */
function valueOf({ unit, value }: StepInput): string {
  const number = Number(value)
  if (unit === 'fen' && Number.isSafeInteger(number)) return formatMoney(number)
  if (unit === 'rate' && Number.isFinite(number)) return `${Math.round(number * 10_000) / 100}%`
  return value
}
