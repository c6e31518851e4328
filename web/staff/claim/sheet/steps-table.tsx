import { Fragment, useState } from 'react'
import { Money } from '../../../blocks/money.tsx'
import { TraceList } from '../../../blocks/sheet.tsx'
import type { WordedStep } from '../../../blocks/step-words.ts'
import { useText } from '../../../language/language.ts'

interface StepsTableProps {
  readonly steps: readonly WordedStep[]
  /** On paper nothing can be pressed: every step shows what it rests on. */
  readonly unfolded?: boolean
}

/** How the figure came about: each step opens its formula, its clause and what went in. */
export function StepsTable({ steps, unfolded = false }: StepsTableProps) {
  const t = useText()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <table className="lp-sheet cl-steps">
      <caption>{t(unfolded ? 'claim:sheet.stepsInFull' : 'claim:sheet.steps')}</caption>
      <tbody>
        {steps.map(({ id, name, minor, trace }, index) => (
          <Fragment key={id}>
            <tr>
              <th scope="row">
                {index + 1}. {name}
                {!unfolded &&
                  trace.shares?.map((share) => (
                    <small key={share.name}>
                      {' '}
                      {share.name} {share.value}
                    </small>
                  ))}
              </th>
              <td className="lp-money">
                {unfolded ? (
                  <Money minor={minor} />
                ) : (
                  <button type="button" aria-expanded={open.has(id)} onClick={() => toggle(id)}>
                    <Money minor={minor} />
                    <span className="lp-hidden"> {t('blocks:sheet.why')}</span>
                  </button>
                )}
              </td>
            </tr>
            {(unfolded || open.has(id)) && (
              <tr>
                <td colSpan={2} className="lp-trace">
                  <TraceList trace={trace} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
