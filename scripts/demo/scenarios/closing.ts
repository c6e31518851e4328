import type { Story } from '../story.ts'

/** Agreed, approved and released, up to the bank's word. */
export async function agreeAndRelease(story: Story, insured: string, amountMinor: number): Promise<void> {
  await story.propose()
  await story.agree()
  await story.settle([{ partyId: insured, amountMinor }])
  await story.approveAll()
  await story.release()
}
