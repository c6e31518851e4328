import { queryOptions } from '@tanstack/react-query'
import type { RuleTable } from '../../../domain/rules/table.ts'
import { answer, api } from '../../http/client.ts'

const readState = async () => answer(api.GET('/fast-track'))
export type FastTrackState = Awaited<ReturnType<typeof readState>>

/** Whether software settles claims, and what was set before. */
export const stateQuery = queryOptions({
  queryKey: ['fast-track'],
  queryFn: readState,
  refetchInterval: 10_000,
})

const readSamples = async () => (await answer(api.GET('/fast-track/samples'))).samples
export type Sample = Awaited<ReturnType<typeof readSamples>>[number]

/** What was drawn for the audit: first what nobody has looked at yet. */
export const samplesQuery = queryOptions({ queryKey: ['fast-track', 'samples'], queryFn: readSamples })

async function readLimits() {
  const { versions } = await answer(api.GET('/rules'))
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [inForce] = versions
    .filter(({ tableId, publishedAt, effectiveFrom, effectiveTo }) => {
      const holds = effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)
      return tableId === 'fastTrack' && publishedAt !== null && holds
    })
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version)
  if (inForce === undefined) return null
  const path = { table: 'fastTrack' as const, version: String(inForce.version) }
  const table = await answer(api.GET('/rules/{table}/versions/{version}', { params: { path } }))
  return table as unknown as RuleTable
}

/** The table by which claims are let in today; null when there is none. */
export const limitsQuery = queryOptions({ queryKey: ['fast-track', 'limits'], queryFn: readLimits })
