/** Temporal's native core with its errors only, once a process: it refuses to be set up twice. */
import { DefaultLogger, Runtime } from '@temporalio/worker'

Runtime.install({ logger: new DefaultLogger('ERROR') })
