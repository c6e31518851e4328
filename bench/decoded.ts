import type { DataConverter, Payload } from '@temporalio/common'

/** What the payloads hold, through the codec. */
export async function decoded<T>(
  converter: DataConverter,
  payloads: readonly Payload[],
): Promise<readonly (T | undefined)[]> {
  let clear = [...payloads]
  for (const codec of converter.payloadCodecs ?? []) clear = await codec.decode(clear)
  return clear.map(({ data }) => {
    const text = Buffer.from(data ?? []).toString('utf8')
    return text === '' ? undefined : (JSON.parse(text) as T)
  })
}
