/** Who opens a customer's page, with a network and without. */
import { Problem } from '../../http/problem.ts'
import { queryClient, whoIsIt } from '../../http/queries.ts'
import { forgetAnswers, keepAnswers, showKeptAnswers } from './kept-answers.ts'
import { forgetPages, keepPages } from './kept-pages.ts'

let keptBy: string | null = null

/**
 * The customer who is signed in; null when nobody is, or somebody of the staff. Where nobody answers it is the
 * customer who was last here on this telephone, with what they were told then.
 */
export async function whoOpens(): Promise<string | null> {
  try {
    const me = await whoIsIt()
    if (me?.kind !== 'customer') {
      forgetAnswers()
      return null
    }
    keep(me.personId)
    return me.personId
  } catch (error) {
    const personId = error instanceof Problem && error.code === 'offline' ? showKeptAnswers() : null
    if (personId === null) throw error
    awaitNetwork(personId)
    return personId
  }
}

function keep(personId: string): void {
  if (keptBy === personId) return
  keptBy = personId
  keepAnswers(personId)
  keepPages()
}

let awaited = false

/** Once it is back the session is asked for; if it is no longer that of the person, the page begins anew. */
function awaitNetwork(personId: string): void {
  if (awaited) return
  awaited = true
  addEventListener('online', () => void comeBack(personId), { once: true })
}

async function comeBack(personId: string): Promise<void> {
  awaited = false
  const now = await whoIsIt().catch(() => undefined)
  if (now === undefined) awaitNetwork(personId)
  else if (now?.personId !== personId) location.reload()
  else {
    keep(personId)
    await queryClient.invalidateQueries()
  }
}

/** Whoever signs out leaves nothing on the telephone that they were told. */
export async function forgetAll(): Promise<void> {
  keptBy = null
  forgetAnswers()
  await forgetPages()
}
