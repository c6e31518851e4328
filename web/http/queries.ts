import { onlineManager, QueryClient, queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'
import { Problem } from './problem.ts'
import { forgetSession, mayBeSignedIn, rememberCsrf } from './session.ts'

/** Reads are shown from memory at once and asked for anew; refusals are not repeated, `send` repeats the rest. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

async function readMe() {
  const me = await answer(api.GET('/me'))
  rememberCsrf(me.csrfToken)
  return me
}

export type Me = Awaited<ReturnType<typeof readMe>>

export const meQuery = queryOptions({ queryKey: ['me'], staleTime: 5 * 60_000, queryFn: readMe })

/** Who is signed in on this browser; null when nobody is. */
export async function whoIsIt(): Promise<Me | null> {
  if (!mayBeSignedIn()) return null
  try {
    return await queryClient.ensureQueryData(meQuery)
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      forgetSession()
      return null
    }
    throw error
  }
}

/** How long a person who leaves waits for reads that are under way; milliseconds. */
const patience = 2000

/** Reads that are under way; after the end of the session they would come back as refused. */
async function underWay(): Promise<void> {
  const reads = queryClient
    .getQueryCache()
    .getAll()
    .flatMap(({ promise }) => (promise === undefined ? [] : [promise]))
  await Promise.race([Promise.allSettled(reads), new Promise((resolve) => setTimeout(resolve, patience))])
}

/** Ends the session and forgets everything that was read under it; the page is left afterwards. */
export async function signOut(): Promise<void> {
  // Pages go on asking by themselves until they are left; what they ask now is not sent any more.
  onlineManager.setOnline(false)
  try {
    await underWay()
    await answer(api.DELETE('/session'))
  } catch (error) {
    onlineManager.setOnline(true)
    throw error
  }
  forgetSession()
  forgetDrafts()
  queryClient.clear()
}

/** What was typed belongs to the person who is leaving; the next one at this desk finds none of it. */
function forgetDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (/^lipei\.(?:draft|message)\./.test(key)) localStorage.removeItem(key)
}
