/**
 * `npm run topology`: the topology of docker-compose.yml without containers, kept up until Ctrl-C.
 * `-- --demonstration` loads demonstration data; `-- --demo` loads it into a topology of its own that
 * disappears again, runs the demo there and ends with its verdict.
 */
import { join } from 'node:path'
import { demonstrateAlone } from './demo/demonstrate.ts'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { runInForeground, showProgress } from './embedded/foreground.ts'
import { startTopology } from './topology/start-topology.ts'

if (process.argv.includes('--demo')) {
  const held = await demonstrateAlone((abort) =>
    startTopology({ demonstration: true, report: showProgress, abort }),
  )
  process.exitCode = held ? 0 : 1
} else {
  await runInForeground(
    {
      dataFolder: join(defaultDataFolder(inheritedEnvironment()), 'topology'),
      ports: 'usual',
      demonstration: process.argv.includes('--demonstration'),
    },
    startTopology,
  )
}
