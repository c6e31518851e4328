import type { Stage } from '../../../domain/claim/stages.ts'
import type { paths } from '../../http/schema.d.ts'

type Query = NonNullable<paths['/board/cases']['get']['parameters']['query']>

/** Which claims a number stands for: the same words in the address of the list and in the question to the API. */
export type CaseFilter = Omit<Query, 'cursor' | 'limit'>

export const stages = [
  'report',
  'documents',
  'acceptance',
  'survey',
  'adjustment',
  'approval',
  'payment',
] as const
export const terms = ['late', 'today', 'threeDays', 'week', 'later', 'paused', 'none'] as const
export const ages = ['day', 'threeDays', 'week', 'fortnight', 'month', 'older'] as const

const words = [
  'stage',
  'term',
  'age',
  'line',
  'branchId',
  'lateClock',
  'contactId',
  'holderId',
  'waiting',
] as const

/** The filter of an address; what it does not know is left out, what it does not understand the API refuses. */
export function filterOf(search: Readonly<Record<string, unknown>>): CaseFilter {
  const found = words.flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const level = typeof search['level'] === 'number' ? { level: search['level'] } : {}
  return { ...(Object.fromEntries(found) as CaseFilter), ...level }
}

/** Which part of the claims the board is about. */
export type BoardScope = NonNullable<paths['/board']['get']['parameters']['query']>

export function scopeOf(search: Readonly<Record<string, unknown>>): BoardScope {
  const { line, branchId } = filterOf(search)
  return { ...(line === undefined ? {} : { line }), ...(branchId === undefined ? {} : { branchId }) }
}

interface Passage extends BoardScope {
  readonly stage: Stage
  readonly period: 'current' | 'before'
}

/** Through which stage, and when; what the address does not say is the first stage, and the last thirty days. */
export function passageOf({ stage, period, ...rest }: Readonly<Record<string, unknown>>): Passage {
  return {
    ...scopeOf(rest),
    stage: stages.find((one) => one === stage) ?? 'report',
    period: period === 'before' ? 'before' : 'current',
  }
}
