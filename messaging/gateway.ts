import type { Instant } from '../domain/time/instant.ts'
import type { ExchangeFault } from '../signed-http/exchange.ts'

export interface OutgoingMessage {
  /** The notice's id. Sent again under it, a message is not delivered again. */
  readonly id: string
  readonly to: string
  readonly template: string
  readonly text: string
}

export type SendAnswer =
  | { readonly outcome: 'accepted'; readonly reference: string; readonly at: Instant }
  /** Definite: this message will not be delivered. */
  | { readonly outcome: 'rejected'; readonly reason: 'numberInvalid' | 'contentRefused' }
  /** It may have been taken; asking is sending the same message again. */
  | { readonly outcome: 'unknown'; readonly reason: ExchangeFault }

/** A carrier of text messages, whatever it speaks. Answers are never thrown; every call has a deadline. */
export interface MessageGateway {
  send(message: OutgoingMessage): Promise<SendAnswer>
}
