/** Payments in doubt: two people of finance look at what the bank's books show, and say what became of the money. */
import type { ClaimState, Intent } from '../../../domain/claim/state.ts'
import { journalOf } from '../../demo/bank.ts'
import type { ClaimFile, Step } from './claim-file.ts'

export async function suspenseSteps(file: ClaimFile, claim: ClaimState): Promise<readonly Step[]> {
  const inDoubt = claim.intents.filter(({ status }) => status === 'suspense')
  const steps = inDoubt.map(async (intent) => {
    const outcome = await whatTheBankShows(file.office.bank, intent)
    if (outcome === undefined) return []
    const proposer = intent.suspense?.proposal?.by
    const able = file.office.all('finance').filter(({ id }) => id !== proposer)
    if (able.length === 0) return []
    const operation = file.on('resolveSuspense', `/payments/${intent.id}/suspense-resolution`, { outcome })
    return [{ by: file.random.pick(able), operation }]
  })
  return (await Promise.all(steps)).flat()
}

/** Undefined while the bank may still move: nobody calls a payment lost that was sent and does not show yet. */
async function whatTheBankShows(
  bank: string,
  { ref, firstSubmittedAt }: Intent,
): Promise<'paid' | 'failed' | undefined> {
  const rows = await journalOf(bank, ref).catch(() => undefined)
  if (rows === undefined) return undefined
  if (rows.length === 0) return firstSubmittedAt === null ? 'failed' : undefined
  const left = rows.filter(({ kind }) => kind === 'executed').length
  const back = rows.filter(({ kind }) => kind === 'returned').length
  return left > back ? 'paid' : 'failed'
}
