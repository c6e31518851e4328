import { signatureScheme } from '../signed-http/signature.ts'

/** Signatures of the message gateway's HTTP protocol, version 1 (docs/message-protocol.md). */
export const messageSignature = signatureScheme('message', 'MESSAGE1')
