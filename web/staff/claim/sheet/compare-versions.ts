/** Two versions of a calculation beside each other: which figure became which. */
import type { CalculatedSheet, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'

interface Version {
  readonly input: SheetInput
  readonly result: CalculatedSheet
}

/** Fen before and after; null where one of the two does not have it. */
export interface ComparedFigure {
  readonly id: string
  readonly before: number | null
  readonly after: number | null
}

/** A line of loss, whose and what in the later version, or in the earlier if it is no longer there. */
export interface ComparedLine extends ComparedFigure {
  readonly item: string
  readonly claimantId: string
  readonly coverage: string
  /** The catalogue class then and now, where it is another: the same amount counts for more or less by it. */
  readonly classes: { readonly before: string; readonly after: string } | null
}

export interface Comparison {
  readonly lines: readonly ComparedLine[]
  readonly coverages: readonly (ComparedFigure & {
    readonly coverage: string
    readonly subject: string | null
  })[]
  readonly steps: readonly ComparedFigure[]
  readonly payable: ComparedFigure
}

function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly {
  readonly id: string
  readonly was: T | undefined
  readonly is: T | undefined
  readonly any: T
}[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])))
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((id) => {
    const [was, is] = [old?.get(id), now?.get(id)]
    const any = is ?? was
    return any === undefined ? [] : [{ id, was, is, any }]
  })
}

const linesOf = ({ input }: Version) =>
  input.coverages.flatMap((coverage) =>
    'lines' in coverage
      ? coverage.lines.map((line) => ({
          ...line,
          coverage: coverage.coverage,
          counts: line.agreedMinor ?? line.assessedMinor,
        }))
      : [],
  )

const classesOf = (before: string | undefined, after: string | undefined) =>
  before === undefined || after === undefined || before === after ? null : { before, after }

/** Every line and coverage, changed or not, in the order of the versions; of the steps those that changed. */
export function compareVersions(before: Version, after: Version): Comparison {
  const figure = (id: string, was: number | undefined, is: number | undefined): ComparedFigure => ({
    id,
    before: was ?? null,
    after: is ?? null,
  })
  return {
    lines: pairs(linesOf(before), linesOf(after), ({ lineId }) => lineId).map(({ id, was, is, any }) => ({
      ...figure(id, was?.counts, is?.counts),
      item: any.item,
      claimantId: any.claimantId,
      coverage: any.coverage,
      classes: classesOf(was?.catalogueClass, is?.catalogueClass),
    })),
    coverages: pairs(
      before.result.byCoverage,
      after.result.byCoverage,
      ({ coverage, subject = '' }) => `${coverage} ${subject}`,
    ).map(({ id, was, is, any }) => ({
      ...figure(id, was?.payableMinor, is?.payableMinor),
      coverage: any.coverage,
      subject: any.subject ?? null,
    })),
    steps: pairs(before.result.steps, after.result.steps, ({ id }) => id)
      .map(({ id, was, is }) => figure(id, was?.resultMinor, is?.resultMinor))
      .filter((one) => one.before !== one.after),
    payable: figure('payable', before.result.payableMinor, after.result.payableMinor),
  }
}
