import { collectDefaultMetrics, Registry } from 'prom-client'

/** Where a process keeps its figures. Those of Node itself are gathered only when somebody may ask for them. */
export function createRegistry({ served }: { readonly served: boolean }): Registry {
  const registry = new Registry()
  if (served) collectDefaultMetrics({ register: registry })
  return registry
}
