import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SheetInput, SheetResult } from '../../../../domain/adjustment/sheet-types.ts'
import { answer, api } from '../../../http/client.ts'

/** What would be paid by an input: the same engine as for a claim, and nothing is kept. */
export const calculationQuery = (inputAsText: string) =>
  queryOptions({
    queryKey: ['calculation', inputAsText],
    queryFn: async () => {
      const asked = JSON.parse(inputAsText) as SheetInput
      const body = { input: asked as never }
      const result = (await answer(api.POST('/calculations', { body }))) as unknown as SheetResult
      return { asked, result }
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export const asText = (input: SheetInput) => JSON.stringify(input)
