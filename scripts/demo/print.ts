/** What the demo shows: each claim's path and amounts, and the checks at the end. */
import { groupForDisplay } from '../../domain/case-number.ts'
import type { Check } from './checks.ts'
import type { Played } from './scenario.ts'

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

const yuan = (minor: number) => `¥${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`

/** One claim: number, path through the stages, what was paid to how many, and where its figures come from. */
export async function reportClaim({ scenario, story }: Played): Promise<void> {
  const { events } = await story.cast
    .any('auditor')
    .http.get<{ events: readonly { readonly type: string; readonly toStage: string | null }[] }>(
      story.path('/history'),
    )
  const path = ['report', ...events.flatMap(({ toStage }) => (toStage === null ? [] : [toStage]))]
  const { outcome, intents } = await story.view()
  const paid = intents.filter((intent) => intent.status === 'paid')
  const sum = paid.reduce((total, intent) => total + intent.amountMinor, 0)
  say(`✓ ${groupForDisplay(story.caseNumber)}  ${scenario.title}`)
  say(`    ${scenario.source}`)
  say(`    ${path.join(' → ')}`)
  say(`    ${outcome ?? 'open'}, ${paid.length} payment(s), ${yuan(sum)}\n`)
}

export function reportChecks(checks: readonly Check[], failures: readonly string[], planned: number): void {
  say(`${planned - failures.length} of ${planned} claims were played to their end.`)
  for (const failure of failures) say(`✗ ${failure}`)
  for (const { name, checked, faults } of checks) {
    say(`${faults.length === 0 ? '✓' : '✗'} ${name} (${checked} claims)`)
    for (const fault of faults) say(`    ${fault}`)
  }
}
