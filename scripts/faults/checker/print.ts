import type { Verdict } from './judge.ts'

/** A line an invariant; under a violated one what shows it. */
export function printVerdict(verdict: Verdict): string {
  const lines = verdict.invariants.flatMap(({ id, checked, violated, violations, text, exercised }) => {
    const word = violated > 0 ? 'VIOLATED' : exercised ? 'holds' : 'not exercised'
    const row = `${id.padEnd(4)} ${word.padEnd(14)} ${String(checked).padStart(8)} checked ${String(violated).padStart(6)} violated  ${text}`
    const shown = violations.slice(0, 3).map((one) => {
      const evidence = JSON.stringify(one.evidence ?? {})
      return `       ${one.object}: ${one.why} ${evidence.length > 300 ? `${evidence.slice(0, 300)}…` : evidence}`
    })
    return [row, ...shown]
  })
  const red = verdict.invariants.filter(({ violated }) => violated > 0).map(({ id }) => id)
  const end = red.length === 0 ? 'green' : `red: ${red.join(', ')}`
  return `${[...lines, `seed ${verdict.seed}, ${verdict.minutes} minutes: ${end}`].join('\n')}\n`
}
