import { isDeepStrictEqual } from 'node:util'
import type { ProductUnderTest } from './product-under-test.ts'
import { inParallel } from './reports.ts'

/** Which of these claims have a workflow that follows another state than their row holds, compared field by field. */
export async function unequalToRows(
  { cast }: ProductUnderTest,
  claimIds: readonly string[],
): Promise<readonly string[]> {
  const { http } = cast.any('auditor')
  const equal = await inParallel(claimIds, 8, async (claimId) => {
    const { status, body } = await http.getOnce<{ told: unknown; row: unknown }>(
      `/claims/${claimId}/workflow`,
    )
    return status === 200 && isDeepStrictEqual(body.told, body.row)
  })
  return claimIds.filter((_, index) => !equal[index])
}
