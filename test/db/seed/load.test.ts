import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCalendars } from '../../../db/calendars.ts'
import { createDatabase, type Database } from '../../../db/client.ts'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import { proposeRuleTable, publishRuleVersion } from '../../../db/rules/publish.ts'
import { listRuleVersions } from '../../../db/rules/versions.ts'
import { auditEntries, calendars, persons } from '../../../db/schema/index.ts'
import { defaultsAuthor, defaultsReviewer, loadBaseData } from '../../../db/seed/load.ts'
import { isWorkingDay } from '../../../domain/time/calendar.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { seedDocument, seedNames } from '../rules/seed-documents.ts'

let server: TestDatabase
let database: Database
let auditBefore: number
beforeAll(async () => {
  server = await testDatabase()
  await emptied(server.ownerUrl)
  database = createDatabase(server.url)
  auditBefore = await database.$count(auditEntries)
  await Promise.all([loadBaseData(database), loadBaseData(database)])
})
afterAll(async () => {
  await database.$client.end()
  await server.drop()
})

/** As before the first start: migrating has loaded everything already. */
async function emptied(ownerUrl: string): Promise<void> {
  const owner = createDatabase(ownerUrl, { maxConnections: 1 })
  await owner.execute(sql`truncate rule_versions, calendars`)
  await owner.delete(persons)
  await owner.$client.end()
}

describe('the base data of an installation', () => {
  it('is loaded once, also when two processes start at the same moment', async () => {
    expect(await database.$count(auditEntries)).toBe(auditBefore + 1)
    await loadBaseData(database)
    expect(await listRuleVersions(database)).toHaveLength(seedNames.length)
    expect(await database.$count(calendars)).toBe(1)
    expect(await database.$count(persons)).toBe(3)
    expect(await database.$count(auditEntries)).toBe(auditBefore + 1)
  })

  it('puts every table in force, written by one and reviewed by the other', async () => {
    for (const version of await listRuleVersions(database)) {
      expect(version).toMatchObject({
        authorPersonId: defaultsAuthor.id,
        reviewerPersonId: defaultsReviewer.id,
        publishedAt: expect.any(Number),
      })
    }
    const { use } = await createRuleEngine().evaluate(
      database,
      'escalation',
      { clock: 'determination', line: 'property' },
      { effectiveOn: '2026-11-22' },
    )
    expect(use).toMatchObject({ table: 'escalation', version: 1 })
  })

  it('has a calendar for the past, so that a clock of an old claim can be counted', async () => {
    const { current } = await database.transaction((tx) =>
      readCalendars(tx, Date.parse('2019-05-01T00:00+08:00')),
    )
    expect(isWorkingDay('2026-10-01', current)).toBe(false)
    expect(isWorkingDay('2026-10-10', current)).toBe(true)
  })

  it('leaves alone what an insurer has published since', async () => {
    const own = { ...(seedDocument('survey-need') as object), version: 2, effectiveFrom: '2026-01-01' }
    await database.transaction(async (tx) => {
      const proposal = await proposeRuleTable(tx, own, { author: defaultsReviewer.id })
      await publishRuleVersion(tx, { ...proposal, reviewer: defaultsAuthor.id })
    })
    await loadBaseData(database)
    expect((await listRuleVersions(database, 'surveyNeed')).map((one) => one.version)).toEqual([2, 1])
  })
})
