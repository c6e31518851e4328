/** By which keys Temporal's histories are encrypted: those cannot be rewritten, and keep theirs until they are deleted. */
import { Client, Connection } from '@temporalio/client'
import type { Config } from '../../config.ts'
import { sealingKey } from '../../temporal-codec.ts'

export interface SealedPayload {
  readonly metadata?: Readonly<Record<string, Uint8Array>> | null
  readonly data?: Uint8Array | null
}

/** Payloads stand at many places of an event; they are known by their metadata. */
function payloadsIn(value: unknown): readonly SealedPayload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  if ('metadata' in value && 'data' in value) return [value as SealedPayload]
  return Object.values(value).flatMap(payloadsIn)
}

/**
 * Reads every history that the server still has.
 *
 * @param onPayload is given each encrypted payload with the id of its key.
 * @returns how many payloads each key has.
 */
export async function historyKeys(
  config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>,
  onPayload: (payload: SealedPayload, workflowId: string) => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, number>> {
  const connection = await Connection.connect({ address: config.temporalAddress })
  const client = new Client({ connection, namespace: config.temporalNamespace })
  const counts = new Map<string, number>()
  try {
    for await (const { workflowId, runId } of client.workflow.list()) {
      const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory()
      for (const payload of payloadsIn(events)) {
        const key = sealingKey(payload)
        if (key === undefined) continue
        counts.set(key, (counts.get(key) ?? 0) + 1)
        await onPayload(payload, workflowId)
      }
    }
    return counts
  } finally {
    await connection.close()
  }
}
