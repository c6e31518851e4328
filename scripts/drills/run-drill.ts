/** How every drill begins and ends: folders of its own, a table, a file for programs and an exit code. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { defaultDataFolder, removeDataFolder } from '../embedded/data-folder.ts'
import { inheritedEnvironment } from '../embedded/environment.ts'
import { Verdict } from './verdict.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

export interface Drill {
  readonly verdict: Verdict
  /** A new folder of this name. It disappears when the drill holds, and is kept to be looked into when it does not. */
  readonly folder: (name: string) => string
}

/**
 * Sets the exit code to 0 when every check held and to 1 otherwise; a drill that throws has failed by that.
 *
 * @param file is where the verdict is written, `.lipei/drills/NAME.json` unless told.
 */
export async function runDrill(
  name: string,
  work: (drill: Drill) => Promise<void>,
  file = join(defaultDataFolder(inheritedEnvironment()), 'drills', `${name}.json`),
): Promise<void> {
  const verdict = new Verdict(name, say)
  const folders: string[] = []
  const folder = (purpose: string): string => {
    const path = mkdtempSync(join(tmpdir(), `lipei-drill-${purpose}-`))
    // PostgreSQL may run as another user, who passes through here.
    chmodSync(path, 0o711)
    folders.push(path)
    return path
  }
  try {
    await work({ verdict, folder })
    verdict.check('the drill came to its end', 1, [])
  } catch (error) {
    verdict.check('the drill came to its end', 1, [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ])
  }
  if (verdict.holds) for (const path of folders) removeDataFolder(path)
  else say(`Kept to be looked into: ${folders.join(', ')}`)
  const target = resolve(file)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, `${JSON.stringify(verdict.written, undefined, 2)}\n`)
  say(`\n${verdict.table()}\nWritten to ${target}.`)
  process.exitCode = verdict.holds ? 0 : 1
}
