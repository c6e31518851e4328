import type { Finding } from './finding.ts'
import { show } from './statistics.ts'
import { table } from './table.ts'

/** What one part found: medians of its rounds with their range, and how each stands to its aim. */
export function report(name: string, { figures, checked }: Finding, seconds: number): string {
  const rows = figures.map(({ name: figure, unit, value, aim }) => [
    figure,
    `${show(value, value.median < 10 ? 2 : value.median < 1000 ? 1 : 0)}${unit === '' ? '' : ` ${unit}`}`,
    String(value.rounds),
    aim?.text ?? '',
    aim === undefined ? '' : aim.met ? 'met' : 'MISSED',
  ])
  const head = [name, 'median (range)', 'rounds', 'aim', '']
  return `\n${table(head, rows)}\nChecked: ${checked}. ${seconds.toFixed(0)} s.\n`
}
