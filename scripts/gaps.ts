/**
 * `npm run gaps [-- --end-orphans]`: lists what workflows, bank and message gateway know and a restored database does
 * not (docs/operations.md). With the services' environment, or for the product that `npm start` runs here.
 */
import { parseArgs } from 'node:util'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { environmentOfRunning } from './embedded/running-product.ts'
import { endOrphans, findGaps, type Gaps } from './gaps/find-gaps.ts'
import { withSources } from './gaps/open-sources.ts'

const { values } = parseArgs({ options: { 'end-orphans': { type: 'boolean', default: false } } })
const inherited = inheritedEnvironment()
const environment = inherited['DATABASE_URL']
  ? inherited
  : environmentOfRunning(defaultDataFolder(inherited), inherited)

const iso = (instant: number): string => new Date(instant).toISOString()

function describe({ since, claims, payments, references, messages, orphans }: Gaps): readonly string[] {
  const title = (text: string, rows: readonly string[]) => [`${rows.length} ${text}`, ...rows]
  return [
    `Since ${iso(since)}:`,
    ...title(
      'claims of which their workflows know more',
      claims.map(({ claimId, caseNumber, known, restored }) =>
        restored === null
          ? `  ${claimId}  lost whole, it was in ${known.stage}`
          : `  ${claimId}  ${caseNumber}  was in ${known.stage}, version ${known.version}; is in ${restored.stage}, version ${restored.version}`,
      ),
    ),
    ...title(
      'payments that are lost',
      payments.map(({ intentId, claimId }) => `  ${intentId}  of claim ${claimId}`),
    ),
    ...title(
      "payments in the bank's statements under references that are lost",
      references.map(({ ref, amountMinor, at }) => `  ${ref}  ${(amountMinor / 100).toFixed(2)}  ${iso(at)}`),
    ),
    ...title(
      'messages that were sent and are lost',
      messages.map(({ id, template, at, to }) => `  ${id}  ${template} to ${to}  ${iso(at)}`),
    ),
    ...title(
      'workflows without a row, which --end-orphans ends',
      orphans.map(({ workflowId }) => `  ${workflowId}`),
    ),
  ]
}

await withSources(environment, async (sources) => {
  const gaps = await findGaps(sources)
  process.stdout.write(`${describe(gaps).join('\n')}\n`)
  if (!values['end-orphans']) return
  await endOrphans(sources, gaps.orphans)
  process.stdout.write(`${gaps.orphans.length} workflows were ended.\n`)
})
