/**
 * `npm run backup -- --to FOLDER [--increment] [--keep N]`: backs up the product that runs on this machine
 * (docs/operations.md). The data folder is that of `npm start`.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { takeBackup } from './backup/take-backup.ts'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'

const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    increment: { type: 'boolean', default: false },
    keep: { type: 'string', default: '2' },
  },
})
const copiesKept = Number(values.keep)
if (values.to === undefined || !Number.isInteger(copiesKept) || copiesKept < 1) {
  process.stderr.write('usage: npm run backup -- --to FOLDER [--increment] [--keep COPIES]\n')
  process.exit(2)
}
const { until, clusterFiles, uploads, dropped } = await takeBackup({
  dataFolder: defaultDataFolder(inheritedEnvironment()),
  to: resolve(values.to),
  increment: values.increment,
  copiesKept,
})
process.stdout.write(
  [
    `Everything until ${until} can be restored from ${resolve(values.to)}.`,
    `${clusterFiles} files of the cluster and ${uploads} new uploads were copied; ${dropped.copies} old copies and ${dropped.segments} old pieces of the log were dropped.`,
    '',
  ].join('\n'),
)
