import type { Step } from '../../../domain/adjustment/sheet-types.ts'
import { Money } from '../../blocks/money.tsx'
import { factsOf, inOneLine, useStepWords } from '../../blocks/step-words.ts'
import { useText } from '../../language/language.ts'
import { useAmountNames } from './amount-steps.tsx'
import type { Amount } from './queries.ts'
import { restOf } from './rest-of-amount.ts'

/** The line that leads from the accepted losses to what is paid, with what has made it less. */
export function AmountRest({ amount }: { readonly amount: Amount }) {
  const t = useText()
  const names = useAmountNames(amount)
  const inWords = useStepWords()
  const { steps, roundingPolicy } = amount
  const { minor, reasons } = restOf(amount)
  if (minor === 0) return null
  const facts =
    roundingPolicy === null
      ? []
      : factsOf(reasons, inWords({ steps: steps as unknown as readonly Step[], roundingPolicy }, names))
  const help = t(minor < 0 ? 'customer:amount.restHelp' : 'customer:amount.restMore')
  return (
    <li>
      <div className="my-row">
        <strong>{t('customer:amount.rest')}</strong>
        <Money minor={minor} />
      </div>
      <small>{facts.length === 0 ? help : inOneLine(facts)}</small>
    </li>
  )
}
