/** Messages that left us, as the gateway's simulator remembers them. A provider's report says the same by its ids. */
import type { Instant } from '../../domain/time/instant.ts'
import type { MessageRow } from '../message-simulator/store.ts'

export interface SentMessage {
  /** The notice's id. */
  readonly id: string
  readonly template: string
  readonly at: Instant
  /** The last digits only. */
  readonly to: string
}

/** Codes of a sign-in are worth nothing after minutes, and nobody misses them. */
const worthless = 'oneTimeCode'

export async function sentBySimulator(url: string, since: Instant): Promise<readonly SentMessage[]> {
  const response = await fetch(`${url}/control/messages?since=${since}`)
  if (!response.ok) throw new Error(`The message gateway cannot be asked: ${response.status}.`)
  const { messages } = (await response.json()) as { readonly messages: readonly MessageRow[] }
  return messages
    .filter(({ template, acceptedAt }) => template !== worthless && acceptedAt > since)
    .map(({ id, template, acceptedAt, phone }) => ({
      id,
      template,
      at: acceptedAt,
      to: `…${phone.slice(-4)}`,
    }))
}
