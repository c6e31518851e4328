import { DefaultFailureConverter } from '@temporalio/common'

/**
 * Puts the message and stack of a failure into a payload, which the codec then
 * encrypts: errors quote what they failed on. The SDK loads this module by its path,
 * into the process and into the workflow sandbox, so it may import nothing of Node.
 * The failure's `type` stays in clear: it must be a name, never a value.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
