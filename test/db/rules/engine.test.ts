import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import { proposeRuleTable, publishRuleTable, publishRuleVersion } from '../../../db/rules/publish.ts'
import { ruleVersions } from '../../../db/schema/rules.ts'
import type { RuleInputs } from '../../../domain/rules/contracts.ts'
import { sampleTable } from '../../domain/rules/sample-table.ts'
import { ruleDatabase } from './rule-database.ts'

const inputs: RuleInputs['surveyNeed'] = {
  line: 'property',
  cause: 'fire',
  estimatedMinor: 500_000,
  injury: false,
  death: false,
  thirdParties: false,
  doubtful: false,
  previousClaims: 0,
}
const today = { effectiveOn: '2026-06-15' }

let world: Awaited<ReturnType<typeof ruleDatabase>>
beforeAll(async () => {
  world = await ruleDatabase()
  await world.db.transaction((tx) => publishRuleTable(tx, sampleTable(), world))
})
afterAll(() => world.close())

/** A next version whose small row has another id, so that an answer shows which version gave it. */
function nextVersion(version: number, effectiveFrom: string, smallRow: string, effectiveTo?: string) {
  const table = {
    ...sampleTable(),
    version,
    effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
  }
  table.rows = table.rows.map((row) => (row.id === 'small' ? { ...row, id: smallRow } : row))
  table.testCases = [{ name: 'small', inputs: {}, expectRows: [smallRow] }]
  return table
}

describe('the rule engine', () => {
  it('answers with table, version, rows and inputs, to be stored beside what was decided', async () => {
    const reason = { zh: '理由', en: 'Reason' }
    const outputs = [{ required: false, kind: 'none', reason }]
    expect(await createRuleEngine().evaluate(world.db, 'surveyNeed', inputs, today)).toEqual({
      outputs,
      use: { table: 'surveyNeed', version: 1, rows: ['small'], inputs, outputs },
    })
  })

  it('sends what nobody knows to the closing row', async () => {
    const asked = { ...inputs, estimatedMinor: null }
    const { use } = await createRuleEngine().evaluate(world.db, 'surveyNeed', asked, today)
    expect(use.rows).toEqual(['closing'])
  })

  it('refuses inputs outside the contract as a bug, before any row can mistake them', async () => {
    const rules = await createRuleEngine().open(world.db, today)
    await expect(rules.evaluate('surveyNeed', { ...inputs, estimatedMinor: 0.5 })).rejects.toThrow(
      'estimatedMinor',
    )
    await expect(rules.evaluate('surveyNeed', { ...inputs, estimatedMinor: -1 })).rejects.toThrow(
      'estimatedMinor',
    )
    const withName = { ...inputs, claimantName: '王芳' }
    await expect(rules.evaluate('surveyNeed', withName)).rejects.toThrow('claimantName')
  })

  it('decides nothing by default: without a version in force it fails', async () => {
    const engine = createRuleEngine()
    await expect(
      engine.evaluate(world.db, 'surveyNeed', inputs, { effectiveOn: '2025-12-31' }),
    ).rejects.toThrow('surveyNeed is in force on 2025-12-31')
  })

  it('does not ask a proposal', async () => {
    const { author } = world
    const rolledBack = world.db.transaction(async (tx) => {
      await proposeRuleTable(tx, nextVersion(2, '2026-01-01', 'proposed'), { author })
      const { use } = await createRuleEngine().evaluate(tx, 'surveyNeed', inputs, today)
      expect(use.version).toBe(1)
      tx.rollback()
    })
    await expect(rolledBack).rejects.toThrow('Rollback')
  })

  it('never asks again a version whose publication was rolled back', async () => {
    const engine = createRuleEngine()
    const rolledBack = world.db.transaction(async (tx) => {
      await publishRuleTable(tx, nextVersion(2, '2026-01-01', 'rolledBack'), world)
      expect((await engine.evaluate(tx, 'surveyNeed', inputs, today)).use.rows).toEqual(['rolledBack'])
      tx.rollback()
    })
    await expect(rolledBack).rejects.toThrow('Rollback')
    expect((await engine.evaluate(world.db, 'surveyNeed', inputs, today)).use.version).toBe(1)
  })

  it('takes a new version from its first day on, without being told that there is one', async () => {
    const engine = createRuleEngine()
    const rowsOn = async (effectiveOn: string) =>
      (await engine.evaluate(world.db, 'surveyNeed', inputs, { effectiveOn })).use.rows
    expect(await rowsOn('2026-07-01')).toEqual(['small'])

    await world.db.transaction((tx) => publishRuleTable(tx, nextVersion(2, '2026-07-01', 'fromJuly'), world))
    expect(await rowsOn('2026-06-30')).toEqual(['small'])
    expect(await rowsOn('2026-07-01')).toEqual(['fromJuly'])

    await world.db.transaction((tx) => publishRuleTable(tx, nextVersion(3, '2026-07-01', 'corrected'), world))
    expect(await rowsOn('2026-07-01')).toEqual(['corrected'])

    await world.db.transaction((tx) => publishRuleTable(tx, nextVersion(4, '2026-06-20', 'lateJune'), world))
    expect(await rowsOn('2026-06-20')).toEqual(['lateJune'])
    expect(await rowsOn('2026-07-01')).toEqual(['corrected'])

    const autumnOnly = nextVersion(5, '2026-09-01', 'autumn', '2026-12-01')
    await world.db.transaction((tx) => publishRuleTable(tx, autumnOnly, world))
    expect(await rowsOn('2026-11-30')).toEqual(['autumn'])
    expect(await rowsOn('2026-12-01')).toEqual(['corrected'])
  })

  it('lets an open transaction have the version as soon as the one that publishes it has committed', async () => {
    const engine = createRuleEngine()
    const day = { effectiveOn: '2027-01-01' }
    await world.db.transaction(async (tx) => {
      expect((await engine.evaluate(tx, 'surveyNeed', inputs, day)).use.version).toBe(3)
      const { id, documentHash } = await world.db.transaction((other) =>
        proposeRuleTable(other, nextVersion(6, '2027-01-01', 'newYear'), world),
      )
      await world.db.transaction((other) =>
        publishRuleVersion(other, { id, documentHash, reviewer: world.reviewer }),
      )
      expect((await engine.evaluate(tx, 'surveyNeed', inputs, day)).use.version).toBe(6)
    })
  })

  it('refuses a document that is not what was published', async () => {
    const forged = { ...sampleTable(), version: 3 }
    const rolledBack = world.db.transaction(async (tx) => {
      await tx
        .update(ruleVersions)
        .set({ document: forged as never })
        .where(eq(ruleVersions.version, 3))
      await createRuleEngine().evaluate(tx, 'surveyNeed', inputs, { effectiveOn: '2026-08-01' })
    })
    await expect(rolledBack).rejects.toThrow('is what was published')
  })
})
