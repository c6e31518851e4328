/** `npm start`: brings the whole product up on this machine and keeps it up until Ctrl-C. */
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { runInForeground } from './embedded/foreground.ts'

await runInForeground({
  dataFolder: defaultDataFolder(inheritedEnvironment()),
  ports: 'usual',
  demonstration: process.argv.includes('--demonstration'),
})
