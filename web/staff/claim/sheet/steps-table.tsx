import { Fragment, useState } from 'react'
import { formatMoney, Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import type { TracedStep } from './traces.ts'

/** How the figure came about: each step opens its formula, its clause and what went in. */
export function StepsTable({ steps }: { readonly steps: readonly TracedStep[] }) {
  const t = useText()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <table className="lp-sheet cl-steps">
      <caption>{t('claim:sheet.steps')}</caption>
      <tbody>
        {steps.map(({ id, name, minor, trace, shares }, index) => (
          <Fragment key={id}>
            <tr>
              <th scope="row">
                {index + 1}. {name}
                {shares.map((share) => (
                  <small key={share.name}>
                    {' '}
                    {share.name} {formatMoney(share.minor)}
                  </small>
                ))}
              </th>
              <td className="lp-money">
                <button type="button" aria-expanded={open.has(id)} onClick={() => toggle(id)}>
                  <Money minor={minor} />
                  <span className="lp-hidden"> {t('blocks:sheet.why')}</span>
                </button>
              </td>
            </tr>
            {open.has(id) && (
              <tr>
                <td colSpan={2} className="lp-trace">
                  <dl>
                    <dt>{t('blocks:trace.formula')}</dt>
                    <dd>{trace.formula}</dd>
                    {trace.inputs.map((input) => (
                      <Fragment key={input.name}>
                        <dt>{input.name}</dt>
                        <dd>
                          {input.value}
                          {input.source !== null && <small> · {input.source}</small>}
                        </dd>
                      </Fragment>
                    ))}
                    <dt>{t('blocks:trace.clause')}</dt>
                    <dd>{trace.clause}</dd>
                    {trace.rounding !== null && (
                      <>
                        <dt>{t('blocks:trace.rounding')}</dt>
                        <dd>{trace.rounding}</dd>
                      </>
                    )}
                  </dl>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
