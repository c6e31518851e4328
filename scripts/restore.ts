/**
 * `npm run restore -- --from FOLDER [--at TIME] [--replace]`: brings the data folder of `npm start` back to a moment
 * that a backup holds, while the product is stopped, and leaves it ready to be started (docs/operations.md).
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../db/migrate.ts'
import { defaultDataFolder, openDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { serviceEnvironment } from './embedded/services.ts'
import { describeOutcome, lookAfter } from './restore/look-after.ts'
import { putBack } from './restore/put-back.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    at: { type: 'string' },
    replace: { type: 'boolean', default: false },
  },
})
const at = values.at === undefined ? undefined : new Date(values.at)
if (values.from === undefined || (at !== undefined && Number.isNaN(at.getTime()))) {
  process.stderr.write(
    'usage: npm run restore -- --from FOLDER [--at 2026-11-24T10:00:00+08:00] [--replace]\n',
  )
  process.exit(2)
}
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const from = resolve(values.from)
const folder = await openDataFolder(defaultDataFolder(inheritedEnvironment()))
try {
  const options = { from, replace: values.replace, ...(at === undefined ? {} : { at }) }
  const { postgres, secrets, copy, uploads, putAside } = await putBack(folder, options)
  try {
    say(
      `The copy of ${copy.manifest.startedAt} was brought to ${values.at ?? 'the end of the archived log'}.`,
    )
    say(`${uploads} uploads were put back.`)
    if (putAside !== undefined) say(`What was there before lies in ${putAside}.`)
    await migrate(postgres.ownerUrl)
    const nowhere = { api: 'http://unused', apiPort: 0, temporal: 'unused', bank: 'http://unused' }
    const addresses = { ...nowhere, messageGateway: 'http://unused', database: postgres.appUrl }
    const environment = serviceEnvironment({}, addresses, secrets, folder.path, 'embedded')
    // An older copy may not know the timeline on which it was looked after; here nobody has to ask.
    say(describeOutcome(await lookAfter(environment, { evenIfNotRestored: true })))
  } finally {
    await postgres.child.stop()
  }
  say('Start the product, and then list what the outside knows and the database does not: npm run gaps')
} finally {
  folder.release()
}
