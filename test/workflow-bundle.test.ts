import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { checkoutFolder } from '../scripts/embedded/data-folder.ts'
import { workflowBundle } from '../workflow-bundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'lipei-bundles-'))
const kept = join(folder, 'kept')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A checkout of its own, to be changed. */
function tree(): string {
  const path = join(folder, 'tree')
  for (const name of [
    'workflows',
    'domain',
    'temporal-failure-converter.ts',
    'workflow-bundle.ts',
    'package.json',
    'package-lock.json',
  ])
    cpSync(join(checkoutFolder, name), join(path, name), { recursive: true })
  symlinkSync(join(checkoutFolder, 'node_modules'), join(path, 'node_modules'))
  return path
}

it('bundles once what has not changed, and anew what has, down to the rules that the workflows import', async () => {
  const checkout = tree()
  const code = await workflowBundle({ folder: kept, tree: checkout })
  expect(code).toContain('claimWorkflow')
  const [first = ''] = readdirSync(kept)
  expect(readdirSync(kept)).toEqual([first])
  // Only whoever reads what is kept finds this in it.
  appendFileSync(join(kept, first), '// read')
  expect(await workflowBundle({ folder: kept, tree: checkout })).toBe(`${code}// read`)

  // A worker that traces has another bundle.
  const workflowInterceptorModules = [join(checkout, 'workflows', 'messages.ts')]
  const traced = await workflowBundle({ folder: kept, tree: checkout, workflowInterceptorModules })
  expect(traced).not.toContain('// read')
  appendFileSync(join(checkout, 'domain', 'claim', 'stages.ts'), `\nexport const planted = 'another rule'\n`)
  expect(await workflowBundle({ folder: kept, tree: checkout })).not.toContain('// read')
  expect(readdirSync(kept)).toHaveLength(3)
}, 60_000)

it('keeps the newest few', async () => {
  const crowded = join(folder, 'crowded')
  mkdirSync(crowded)
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    writeFileSync(join(crowded, `${name}.js`), '')
    utimesSync(join(crowded, `${name}.js`), Number(name), Number(name))
  }
  await workflowBundle({ folder: crowded, tree: join(folder, 'tree') })
  const names = readdirSync(crowded).toSorted()
  // The new one is named by its hash, which may sort before the others.
  expect(names.filter((name) => name.length === '1.js'.length)).toEqual(['3.js', '4.js', '5.js', '6.js'])
  expect(names).toHaveLength(5)
}, 60_000)

it('goes on without a folder that can be written', async () => {
  writeFileSync(join(folder, 'file'), '')
  const code = await workflowBundle({ folder: join(folder, 'file', 'in-a-file'), tree: join(folder, 'tree') })
  expect(code).toContain('claimWorkflow')
}, 60_000)
