import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'

/** Everything that a change of people may move. */
export const peopleKey = ['people'] as const

async function readPage(after: string | null) {
  const query = { limit: 100, ...(after === null ? {} : { after }) }
  return answer(api.GET('/people', { params: { query } }))
}

export type Colleague = Awaited<ReturnType<typeof readPage>>['people'][number]

async function readEverybody(): Promise<readonly Colleague[]> {
  const found: Colleague[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(after)
    found.push(...page.people)
    after = page.next
  } while (after !== null)
  return found.toSorted((one, other) => one.displayName.localeCompare(other.displayName, 'zh'))
}

/** Everybody of the staff whom the reader may see, by name. */
export const everybodyQuery = queryOptions({ queryKey: [...peopleKey, 'everybody'], queryFn: readEverybody })

const readPerson = async (personId: string) =>
  answer(api.GET('/people/{personId}', { params: { path: { personId } } }))

export type Person = Awaited<ReturnType<typeof readPerson>>

/** One person with everything they hold and held. */
export const personQuery = (personId: string) =>
  queryOptions({ queryKey: [...peopleKey, personId], queryFn: () => readPerson(personId) })

export const branchesQuery = queryOptions({
  queryKey: [...peopleKey, 'branches'],
  queryFn: async () => (await answer(api.GET('/branches'))).branches,
  staleTime: 5 * 60_000,
})

const readCalendars = async () => (await answer(api.GET('/calendars'))).calendars

export type Calendar = Awaited<ReturnType<typeof readCalendars>>[number]

export const calendarsKey = ['calendars'] as const

/** Every version of the working days, the newest first. */
export const calendarsQuery = queryOptions({ queryKey: calendarsKey, queryFn: readCalendars })
