/**
 * What this telephone has been told last about its owner's claims, for an opening without network: the list, their
 * progress and the policies, masked as the API gives them. No document, no message and no account in full.
 */
import { dehydrate, type DehydratedState, hydrate, type QueryKey } from '@tanstack/react-query'
import { queryClient } from '../../http/queries.ts'

const keptAs = 'lipei.kept'

/** After so long it is shown to nobody, and deleted when the page is opened. Milliseconds. */
const keptFor = 7 * 24 * 60 * 60_000

/** Answers come together; one writing is enough for them. Milliseconds. */
const pause = 500

interface Kept {
  /** Named by its content: another version of the pages may read answers otherwise. */
  readonly build: string
  readonly personId: string
  readonly queries: DehydratedState['queries']
}

const build = import.meta.url

const isKept = ([first, second, third]: QueryKey) =>
  (first === 'claims' && (second === 'own' || third === 'progress')) ||
  (first === 'policies' && second === 'own')

function read(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? 'null') as Kept | null
    return kept?.build === build ? kept : null
  } catch {
    return null
  }
}

const isYoung = ({ state }: Kept['queries'][number]) => state.dataUpdatedAt > Date.now() - keptFor

function write(personId: string): void {
  const before = read()
  const { queries: now } = dehydrate(queryClient, {
    shouldDehydrateQuery: ({ queryKey, state }) => isKept(queryKey) && state.data !== undefined,
  })
  const known = new Set(now.map(({ queryHash }) => queryHash))
  const earlier =
    before?.personId === personId
      ? before.queries.filter((one) => isYoung(one) && !known.has(one.queryHash))
      : []
  const kept: Kept = { build, personId, queries: [...now, ...earlier] }
  try {
    localStorage.setItem(keptAs, JSON.stringify(kept))
  } catch {
    // A full telephone keeps less; what another person was told is not left behind for it.
    localStorage.removeItem(keptAs)
  }
}

let stop = () => {}

/** From now on what the person is told is kept; what another one was told before is deleted. */
export function keepAnswers(personId: string): void {
  stop()
  if (read()?.personId !== personId) localStorage.removeItem(keptAs)
  let due: ReturnType<typeof setTimeout> | undefined
  const writeIfDue = () => {
    if (due !== undefined) write(personId)
    clearTimeout(due)
    due = undefined
  }
  const later = () => {
    due ??= setTimeout(writeIfDue, pause)
  }
  addEventListener('pagehide', writeIfDue)
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && isKept(event.query.queryKey)) later()
  })
  // What was answered before the person was known.
  later()
  stop = () => {
    unsubscribe()
    removeEventListener('pagehide', writeIfDue)
    clearTimeout(due)
  }
}

/** Puts what is kept before the pages, each answer with the time at which it was true; says whose it is. */
export function showKeptAnswers(): string | null {
  const kept = read()
  const queries = kept?.queries.filter(isYoung) ?? []
  if (kept === null || queries.length === 0) {
    forgetAnswers()
    return null
  }
  hydrate(queryClient, { mutations: [], queries })
  return kept.personId
}

export function forgetAnswers(): void {
  stop()
  stop = () => {}
  localStorage.removeItem(keptAs)
}
