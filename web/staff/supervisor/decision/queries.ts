import { queryOptions } from '@tanstack/react-query'
import type { CalculatedSheet, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import { answer, api } from '../../../http/client.ts'
import { claimKey } from '../../settlement/queries.ts'

async function readSheet(claimId: string, version: number) {
  const path = { claimId, version }
  const sheet = await answer(api.GET('/claims/{claimId}/sheets/{version}', { params: { path } }))
  return {
    ...sheet,
    input: sheet.input as unknown as SheetInput,
    result: sheet.result as unknown as CalculatedSheet,
  }
}

/** One version of the calculation, calculated again; it never changes. */
export const sheetQuery = (claimId: string, version: number) =>
  queryOptions({
    queryKey: [...claimKey(claimId), 'sheet', version],
    queryFn: () => readSheet(claimId, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
