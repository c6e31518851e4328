import { Fragment, useId, useState } from 'react'
import { useText } from '../language/language.ts'
import { amountInWords, formatMoney, Money } from './money.tsx'
import { Wide } from './wide.tsx'

/** How a figure came about: everything that its reader needs to calculate it again. */
export interface Trace {
  readonly formula: string
  readonly clause: string | null
  readonly inputs: readonly {
    readonly name: string
    readonly value: string
    readonly source: string | null
  }[]
  readonly rounding: string | null
  /** Where the result is divided: whose part is how much. */
  readonly shares?: readonly { readonly name: string; readonly value: string }[]
}

export interface SheetLine {
  readonly id: string
  readonly name: string
  readonly claimant?: string
  readonly askedMinor: number | null
  readonly assessedMinor: number | null
  readonly agreedMinor: number | null
  readonly trace?: Trace
}

/** A line between what was agreed and what is paid: what is taken off, or added, and why. */
export interface SheetDifference {
  readonly id: string
  readonly name: string
  readonly reason?: string
  readonly minor: number
  readonly trace?: Trace
}

interface SheetProps {
  readonly caption: string
  readonly lines: readonly SheetLine[]
  /** Together with what was agreed they come to the total. */
  readonly differences?: readonly SheetDifference[]
  readonly totalMinor: number | null
  readonly totalTrace?: Trace
}

/** A calculation with its reasons: a figure that has a trace opens it. */
export function Sheet({ caption, lines, differences = [], totalMinor, totalTrace }: SheetProps) {
  const t = useText()
  const agreedMinor = lines.reduce((sum, line) => sum + (line.agreedMinor ?? 0), 0)
  return (
    <Wide label={caption}>
      <table className="lp-sheet lp-sheet-lines">
        <caption className="lp-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('blocks:sheet.item')}</th>
            {(['asked', 'assessed', 'agreed'] as const).map((column) => (
              <th key={column} scope="col" data-money>
                {t(`blocks:sheet.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Traced key={line.id} minor={line.agreedMinor} trace={line.trace}>
              {(figure) => (
                <>
                  <th scope="row">
                    {line.name}
                    {line.claimant !== undefined && <small> · {line.claimant}</small>}
                  </th>
                  <td className="lp-money">
                    <Money minor={line.askedMinor} />
                  </td>
                  <td className="lp-money">
                    <Money minor={line.assessedMinor} />
                  </td>
                  <td className="lp-money">{figure}</td>
                </>
              )}
            </Traced>
          ))}
        </tbody>
        {differences.length > 0 && (
          <tbody className="lp-sheet-between">
            <tr>
              <th scope="row" colSpan={3}>
                {t('blocks:sheet.agreedInAll')}
              </th>
              <td className="lp-money">
                <Money minor={agreedMinor} />
              </td>
            </tr>
            {differences.map(({ id, name, reason, minor, trace }) => (
              <Traced key={id} minor={minor} trace={trace}>
                {(figure) => (
                  <>
                    <th scope="row" colSpan={3}>
                      {name}
                      {reason !== undefined && <small> · {reason}</small>}
                    </th>
                    <td className="lp-money">{figure}</td>
                  </>
                )}
              </Traced>
            ))}
          </tbody>
        )}
        <tfoot>
          <Traced minor={totalMinor} trace={totalTrace} words>
            {(figure) => (
              <>
                <th scope="row" colSpan={3}>
                  {t('blocks:sheet.total')}
                </th>
                <td className="lp-money">{figure}</td>
              </>
            )}
          </Traced>
        </tfoot>
      </table>
    </Wide>
  )
}

interface TracedProps {
  readonly minor: number | null
  readonly trace: Trace | undefined
  readonly words?: boolean
  readonly children: (figure: React.ReactNode) => React.ReactNode
}

function Traced({ minor, trace, words = false, children }: TracedProps) {
  const [open, setOpen] = useState(false)
  const t = useText()
  const id = useId()
  const figure =
    trace === undefined || minor === null ? (
      <Money minor={minor} words={words} />
    ) : (
      <>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {formatMoney(minor)}
          <span className="lp-hidden"> {t('blocks:sheet.why')}</span>
        </button>
        {words && <Words minor={minor} />}
      </>
    )
  return (
    <>
      <tr>{children(figure)}</tr>
      {open && trace !== undefined && (
        <tr id={id}>
          <td colSpan={4} className="lp-trace">
            <TraceList trace={trace} />
          </td>
        </tr>
      )}
    </>
  )
}

function Words({ minor }: { readonly minor: number }) {
  return (
    <span className="lp-money-words" lang="zh-CN">
      {amountInWords(minor)}
    </span>
  )
}

/** Formula, inputs with where they came from, clause, rounding and parts, to be read one after the other. */
export function TraceList({
  trace: { formula, clause, inputs, rounding, shares = [] },
}: {
  readonly trace: Trace
}) {
  const t = useText()
  return (
    <dl className="lp-trace-list">
      <dt>{t('blocks:trace.formula')}</dt>
      <dd>{formula}</dd>
      {inputs.map(({ name, value, source }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {source !== null && <small> · {source}</small>}
          </dd>
        </Fragment>
      ))}
      {clause !== null && (
        <>
          <dt>{t('blocks:trace.clause')}</dt>
          <dd>{clause}</dd>
        </>
      )}
      {rounding !== null && (
        <>
          <dt>{t('blocks:trace.rounding')}</dt>
          <dd>{rounding}</dd>
        </>
      )}
      {shares.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{t('blocks:trace.share', { name })}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
