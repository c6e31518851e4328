import { useQuery } from '@tanstack/react-query'
import type { paths } from '../../http/schema.d.ts'

type Reported = paths['/claims']['post']['responses'][201]['content']['application/json']

export const reportedKey = (claimId: string) => ['reported', claimId] as const

/** What the report was answered with; undefined when the page was opened anew since. */
export function useReported(claimId: string): Reported | undefined {
  return useQuery<Reported>({ queryKey: reportedKey(claimId), enabled: false }).data
}
