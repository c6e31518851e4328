import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const quickStart = new URL('../quick-start.ts', import.meta.url).href

/** Every module that the job runner's parts load, in the order in which Node asks for them, by a hook beneath ours. */
const watching = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({ load(url, context, next) {
    process.stdout.write(url + ' ' + context.format + '\\n')
    return next(url, context)
  } })`)}`

function loaded(...preloads: readonly string[]): readonly string[] {
  const args = [...preloads, watching].flatMap((module) => ['--import', module])
  const output = execFileSync(process.execPath, [...args, '-e', "await import('./db/administer.ts')"], {
    cwd: checkout,
    encoding: 'utf8',
  })
  return output.split('\n').filter((line) => line.includes('/node_modules/drizzle-orm/'))
}

it('finds every module of drizzle-orm where Node finds it', () => {
  const plain = loaded()
  expect(plain.length).toBeGreaterThan(80)
  expect(loaded(quickStart)).toEqual(plain)
})
