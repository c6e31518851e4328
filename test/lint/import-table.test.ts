import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, lintPlanted } from './planted-tree.ts'

/**
 * The import table of ARCHITECTURE.md, cell by cell. It is written out here
 * instead of being read from the linter's configuration, so that each says what
 * the other must do. `type` means that only the types may be imported.
 */
const table = `
from        domain money db  bank messaging signed files activities jobs workflows messages api web temporal config worker scripts test bench telemetry
domain      yes    yes   no  no   no        no     no    no         no   no        no       no  no  no       no     no     no      no   no    no
db          yes    yes   yes no   no        no     no    no         no   no        no       no  no  no       type   no     no      no   no    no
bank        yes    yes   no  yes  no        yes    no    no         no   no        no       no  no  no       type   no     no      no   no    no
messaging   yes    yes   no  no   yes       yes    no    no         no   no        no       no  no  no       type   no     no      no   no    no
signed-http yes    yes   no  no   no        yes    no    no         no   no        no       no  no  no       type   no     no      no   no    no
files       yes    yes   no  no   no        no     yes   no         no   no        no       no  no  no       type   no     no      no   no    no
activities  yes    yes   yes yes  no        yes    yes   yes        no   no        yes      no  no  no       type   no     no      no   no    yes
jobs        yes    yes   yes yes  yes       yes    yes   no         yes  no        yes      no  no  yes      type   no     no      no   no    yes
telemetry   yes    yes   yes no   no        no     no    no         no   no        no       no  no  type     type   no     no      no   no    yes
workflows   yes    yes   no  no   no        no     no    type       no   yes       yes      no  no  no       no     no     no      no   no    no
api         yes    yes   yes yes  yes       yes    yes   no         no   no        yes      yes no  yes      type   no     no      no   no    yes
web         type   yes   no  no   no        no     no    no         no   no        no       no  yes no       no     no     no      no   no    no
temporal    yes    yes   yes no   no        no     no    no         no   no        yes      no  no  yes      yes    yes    no      no   no    yes
worker      yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes no  yes      yes    yes    no      no   no    yes
foundation  yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes no  yes      yes    yes    no      no   no    yes
jobs-root   yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes no  yes      yes    yes    no      no   no    yes
server      yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes no  yes      yes    yes    no      no   no    yes
checker     no     no    no  no   no        no     no    no         no   no        no       no  no  no       no     no     no      no   no    no
recompute   no     no    no  no   no        no     no    no         no   no        no       no  no  no       no     no     no      no   no    no
scripts     yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes yes yes      yes    yes    yes     yes  yes   yes
test        yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes yes yes      yes    yes    yes     yes  yes   yes
bench       yes    yes   yes yes  yes       yes    yes   yes        yes  yes       yes      yes yes yes      yes    yes    yes     yes  yes   yes
`

/** The file that each column stands for. */
const targets: Readonly<Record<string, string>> = {
  domain: 'domain/claim/decide.ts',
  money: 'domain/money.ts',
  db: 'db/schema/claims.ts',
  bank: 'bank/protocol.ts',
  messaging: 'messaging/protocol.ts',
  signed: 'signed-http/signature.ts',
  files: 'files/store.ts',
  activities: 'activities/bank/gateway.ts',
  jobs: 'jobs/photographs.ts',
  workflows: 'workflows/stages/survey.ts',
  messages: 'workflows/messages.ts',
  api: 'api/routes/claims.ts',
  web: 'web/customer/page.ts',
  temporal: 'temporal.ts',
  config: 'config.ts',
  worker: 'worker.ts',
  scripts: 'scripts/start.ts',
  test: 'test/support/database.ts',
  bench: 'bench/filing.ts',
  telemetry: 'telemetry/registry.ts',
}

/** Where the imports of a row are planted; folders at two depths, since the way up differs. */
const places: Readonly<Record<string, readonly string[]>> = {
  temporal: ['temporal-planted.ts'],
  worker: ['worker.ts'],
  foundation: ['foundation.ts'],
  'jobs-root': ['jobs.ts'],
  server: ['api/server.ts'],
  checker: ['scripts/faults/checker/planted.ts', 'scripts/faults/checker/deeper/planted.ts'],
  recompute: ['scripts/recompute/program/planted.ts', 'scripts/recompute/program/generate/planted.ts'],
}

const [head, ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
const columns = head?.slice(1) ?? []
const cells = rows.flatMap(([from = '', ...answers]) =>
  columns.map((to, column) => ({ from, to, answer: answers[column] ?? 'missing' })),
)
const placesOf = (from: string): readonly string[] =>
  places[from] ?? [`${from}/planted.ts`, `${from}/deeper/still/planted.ts`]

/** Three lines a column: a value, a type, and the way around by exporting. */
function plant(place: string): string {
  const up = '../'.repeat(place.split('/').length - 1) || './'
  return columns
    .map((column) => {
      const path = `${up}${targets[column]}`
      return `import { ${column} } from '${path}'\nimport type { Type${column} } from '${path}'\nexport * from '${path}'\n`
    })
    .join('')
}

describe('the linter enforces the import table', () => {
  let findings: readonly Finding[]

  beforeAll(async () => {
    const planted = rows.flatMap(([from = '']) => placesOf(from)).map((place) => [place, plant(place)])
    findings = await lintPlanted(Object.fromEntries(planted))
  })

  it.each(cells)('$from → $to: $answer', ({ from, to, answer }) => {
    expect(['yes', 'no', 'type']).toContain(answer)
    const first = columns.indexOf(to) * 3 + 1
    for (const place of placesOf(from)) {
      const refused = [first, first + 1, first + 2].map((line) =>
        findings.some(
          (found) =>
            found.file === place && found.line === line && found.rule === 'eslint(no-restricted-imports)',
        ),
      )
      expect(refused, place).toEqual([answer !== 'yes', answer === 'no', answer !== 'yes'])
    }
  })
})
