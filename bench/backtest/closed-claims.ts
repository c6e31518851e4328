import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { createRuleEngine, type RulesInForce } from '../../db/rules/engine.ts'
import { claims, ruleUses } from '../../db/schema/index.ts'
import { assert } from '../../domain/errors.ts'
import { lines } from '../../domain/policy/terms.ts'
import type { RuleInputs } from '../../domain/rules/contracts.ts'
import type { RuleUse } from '../../domain/rules/use.ts'
import { type LossCause, lossCauses } from '../../domain/rules/vocabulary.ts'
import { Seeded } from '../../scripts/faults/seeded.ts'
import { collisionReport } from '../../test/support/collision-report.ts'
import type { World } from '../../test/support/world.ts'

/** So many claims are written by one statement. */
const batch = 500

/**
 * Closed claims by the thousand: copies of one that was registered, each with what it would have asked six
 * tables on its way and what the tables in force answer. They stand in the database as if `execute` had written
 * them, without the seconds that seven stages take; nothing but the tables' history is to be read from them.
 */
export async function insertClosedClaims(world: World, count: number, seed = 'closed'): Promise<void> {
  const { database } = world
  const random = new Seeded(seed)
  const template = await registered(world)
  const rules = await createRuleEngine().open(database, { effectiveOn: '2026-01-01' })
  for (let first = 0; first < count; first += batch) {
    const made = await Promise.all(
      Array.from({ length: Math.min(batch, count - first) }, async (_, index) => {
        const number = String(first + index + 1).padStart(7, '0')
        return { id: randomUUID(), caseNumber: `B-${number}`, uses: await usesOf(rules, random) }
      }),
    )
    await database.insert(claims).values(
      made.map(({ id, caseNumber }) => {
        const closed = { stage: 'archived', outcome: 'paid' } as const
        return {
          ...template,
          ...closed,
          id,
          caseNumber,
          state: { ...template.state, ...closed, id, caseNumber },
        }
      }),
    )
    await database.insert(ruleUses).values(
      made.flatMap(({ id: claimId, uses }) =>
        uses.map((use) => {
          const { table: tableId, version } = use
          return { claimId, commandId: randomUUID(), tableId, version, use, at: template.updatedAt }
        }),
      ),
    )
  }
}

async function registered(world: World): Promise<typeof claims.$inferSelect> {
  const customer = await world.customer()
  const policyId = await world.policy('motorCommercial', customer)
  const { reply } = await world.execute(collisionReport(customer, policyId))
  const [claim] = await world.database.select().from(claims).where(eq(claims.id, reply.claimId))
  assert(claim !== undefined, 'a claim that was acknowledged is there')
  return claim
}

type Loss = RuleInputs['checklist'] & RuleInputs['reserveOpening']

/** What one claim asks: most are small, one in eight hurts somebody, one in ten nobody has estimated. */
function lossOf(random: Seeded): Loss {
  const line = random.pick(lines)
  const cause: LossCause = random.pick(lossCauses)
  const injury = random.share() < 0.125
  const estimatedMinor = random.share() < 0.1 ? null : Math.round(10 ** (4 + 4 * random.share()))
  return {
    line,
    cause,
    injury,
    death: injury && random.share() < 0.1,
    thirdParty: random.share() < 0.4,
    amountMinor: estimatedMinor,
    estimatedMinor,
  }
}

async function usesOf(rules: RulesInForce, random: Seeded): Promise<readonly RuleUse[]> {
  const { line, cause, injury, death, thirdParty, amountMinor, estimatedMinor } = lossOf(random)
  const doubtful = random.share() < 0.03
  const paidMinor = Math.round((estimatedMinor ?? 500_000) * (0.5 + 0.5 * random.share()))
  const previousClaims = Math.floor(4 * random.share() ** 3)
  const answers = [
    await rules.evaluate('checklist', { line, cause, injury, death, thirdParty, amountMinor }),
    await rules.evaluate('reserveOpening', { line, cause, injury, death, estimatedMinor }),
    await rules.evaluate('coverageChecks', {
      line,
      cause,
      policyInForceAtLoss: true,
      premiumStatus: 'paid',
      waitingDaysLeft: -30,
      objectInsured: true,
      perilCovered: random.share() < 0.95,
      exclusionSuspected: 'none',
      disclosureProof: true,
      licenceValid: true,
      drunk: false,
      limitLeftMinor: 100_000_000,
    }),
    await rules.evaluate('surveyNeed', {
      line,
      cause,
      estimatedMinor,
      injury,
      death,
      thirdParties: thirdParty,
      doubtful,
      previousClaims,
    }),
    await rules.evaluate('authorityLevels', {
      line,
      amountMinor: paidMinor,
      injury,
      death,
      fraudSuspected: doubtful,
      advance: false,
      reopened: false,
    }),
    await rules.evaluate('fastTrack', {
      line,
      cause,
      injury,
      death,
      thirdParty,
      doubtful,
      reopened: false,
      askedMinor: estimatedMinor,
      agreedInAdvance: random.share() < 0.5,
      documentsMissing: 0,
      documentsUnreadable: 0,
      coverageOpen: 0,
      surveyRequired: false,
      duplicates: 0,
      payeeInsured: true,
      payeeVerified: true,
      disputed: false,
      customerMonthClaims: 0,
      customerYearClaims: previousClaims,
      customerYearMinor: previousClaims * 100_000 + paidMinor,
      policyYearClaims: previousClaims,
      policyYearMinor: previousClaims * 100_000 + paidMinor,
      withinAuthority: true,
    }),
  ]
  return answers.map(({ use }) => use)
}
