import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, lintPlanted } from './planted-tree.ts'

const workflow = (call: string): string => `import { proxyActivities } from '@temporalio/workflow'
import type { Activities } from '../activities/planted.ts'

const { payClaim } = proxyActivities<Activities>({ startToCloseTimeout: '10s' })

export async function plantedWorkflow(): Promise<void> {
  ${call}
}
`

const restricted = 'eslint(no-restricted-globals)'
const imports = 'eslint(no-restricted-imports)'

/** What is planted, where, and the rule that must refuse it; the offence is one line. */
const offences: readonly (readonly [title: string, file: string, text: string, rule: string])[] = [
  [
    'a text where a number belongs',
    'domain/mistyped.ts',
    "export const fen: number = '1'\n",
    'typescript(TS2322)',
  ],
  [
    'an un-awaited activity',
    'workflows/careless.ts',
    workflow('payClaim()'),
    'typescript(no-floating-promises)',
  ],
  [
    'the present time by Date.now in domain',
    'domain/now.ts',
    'export const now = (): number => Date.now()\n',
    restricted,
  ],
  [
    'the present time by new Date in domain',
    'domain/date.ts',
    'export const now = (): unknown => new Date()\n',
    restricted,
  ],
  [
    'a monotonic clock in domain',
    'domain/clock.ts',
    'export const now = (): number => performance.now()\n',
    restricted,
  ],
  [
    'Temporal.Now in domain',
    'domain/temporal.ts',
    'export const now = (): unknown => Temporal.Now.instant()\n',
    restricted,
  ],
  [
    'a clock by globalThis in domain',
    'domain/global.ts',
    'export const now = (): number => globalThis.Date.now()\n',
    restricted,
  ],
  [
    'a timer in domain',
    'domain/timer.ts',
    'export const wait = (): unknown => setTimeout(() => 1, 1)\n',
    restricted,
  ],
  ['the process in domain', 'domain/process.ts', 'export const id = (): number => process.pid\n', restricted],
  [
    'chance in domain',
    'domain/chance.ts',
    'export const chance = (): number => Math.random()\n',
    'eslint(no-restricted-properties)',
  ],
  ['a module of Node in domain', 'domain/node.ts', "export { createHash } from 'node:crypto'\n", imports],
  ['a package in domain', 'domain/package.ts', "export { Type } from 'typebox'\n", imports],
  [
    'a dynamic import out of domain',
    'domain/later.ts',
    "export const later = async (): Promise<unknown> => import('../db/later.ts')\n",
    imports,
  ],
  [
    'the Temporal client in a workflow',
    'workflows/client.ts',
    "export { Client } from '@temporalio/client'\n",
    imports,
  ],
  [
    'a module of Node in a workflow',
    'workflows/node.ts',
    "export { readFile } from 'node:fs/promises'\n",
    imports,
  ],
  ['the Temporal client in api', 'api/client.ts', "export { Client } from '@temporalio/client'\n", imports],
  [
    'what the product writes with in the checker of fault runs',
    'scripts/faults/checker/rows.ts',
    "export { sql } from 'drizzle-orm'\n",
    imports,
  ],
  [
    'a neighbour of the checker of fault runs in it',
    'scripts/faults/checker/neighbour.ts',
    "export { run } from '../run.ts'\n",
    imports,
  ],
  [
    "the engine's comparison in the program that recomputes it",
    'scripts/recompute/program/neighbour.ts',
    "export { compare } from '../compare.ts'\n",
    imports,
  ],
  [
    'a package in the program that recomputes the engine',
    'scripts/recompute/program/generate/arbitrary.ts',
    "export { nat } from 'fast-check'\n",
    imports,
  ],
  ['Fastify in db', 'db/http.ts', "export { fastify } from 'fastify'\n", imports],
  ['console', 'api/printing.ts', "export const print = (): void => console.log('x')\n", 'eslint(no-console)'],
  [
    'process.env outside config.ts',
    'api/environment.ts',
    "export const port = process.env['PORT']\n",
    'node(no-process-env)',
  ],
  ['a file name in camel case', 'api/claimRoutes.ts', 'export const route = 1\n', 'unicorn(filename-case)'],
  ['a default export', 'api/standard.ts', 'export default 1\n', 'import(no-default-export)'],
  ['any', 'api/anything.ts', 'export const anything: any = 1\n', 'typescript(no-explicit-any)'],
  [
    'a non-null assertion',
    'api/certain.ts',
    'export const certain = (x?: number): number => x!\n',
    'typescript(no-non-null-assertion)',
  ],
  [
    'a test that is skipped',
    'test/skipped.test.ts',
    "import { it } from 'vitest'\n\nit.skip('holds', () => undefined)\n",
    'vitest(no-disabled-tests)',
  ],
  [
    'a test that shuts out the others',
    'test/only.test.ts',
    "import { it } from 'vitest'\n\nit.only('holds', () => undefined)\n",
    'vitest(no-focused-tests)',
  ],
]

/** The same needs met lawfully. */
const lawful: Readonly<Record<string, string>> = {
  'activities/planted.ts': 'export interface Activities {\n  payClaim(): Promise<void>\n}\n',
  'workflows/careful.ts': workflow('await payClaim()'),
  'domain/told-the-time.ts': 'export const isDue = (now: number, due: number): boolean => now >= due\n',
  'scripts/faults/checker/invariants/lawful.ts':
    "export { Client } from 'pg'\nexport { readFileSync } from 'node:fs'\nexport { judge } from '../judge.ts'\nexport { Connection } from '@temporalio/client'\n",
  'scripts/faults/checker/judge.ts': 'export const judge = (): boolean => true\n',
  'config.ts': "export const port = process.env['PORT']\n",
  'planted.config.ts': 'export default { port: 1 }\n',
}

describe('the linter', () => {
  let findings: readonly Finding[]

  beforeAll(async () => {
    const planted = Object.fromEntries(offences.map(([, file, text]) => [file, text]))
    findings = await lintPlanted({ ...lawful, ...planted })
  })

  it.each(offences)('refuses %s', (_title, file, _text, rule) => {
    expect(findings.filter((found) => found.file === file).map((found) => found.rule)).toContain(rule)
  })

  it.each(Object.keys(lawful))('has nothing to say about %s', (file) => {
    expect(findings.filter((found) => found.file === file)).toEqual([])
  })
})
