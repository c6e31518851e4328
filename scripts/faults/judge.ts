import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const checker = fileURLToPath(new URL('checker/main.ts', import.meta.url))

/** Runs the checker, which shares no code with us or the product, and says whether everything held. */
export async function judge(folder: string): Promise<boolean> {
  if (!existsSync(checker)) {
    process.stdout.write('There is no checker here; nothing was judged.\n')
    return true
  }
  const child = spawn(process.execPath, [checker, folder], { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
