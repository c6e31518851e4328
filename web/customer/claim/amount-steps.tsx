import type { Step } from '../../../domain/adjustment/sheet-types.ts'
import { Money } from '../../blocks/money.tsx'
import { TraceList } from '../../blocks/sheet.tsx'
import { useStepWords } from '../../blocks/step-words.ts'
import { useSay, useText } from '../../language/language.ts'
import type { Amount } from './queries.ts'

/** How the amount comes about, a step each: what went in and where it came from, by which formula and clause. */
export function AmountSteps({ amount }: { readonly amount: Amount }) {
  const t = useText()
  const names = useAmountNames(amount)
  const inWords = useStepWords()
  const { roundingPolicy } = amount
  if (roundingPolicy === null) return null
  const steps = inWords({ steps: amount.steps as unknown as readonly Step[], roundingPolicy }, names)
  return (
    <details>
      <summary>{t('customer:amount.how')}</summary>
      <ol className="my-steps">
        {steps.map(({ id, name, minor, trace }, index) => (
          <li key={id}>
            <div className="my-row">
              <strong>
                {index + 1}. {name}
              </strong>
              <Money minor={minor} />
            </div>
            <TraceList trace={trace} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What items and claimants of an amount are called to its reader. */
export function useAmountNames({ claimants, lines }: Amount) {
  const t = useText()
  const say = useSay()
  const people = new Map(claimants.map(({ claimantId, name }) => [claimantId, say(name)]))
  const item = (code: string) => t(`customer:damage.${code}`)
  const line = (of: Pick<Amount['lines'][number], 'item' | 'claimantId'>) =>
    people.size < 2 ? item(of.item) : `${item(of.item)} · ${people.get(of.claimantId) ?? ''}`
  return { people, item, line, lines: new Map(lines.map((one) => [one.lineId, line(one)])) }
}
