import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { checkoutFolder } from '../embedded/data-folder.ts'
import { type Environment, inheritedEnvironment } from '../embedded/environment.ts'

/**
 * Runs one of our own commands as an operator would. Throws when it fails.
 *
 * @param environment goes over that of this process.
 */
export async function operatorCommand(
  environment: Environment,
  script: string,
  ...args: readonly string[]
): Promise<void> {
  const child = spawn(process.execPath, [join(checkoutFolder, 'scripts', script), ...args], {
    env: { ...inheritedEnvironment(), ...environment },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${script} ended with ${code}.`)
}
