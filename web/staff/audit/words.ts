import type { paths } from '../../http/schema.d.ts'

type Query = NonNullable<paths['/audit/entries']['get']['parameters']['query']>

/** What is looked for: the same words in the address and in the question to the API. */
export type Words = Omit<Query, 'cursor' | 'limit'>

const names = ['caseNumber', 'personId', 'action', 'outcome', 'from', 'to'] as const

/** The words of an address; what they do not mean the API refuses. */
export function wordsOf(search: Readonly<Record<string, unknown>>): Words {
  const found = names.flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  const outside = search['outsideClaims'] === true ? { outsideClaims: true } : {}
  return { ...(Object.fromEntries(found) as Words), ...outside }
}

/** The first instant of a day in Shanghai, and the first after it. */
export const dayBegins = (day: string): string => `${day}T00:00:00+08:00`
export function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  return dayBegins(next.toISOString().slice(0, 10))
}

/** The day that `dayBegins` was given, and the one that `dayAfter` was given. */
export const dayOf = (from: string | undefined): string => from?.slice(0, 10) ?? ''
export function lastDayOf(to: string | undefined): string {
  if (to === undefined || Number.isNaN(Date.parse(to))) return ''
  return new Date(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
