/** Does the work for every item, so many at a time. */
export async function atMost<T>(
  limit: number,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  for await (const item of items) {
    const doing = work(item).finally(() => inFlight.delete(doing))
    inFlight.add(doing)
    if (inFlight.size >= limit) await Promise.race(inFlight)
  }
  await Promise.all(inFlight)
}
