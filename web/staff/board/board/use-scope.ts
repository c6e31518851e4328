import { useSearch } from '@tanstack/react-router'
import type { BoardScope } from '../case-filter.ts'

/** The part of the claims that the board is about, as its address says. */
export function useScope(): BoardScope {
  return useSearch({ from: '/shell/board' })
}
