import { execFileSync } from 'node:child_process'
import { checkoutFolder } from '../embedded/data-folder.ts'

/** Which commit is run; the tree may have been handed over without its history. */
export function commit(): string {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] satisfies ['ignore', 'pipe', 'ignore']
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: checkoutFolder, encoding: 'utf8', stdio }).trim()
  } catch {
    return 'no git checkout'
  }
}
