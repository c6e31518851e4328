/** What a drill has looked at, how often, and what was not as it has to be. */

interface Line {
  readonly what: string
  readonly checked: number
  readonly faults: readonly string[]
}

/** What the drill leaves for programs to read, format `lipei.drill/1`. */
export interface Written {
  readonly format: 'lipei.drill/1'
  readonly drill: string
  readonly holds: boolean
  readonly seconds: number
  /** What was measured, by name; the unit stands at the end of the name. */
  readonly figures: Readonly<Record<string, number | string>>
  readonly checks: readonly Line[]
}

const mostShown = 5

export class Verdict {
  readonly #drill: string
  readonly #say: (text: string) => void
  readonly #began = performance.now()
  readonly #lines: Line[] = []
  readonly #figures = new Map<string, number | string>()

  /** @param drill is its name, as in `npm run drill:NAME`. */
  constructor(drill: string, say: (text: string) => void) {
    this.#drill = drill
    this.#say = say
  }

  /** A step of the drill, with the time since its beginning. */
  step(text: string): void {
    this.#say(`${String(this.#seconds()).padStart(4)} s  ${text}`)
  }

  /** Something that was looked at so often. Nothing looked at is a fault: a check that saw nothing proves nothing. */
  check(what: string, checked: number, faults: readonly string[]): void {
    const all = checked === 0 ? ['nothing was there to be checked'] : [...faults]
    this.#lines.push({ what, checked, faults: all })
    this.#say(`        ${all.length === 0 ? '✓' : '✗'} ${what} (${checked})`)
    for (const fault of all.slice(0, mostShown)) this.#say(`            ${fault}`)
    if (all.length > mostShown) this.#say(`            and ${all.length - mostShown} more`)
  }

  figure(name: string, value: number | string): void {
    this.#figures.set(name, value)
  }

  /** A drill that has checked nothing does not hold. */
  get holds(): boolean {
    return this.#lines.length > 0 && this.#lines.every(({ faults }) => faults.length === 0)
  }

  get written(): Written {
    return {
      format: 'lipei.drill/1',
      drill: this.#drill,
      holds: this.holds,
      seconds: this.#seconds(),
      figures: Object.fromEntries(this.#figures),
      checks: this.#lines,
    }
  }

  /** The whole of it at one look: every check with how often it was made and how often it failed. */
  table(): string {
    const widest = Math.max(...this.#lines.map(({ what }) => what.length), ...figureNames(this.#figures))
    const row = (name: string, ...cells: readonly (number | string)[]) =>
      [name.padEnd(widest), ...cells.map((cell) => String(cell).padStart(8))].join(' ')
    const failed = this.#lines.filter(({ faults }) => faults.length > 0).length
    return [
      row('check', 'checked', 'faults'),
      ...this.#lines.map(({ what, checked, faults }) => row(what, checked, faults.length)),
      ...[...this.#figures].map(([name, value]) => row(name, value)),
      this.holds
        ? `The ${this.#drill} drill holds: ${this.#lines.length} checks, ${this.#seconds()} s.`
        : `The ${this.#drill} drill FAILS: ${failed} of ${this.#lines.length} checks, ${this.#seconds()} s.`,
    ].join('\n')
  }

  #seconds(): number {
    return Math.round((performance.now() - this.#began) / 1000)
  }
}

const figureNames = (figures: ReadonlyMap<string, unknown>) => [...figures.keys()].map((name) => name.length)

/** What is in one of the sets and not in the other, in words. */
export function differences(
  what: string,
  found: Iterable<string>,
  expected: Iterable<string>,
): readonly string[] {
  const [all, wanted] = [new Set(found), new Set(expected)]
  return [
    ...[...wanted].filter((one) => !all.has(one)).map((one) => `${what} ${one} is missing`),
    ...[...all].filter((one) => !wanted.has(one)).map((one) => `${what} ${one} was not expected`),
  ]
}
