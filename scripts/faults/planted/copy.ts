/** A copy of this checkout with one bug in it. The product itself has no switch for any of them. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkoutFolder } from '../../embedded/data-folder.ts'
import { inheritedEnvironment } from '../../embedded/environment.ts'

export interface PlantedCopy {
  readonly path: string
  remove(): void
}

/**
 * The work tree as it is, what is not committed included, and the patch over it. Throws when it does not apply.
 *
 * @param files to copy; all of them unless told.
 */
export function plantedCopy(name: string, files: readonly string[] = filesOfCheckout()): PlantedCopy {
  const path = mkdtempSync(join(tmpdir(), `lipei-${name}-`))
  const remove = (): void => rmSync(path, { recursive: true, force: true })
  try {
    for (const file of files) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      copyFileSync(join(checkoutFolder, file), join(path, file))
    }
    symlinkSync(join(checkoutFolder, 'node_modules'), join(path, 'node_modules'))
    const patch = fileURLToPath(new URL(`${name}.patch`, import.meta.url))
    // Out of sight of any repository: git then takes the patch for what it is, a change of plain files.
    const env = { ...inheritedEnvironment(), GIT_CEILING_DIRECTORIES: dirname(path) }
    execFileSync('git', ['apply', patch], { cwd: path, env, stdio: ['ignore', 'ignore', 'pipe'] })
    return { path, remove }
  } catch (error) {
    remove()
    throw error
  }
}

function filesOfCheckout(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkoutFolder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(checkoutFolder, file)))
}
