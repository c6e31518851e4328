/**
 * `npm run drill:full-disk [-- --verdict FILE]`: the disk of the database's tables is full while people work. What
 * writes is answered by 503 with `Retry-After`, what reads is answered, and both work again when there is space.
 * Starts a product of its own. The disk is a small one of memory, which only root may mount.
 */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { claimBefore } from '../demo/small-claim.ts'
import type { Story } from '../demo/story.ts'
import { databaseName, asUser } from '../embedded/postgres/postgres.ts'
import { postgresUser } from '../embedded/postgres/system-user.ts'
import { runningCluster } from '../embedded/running-product.ts'
import { AtHand } from './at-hand.ts'
import { type Drill, runDrill } from './run-drill.ts'

const { values: options } = parseArgs({ options: { verdict: { type: 'string' } } })

const diskMegabytes = 96
/** So many refusals in a row show that no page has room left, and not that one had none. */
const refusalsInARow = 20
const mostMessages = 2000
const reads = 50

interface Written {
  /** Messages that were acknowledged. */
  readonly acknowledged: number
  readonly refused: number
  /** Refusals that were not as they have to be. */
  readonly faults: readonly string[]
}

/** Messages of the largest kind, one after the other, until that was enough. */
async function write(
  story: Story,
  enough: (acknowledged: number, inARow: number) => boolean,
): Promise<Written> {
  const { http } = await story.contact()
  let [acknowledged, refused, inARow] = [0, 0, 0]
  const faults: string[] = []
  while (!enough(acknowledged, inARow) && acknowledged + refused < mostMessages) {
    const body = { message: '客'.repeat(4000) }
    const { status, retryAfter } = await http.postOnce(story.path('/messages'), body, randomUUID())
    if (status === 201) [acknowledged, inARow] = [acknowledged + 1, 0]
    else {
      refused += 1
      inARow += 1
      const seconds = Number(retryAfter)
      if (status !== 503 || !(seconds > 0 && seconds <= 2))
        faults.push(`${status}, retry after ${retryAfter}`)
    }
  }
  return { acknowledged, refused, faults }
}

async function read(story: Story): Promise<readonly string[]> {
  const { http } = story.cast.any('auditor')
  const faults: string[] = []
  for (let turn = 0; turn < reads; turn += 1) {
    const path = turn % 2 === 0 ? `/claims/${story.claimId}` : `/audit?chain=${story.claimId}`
    const { status } = await http.getOnce(path)
    if (status !== 200) faults.push(`GET ${path}: ${status}`)
  }
  return faults
}

/** Fills the disk to the last byte. */
function fill(ballast: string): void {
  const file = openSync(ballast, 'w')
  try {
    for (const piece of [1 << 20, 1 << 12, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(piece))
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}

async function drillIt(
  { verdict }: Drill,
  atHand: AtHand,
  disk: string,
  superuserUrl: string,
): Promise<void> {
  const inDatabase = Object.assign(new URL(superuserUrl), { pathname: `/${databaseName}` }).href
  const story = await claimBefore(atHand.cast, 'documents')
  // The log of what is written stays where it was: without it PostgreSQL stops, and nothing can be read either.
  await asUser(superuserUrl, (client) => client.query(`create tablespace small location '${disk}'`))
  await asUser(inDatabase, async (client) => {
    await client.query('alter table all in tablespace pg_default set tablespace small')
    await client.query('alter index all in tablespace pg_default set tablespace small')
  })
  verdict.step(`all tables lie on a disk of ${diskMegabytes} MB`)
  const before = await write(story, (acknowledged) => acknowledged >= 5)
  verdict.check(
    'there is space: messages are taken',
    before.acknowledged,
    before.refused > 0 ? ['refused'] : [],
  )

  // As if everybody had been away for a moment: each session wants to note that it is used again.
  await atHand.query(`update sessions set last_seen_at = clock_timestamp() - interval '2 minutes'`)
  const ballast = join(disk, 'ballast')
  fill(ballast)
  verdict.step('the disk is full')
  const full = await write(story, (_acknowledged, inARow) => inARow >= refusalsInARow)
  verdict.figure('messages that still found room', full.acknowledged)
  verdict.check('what writes is answered by 503 and Retry-After of 2 s at most', full.refused, full.faults)
  verdict.check('what reads is answered', reads, await read(story))

  rmSync(ballast)
  verdict.step('there is space again')
  const began = performance.now()
  const after = await write(story, (acknowledged) => acknowledged >= 5)
  verdict.figure('milliseconds until five messages were taken', Math.round(performance.now() - began))
  verdict.check(
    'there is space: messages are taken again, none is refused',
    after.acknowledged,
    after.refused > 0 ? [`${after.refused} were refused`] : [],
  )
  await atHand.allTold()

  const acknowledged = before.acknowledged + full.acknowledged + after.acknowledged
  const [found] = await atHand.query<{ count: string }>('select count(*) from messages where claim_id = $1', [
    story.claimId,
  ])
  verdict.check(
    'every message that was acknowledged is there, and no other',
    acknowledged,
    Number(found?.count) === acknowledged
      ? []
      : [`${found?.count} are there, ${acknowledged} were acknowledged`],
  )
}

if (process.getuid?.() !== 0) {
  process.stderr.write('Run this drill as root: nobody else may mount the small disk that it fills.\n')
  process.exit(2)
}
await runDrill(
  'full-disk',
  async (drill) => {
    const disk = drill.folder('full-disk-small')
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=700`, 'lipei-drill', disk])
    try {
      const user = postgresUser()
      if (user !== undefined) chownSync(disk, user.uid, user.gid)
      const dataFolder = drill.folder('full-disk')
      const atHand = await AtHand.start({ dataFolder })
      try {
        drill.verdict.step('the product is started')
        await drillIt(drill, atHand, disk, runningCluster(dataFolder).superuserUrl)
      } finally {
        await atHand.product.stop()
      }
    } finally {
      execFileSync('umount', [disk])
    }
  },
  options.verdict,
)
