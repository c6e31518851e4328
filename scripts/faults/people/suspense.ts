/** Payments in doubt: two people of finance look at what the bank's books show, and say what became of the money. */
import type { ClaimState, Intent } from '../../../domain/claim/state.ts'
import { journalOf } from '../../demo/bank.ts'
import type { ClaimFile, Step } from './claim-file.ts'

/** Two people for each payment, and a few looks that show nothing. */
const mostLooks = 20

/** @param settled when the bank has come to rest: what it does not show by then, it never got. */
export async function suspenseSteps(
  file: ClaimFile,
  claim: ClaimState,
  settled = false,
): Promise<readonly Step[]> {
  const inDoubt = claim.intents.filter(({ status }) => status === 'suspense')
  const steps = inDoubt.map(async (intent) => {
    const outcome = await whatTheBankShows(file.office.bank, intent, settled)
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
  settled: boolean,
): Promise<'paid' | 'failed' | undefined> {
  const rows = await journalOf(bank, ref).catch(() => undefined)
  if (rows === undefined) return undefined
  if (rows.length === 0) return settled || firstSubmittedAt === null ? 'failed' : undefined
  const left = rows.filter(({ kind }) => kind === 'executed').length
  const back = rows.filter(({ kind }) => kind === 'returned').length
  return left > back ? 'paid' : 'failed'
}

/** After the day: what is still in doubt is settled by finance, claim by claim, until nothing is left that they can settle. */
export async function settleDoubts(file: ClaimFile): Promise<void> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const view = await file.look()
    const steps = view === undefined ? [] : await suspenseSteps(file, view.claim, true)
    const [step] = steps
    if (view !== undefined && step === undefined) return
    if (step !== undefined) await step.by.perform(step.operation)
  }
}
