import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proposeRuleTable, publishRuleTable, publishRuleVersion } from '../../../db/rules/publish.ts'
import { listRuleVersions, readRuleVersion } from '../../../db/rules/versions.ts'
import { ruleVersions } from '../../../db/schema/rules.ts'
import { DomainError } from '../../../domain/errors.ts'
import { ruleFaultTexts } from '../../../domain/rules/faults.ts'
import { sampleTable } from '../../domain/rules/sample-table.ts'
import { ruleDatabase } from './rule-database.ts'
import { seedDocument, seedNames } from './seed-documents.ts'

let world: Awaited<ReturnType<typeof ruleDatabase>>
beforeAll(async () => {
  world = await ruleDatabase()
})
afterAll(() => world.close())

/** The refusal that an attempt meets; its transaction leaves nothing behind. */
async function refusalOf(attempt: (writer: Parameters<typeof proposeRuleTable>[0]) => Promise<unknown>) {
  try {
    await world.db.transaction(attempt)
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.details }
    throw error
  }
  return 'no refusal'
}

describe('publishing rules', () => {
  it('takes each table of the seed, and refuses to take it again as the same version', async () => {
    const people = { author: world.author, reviewer: world.reviewer }
    await world.db.transaction(async (tx) => {
      for (const name of seedNames) await publishRuleTable(tx, seedDocument(name), people)
    })
    const versions = await listRuleVersions(world.db)
    expect(versions).toHaveLength(seedNames.length)
    for (const version of versions)
      expect(version).toMatchObject({
        version: 1,
        authorPersonId: people.author,
        reviewerPersonId: people.reviewer,
        publishedAt: expect.any(Number),
        documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    expect(await refusalOf((tx) => publishRuleTable(tx, seedDocument('survey-need'), people))).toEqual({
      code: 'ruleTableInvalid',
      faults: [{ code: 'versionNotNext', at: 'version', detail: '2', text: ruleFaultTexts.versionNotNext }],
    })
  })

  it('needs a second person: nobody puts their own proposal in force', async () => {
    const { author } = world
    const document = { ...sampleTable(), version: 2 }
    expect(await refusalOf((tx) => publishRuleTable(tx, document, { author, reviewer: author }))).toEqual({
      code: 'ownWork',
    })
    const refusal = await refusalOf(async (tx) => {
      const proposal = await proposeRuleTable(tx, document, { author })
      await publishRuleVersion(tx, { ...proposal, reviewer: author })
    })
    expect(refusal).toEqual({ code: 'ownWork' })
  })

  it('needs a second person even for somebody who writes to the database directly', async () => {
    const { author } = world
    const attempt = world.db.transaction(async (tx) => {
      const { id } = await proposeRuleTable(tx, { ...sampleTable(), version: 2 }, { author })
      const forged = { reviewerPersonId: author, publishedAt: 1 }
      await tx.update(ruleVersions).set(forged).where(eq(ruleVersions.id, id))
    })
    await expect(attempt).rejects.toMatchObject({ cause: { constraint: 'rule_versions_second_person' } })
  })

  it('refuses a document with faults and says where they are', async () => {
    const broken = sampleTable()
    broken.rows[1] = { id: 'small', when: { estimatedMinor: '=< 5' }, gives: broken.rows[1]?.gives ?? {} }
    expect(await refusalOf((tx) => proposeRuleTable(tx, broken, { author: world.author }))).toEqual({
      code: 'ruleTableInvalid',
      faults: [
        {
          code: 'malformedCell',
          at: 'small.estimatedMinor',
          detail: '=< 5',
          text: ruleFaultTexts.malformedCell,
        },
      ],
    })
  })

  it('takes the very document that the reviewer has read, and that once', async () => {
    const { author, reviewer } = world
    const refusals = await refusalOf(async (tx) => {
      const proposal = await proposeRuleTable(tx, { ...sampleTable(), version: 2 }, { author })
      await publishRuleVersion(tx, { id: proposal.id, documentHash: 'another', reviewer })
    })
    expect(refusals).toEqual({ code: 'contentChanged' })
    const again = await refusalOf(async (tx) => {
      const proposal = await proposeRuleTable(tx, { ...sampleTable(), version: 2 }, { author })
      await publishRuleVersion(tx, { ...proposal, reviewer })
      await publishRuleVersion(tx, { ...proposal, reviewer })
    })
    expect(again).toEqual({ code: 'alreadyDone' })
    const nothing = { id: randomUUID(), documentHash: '', reviewer }
    expect(await refusalOf((tx) => publishRuleVersion(tx, nothing))).toEqual({ code: 'notFound' })
  })

  it('keeps a version readable by table and number, as a stored use names it', async () => {
    expect(await readRuleVersion(world.db, 'surveyNeed', 1)).toMatchObject({ id: 'surveyNeed', version: 1 })
    expect(await readRuleVersion(world.db, 'surveyNeed', 9)).toBeUndefined()
    expect(await listRuleVersions(world.db, 'surveyNeed')).toHaveLength(1)
  })
})
