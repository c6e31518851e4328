import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RuleTableId } from '../../../domain/rules/contracts.ts'
import type { RuleTable } from '../../../domain/rules/table.ts'
import { answer, api } from '../../http/client.ts'

export const rulesKey = ['rules'] as const

async function readVersions() {
  return (await answer(api.GET('/rules'))).versions
}
export type Version = Awaited<ReturnType<typeof readVersions>>[number]

/** Every version and proposal of every table, the newest of each first. */
export const versionsQuery = queryOptions({
  queryKey: rulesKey,
  queryFn: readVersions,
  refetchInterval: 10_000,
})

/** What one version says: it never changes. */
export const documentQuery = (table: RuleTableId, version: number) =>
  queryOptions({
    queryKey: [...rulesKey, table, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const path = { table, version: String(version) }
      const found = await answer(api.GET('/rules/{table}/versions/{version}', { params: { path } }))
      return found as unknown as RuleTable
    },
  })

async function readColumns(table: RuleTableId) {
  return answer(api.GET('/rules/{table}/columns', { params: { path: { table } } }))
}
export type Columns = Awaited<ReturnType<typeof readColumns>>
export type Column = Columns['inputs'][number]

export const columnsQuery = (table: RuleTableId) =>
  queryOptions({
    queryKey: [...rulesKey, table, 'columns'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readColumns(table),
  })

async function check(document: RuleTable) {
  const body = { document: { ...document } }
  return answer(api.POST('/rules/{table}/checks', { params: { path: { table: document.id } }, body }))
}
export type Checked = Awaited<ReturnType<typeof check>>
export type Fault = Checked['faults'][number]

/** What is wrong with a draft, and which rows its test cases meet; the last answer stays until the next is there. */
export const checkQuery = (document: RuleTable) =>
  queryOptions({
    queryKey: ['rule-check', document],
    queryFn: () => check(document),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })

export type Draft = { readonly document: RuleTable } | { readonly versionId: string }

/** Tries a draft on closed claims; nothing is stored. */
export async function runBacktest(table: RuleTableId, draft: Draft) {
  const body = { draft: 'versionId' in draft ? draft : { document: { ...draft.document } } }
  return answer(api.POST('/rules/{table}/backtests', { params: { path: { table } }, body }))
}
export type Backtest = Awaited<ReturnType<typeof runBacktest>>
