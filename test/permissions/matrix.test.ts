import { readFileSync, writeFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '../../db/facts/actor.ts'
import { claims } from '../../db/schema/index.ts'
import { authorize } from '../../domain/claim/authorize.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Action, otherActions, permissions } from '../../domain/permissions.ts'
import { collisionReport } from '../support/collision-report.ts'
import { World } from '../support/world.ts'
import { castOf, type Column, columns } from './cast.ts'

/** What people review: an action a row, a person a column; `yes`, `no` (403), `hidden` (404, like a claim that is not there). */
const file = new URL('matrix.csv', import.meta.url)

const readsOfAClaim: ReadonlySet<string> = new Set([
  'readClaim',
  'readProgress',
  'readWorkflowState',
  'readSensitive',
  'readTelephone',
])

/** Actions that are about no particular claim; who may take them is tested where their routes are. */
const notAboutAClaim: ReadonlySet<string> = new Set([
  ...otherActions.filter((one) => !readsOfAClaim.has(one)),
  'registerClaim',
])

let world: World
let cells: ReadonlyMap<string, string>

beforeAll(async () => {
  world = await World.create()
  cells = await behaviour()
})

afterAll(() => world.close())

async function behaviour(): Promise<ReadonlyMap<string, string>> {
  const reporter = await world.customer()
  const policyId = await world.policy('motorCommercial', reporter)
  const { reply } = await world.execute(collisionReport(reporter, policyId))
  const [row] = await world.database.select().from(claims).where(eq(claims.id, reply.claimId))
  if (row === undefined) throw new Error('The claim was not registered.')
  const { people, state } = await castOf(world, row.state)
  const found = new Map<string, string>()
  for (const column of columns) {
    const actor = await world.database.transaction((tx) =>
      actorOf(tx, people[column], row.branchId, row.line),
    )
    for (const action of rows())
      found.set(
        `${action}|${column}`,
        verdict(() => authorize(action, actor, state)),
      )
  }
  return found
}

function rows(): readonly Action[] {
  return (Object.keys(permissions) as Action[]).filter((action) => !notAboutAClaim.has(action))
}

function verdict(attempt: () => void): string {
  try {
    attempt()
    return 'yes'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code === 'notFound' ? 'hidden' : 'no'
  }
}

function reviewed(): ReadonlyMap<string, string> {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = header.split(';').slice(1)
  return new Map(
    lines.flatMap((line) => {
      const [action = '', ...values] = line.split(';')
      return values.map((value, index) => [`${action}|${names[index] ?? ''}`, value] as const)
    }),
  )
}

/** Writes the file anew for review after a change that was meant: `WRITE_MATRIX=1 npx vitest run test/permissions`. */
function write(): void {
  const lines = rows().map((action) =>
    [action, ...columns.map((column) => cells.get(`${action}|${column}`) ?? '')].join(';'),
  )
  writeFileSync(file, `${['action', ...columns].join(';')}\n${lines.join('\n')}\n`)
}

describe('who may do what on a claim', () => {
  it('is what people have reviewed, cell by cell', () => {
    // oxlint-disable-next-line node/no-process-env -- a switch for whoever reviews the file, read by no test
    if (process.env['WRITE_MATRIX'] === '1') write()
    const expected = reviewed()
    const differing = [...cells].filter(([cell, value]) => expected.get(cell) !== value)
    expect(differing).toEqual([])
    expect(expected.size).toBe(cells.size)
    expect(cells.size).toBeGreaterThan(700)
  })

  it.each<Column>([
    'another customer',
    'another partner',
    'handler, other branch',
    'approver, other branch',
    'finance, other branch',
  ])('hides the claim from %s in everything', (column) => {
    const seen = [...cells].filter(([cell, value]) => cell.endsWith(`|${column}`) && value !== 'hidden')
    expect(seen).toEqual([])
  })

  it('lets nobody but the system issue what belongs to the workflow', () => {
    const own = [
      'doubtPayments',
      'gatePayment',
      'recordBankAnswer',
      'openLevel',
      'runPanel',
      'closeClaim',
      'archiveClaim',
      'takeClockSteps',
      'recordStandstill',
    ]
    for (const action of own) {
      const allowed = columns.filter((column) => cells.get(`${action}|${column}`) === 'yes')
      expect([action, allowed]).toEqual([action, ['system']])
    }
  })
})
