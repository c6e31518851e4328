/** What docker-compose.yml decides, so that what runs without containers is what runs in them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkoutFolder } from '../embedded/data-folder.ts'

function fact(expression: RegExp, name: string): string {
  const text = readFileSync(join(checkoutFolder, 'docker-compose.yml'), 'utf8')
  const found = expression.exec(text)?.[1]
  if (found === undefined) throw new Error(`docker-compose.yml says nothing of ${name}.`)
  return found
}

/** @param image is its name without a version: `temporalio/server`. */
export const imageVersion = (image: string): string =>
  fact(new RegExp(`^ +image: ${image}:(\\S+)$`, 'm'), image)

/** Can never be changed once there are claims. */
export const historyShards = (): string => fact(/^ +NUM_HISTORY_SHARDS: '(\d+)'$/m, 'history shards')

export const maxConnections = (): number => Number(fact(/max_connections=(\d+)$/m, 'connections'))
