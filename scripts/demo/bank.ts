/** The bank's simulator: told to misbehave, and asked for the truth about money. */
import type { JournalRow } from '../bank-simulator/store-schema.ts'

export async function misbehave(
  bank: string,
  rule: { readonly match: object; readonly behaviour: string; readonly parameters?: object },
): Promise<void> {
  const response = await fetch(`${bank}/control/behaviours`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rule),
  })
  if (!response.ok)
    throw new Error(`The bank does not misbehave: ${response.status} ${await response.text()}`)
}

/** Whatever it was told to do wrong is over. */
export async function forgive(bank: string): Promise<void> {
  const response = await fetch(`${bank}/control/behaviours`, { method: 'DELETE' })
  if (!response.ok) throw new Error(`The bank goes on misbehaving: ${response.status}`)
}

/** What really moved under a reference. */
export async function journalOf(bank: string, ref: string): Promise<readonly JournalRow[]> {
  const response = await fetch(`${bank}/control/journal?ref=${ref}`)
  return ((await response.json()) as { rows: readonly JournalRow[] }).rows
}
