/** A copy of this checkout with one bug in it. The product itself has no switch for any of them. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkoutFolder } from '../../embedded/data-folder.ts'
import { inheritedEnvironment } from '../../embedded/environment.ts'

export interface CheckoutCopy {
  readonly path: string
  remove(): void
}

/** The work tree as it is, what is not committed included, for somebody to change. */
export function copyOfCheckout(name: string, files: readonly string[] = filesOfCheckout()): CheckoutCopy {
  const path = mkdtempSync(join(tmpdir(), `lipei-${name}-`))
  const remove = (): void => rmSync(path, { recursive: true, force: true })
  try {
    for (const file of files) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      copyFileSync(join(checkoutFolder, file), join(path, file))
    }
    symlinkSync(join(checkoutFolder, 'node_modules'), join(path, 'node_modules'))
    return { path, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/**
 * A copy with the patch of this name over it. Throws when it does not apply.
 *
 * @param files to copy; all of them unless told.
 */
export function plantedCopy(name: string, files: readonly string[] = filesOfCheckout()): CheckoutCopy {
  const copy = copyOfCheckout(name, files)
  try {
    const patch = fileURLToPath(new URL(`${name}.patch`, import.meta.url))
    // Out of sight of any repository: git then takes the patch for what it is, a change of plain files.
    const env = { ...inheritedEnvironment(), GIT_CEILING_DIRECTORIES: dirname(copy.path) }
    execFileSync('git', ['apply', patch], { cwd: copy.path, env, stdio: ['ignore', 'ignore', 'pipe'] })
    return copy
  } catch (error) {
    copy.remove()
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
