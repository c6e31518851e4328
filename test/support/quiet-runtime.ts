import { DefaultLogger, Runtime } from '@temporalio/worker'

let isInstalled = false

/** Lets Temporal's native core say its errors only. It refuses to be set up twice, and files share a process. */
export function quietRuntime(): void {
  if (isInstalled) return
  isInstalled = true
  Runtime.install({ logger: new DefaultLogger('ERROR') })
}
