import { randomUUID } from 'node:crypto'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { BankTerms, Candidate, ContentFact, Facts } from '../../domain/claim/facts.ts'
import { needsOf } from '../../domain/claim/needs.ts'
import {
  authorityInputs,
  checklistInputs,
  coverageInputs,
  described,
  measured,
  reserveInputs,
  surveyInputs,
} from '../../domain/claim/rule-inputs.ts'
import { committedMinor } from '../../domain/claim/stages/settled.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { assert } from '../../domain/errors.ts'
import { add, fen, type Fen } from '../../domain/money.ts'
import type { PolicySnapshot } from '../../domain/policy/terms.ts'
import type { RuleUse } from '../../domain/rules/use.ts'
import { civilDateOf } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { readCalendars } from '../calendars.ts'
import { hashOf } from '../canonical.ts'
import type { Transaction } from '../client.ts'
import type { AnyClaimCommand } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import type { RuleEngine } from '../rules/engine.ts'
import { claims, contents } from '../schema/index.ts'
import { actorOf, limitsOf } from './actor.ts'
import { candidatesFor } from './candidates.ts'
import { contentContext } from './content.ts'
import { partyOf, payeeNameMatches } from './parties.ts'
import { isPaidAstray, isPayLaneOpen } from './pay-gate.ts'
import { RuleFacts } from './rule-facts.ts'

export interface FactSources {
  readonly tx: Transaction
  readonly cipher: FieldCipher
  readonly rules: RuleEngine
  readonly bank: BankTerms
  readonly now: Instant
}

export interface ClaimAtHand {
  readonly claimId: string
  readonly state: ClaimState | null
  readonly policy: PolicySnapshot
  /** Above one after a restore. */
  readonly epoch: number
  /** Report only. */
  readonly caseNumber: string
  readonly duplicates: readonly string[]
  readonly ownPolicy: boolean
}

/** Everything that the command's decision may know, read in its transaction. */
export async function loadFacts(
  sources: FactSources,
  command: AnyClaimCommand,
  claim: ClaimAtHand,
): Promise<{
  readonly facts: Facts
  readonly uses: readonly RuleUse[]
  readonly newContent: ContentFact | null
}> {
  const { tx, cipher, now } = sources
  const { state, policy, claimId } = claim
  const needs = needsOf(state, command.type, now)
  const rules = await askRules(sources, command, claim, needs)
  const candidates = new Map<string, readonly Candidate[]>()
  for (const role of needs.candidates) {
    const place = state?.place ?? (command.type === 'registerClaim' ? command.body.place : null)
    candidates.set(
      role,
      await candidatesFor(tx, { role, branchId: policy.branchId, line: policy.line, place }),
    )
  }
  const { current, byVersion } = await readCalendars(tx, now)
  const content = await contentFact(sources, command, claimId)
  const facts: Facts = {
    claimId,
    now,
    today: civilDateOf(now),
    actor: await actorOf(tx, command.sender, policy.branchId, policy.line),
    calendar: current,
    calendars: byVersion,
    policy,
    targets: rules.targets,
    rules: rules.answers,
    candidates,
    content,
    newParties: (command.parties ?? []).map((party) => partyOf(cipher, party, party.id ?? randomUUID())),
    caseNumber: claim.caseNumber,
    duplicates: claim.duplicates,
    ownPolicy: claim.ownPolicy,
    payeeNameMatches:
      command.type === 'proposeSettlement'
        ? await payeeNameMatches(tx, cipher, claimId)
        : new Map<string, boolean>(),
    approverLimits:
      command.type === 'gatePayment' && state !== null
        ? await approverLimits(sources, state)
        : new Map<string, Fen | null>(),
    payLaneOpen: command.type === 'gatePayment' ? await isPayLaneOpen(tx) : true,
    lostPayments: claim.epoch > 1,
    strayPayment:
      command.type === 'gatePayment' && state !== null
        ? await isPaidAstray(tx, state, command.body.intentId)
        : false,
    bank: sources.bank,
    hash: hashOf,
    newId: randomUUID,
  }
  return { facts, uses: rules.uses, newContent: savesContent(command) ? content : null }
}

function savesContent(command: AnyClaimCommand): boolean {
  return (
    command.type === 'registerClaim' || command.type === 'saveSurveyReport' || command.type === 'saveSheet'
  )
}

async function askRules(
  { tx, rules: engine, now }: FactSources,
  command: AnyClaimCommand,
  { state, policy, claimId }: ClaimAtHand,
  needs: ReturnType<typeof needsOf>,
): Promise<RuleFacts> {
  const rules = new RuleFacts(await engine.open(tx, { effectiveOn: civilDateOf(now) }))
  if (command.type === 'registerClaim') {
    const claim = described(policy, command.body)
    await rules.keep('checklist', checklistInputs(claim))
    await rules.keep('reserveOpening', reserveInputs(claim))
    await rules.askTargets(measured(policy, claim), needs.clocks, null)
    return rules
  }
  assert(state !== null, 'only a report has no claim yet')
  const payable = state.sheets.at(-1)?.payableMinor ?? null
  await rules.askTargets(measured(policy, state), needs.clocks, payable)
  if (needs.rules.includes('coverageChecks')) {
    await rules.keep('coverageChecks', coverageInputs(state, policy, await limitLeft(tx, claimId, policy)))
  }
  if (needs.rules.includes('surveyNeed')) {
    await rules.keep('surveyNeed', surveyInputs(state, await previousClaims(tx, claimId, policy.policyId)))
  }
  if (command.type === 'proposeSettlement') {
    const asked = add(...command.body.payees.map((payee) => fen(payee.amountMinor)))
    // A repayment pays nothing that was not granted before, and is weighed with all of it.
    const own = committedMinor(state)
    const total = add(
      command.body.kind === 'repayment' ? own : add(asked, own),
      await relatedMinor(tx, state),
    )
    await rules.keep('authorityLevels', authorityInputs(state, total, command.body.kind === 'advance'))
  }
  return rules
}

/** The newest content of the kind that the command saves (its next version) or names. */
async function contentFact(
  { tx, cipher }: FactSources,
  command: AnyClaimCommand,
  claimId: string,
): Promise<ContentFact | null> {
  const kind = command.content?.kind ?? (command.type === 'submitSurveyReport' ? 'surveyReport' : null)
  if (kind === null) return null
  const [newest] = await tx
    .select()
    .from(contents)
    .where(and(eq(contents.claimId, claimId), eq(contents.kind, kind)))
    .orderBy(desc(contents.version))
    .limit(1)
  if (command.content !== undefined) {
    const { body, basedOn } = command.content
    const version = (newest?.version ?? 0) + 1
    const stale = basedOn !== undefined && basedOn !== version - 1
    return { kind, version, hash: hashOf(body), authorId: command.sender.personId, body, stale }
  }
  if (newest === undefined) return null
  const body = cipher.decryptJson(newest.bodyEncrypted, contentContext(claimId, kind, newest.version))
  return { kind, version: newest.version, hash: newest.hash, authorId: newest.authorId, body, stale: false }
}

/** Sums insured of the policy, less what other claims of it have been granted. */
async function limitLeft(tx: Transaction, claimId: string, policy: PolicySnapshot): Promise<number> {
  const insured = policy.terms.coverages.reduce((sum, one) => Math.max(sum, one.sumInsuredMinor), 0)
  const { rows } = await tx.execute<{ granted: string }>(sql`
    select coalesce(sum(amount_minor), 0) as granted from payment_intents i
    join claims c on c.id = i.claim_id
    where c.policy_id = ${policy.policyId} and c.id <> ${claimId}
      and i.status not in ('failed', 'returned', 'cancelled')`)
  return insured - Number(rows[0]?.granted ?? 0)
}

async function previousClaims(tx: Transaction, claimId: string, policyId: string): Promise<number> {
  return tx.$count(
    claims,
    and(
      eq(claims.policyId, policyId),
      ne(claims.id, claimId),
      sql`${claims.createdAt} > clock_timestamp() - interval '1 year'`,
    ),
  )
}

/**
 * What has been or may be paid on other claims of the same policy and day of loss:
 * authority is measured by the event, so that splitting it does not help.
 */
async function relatedMinor(tx: Transaction, state: ClaimState): Promise<Fen> {
  // Two proposals at once on one policy would not see each other, and each stay below the limit.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${state.policyId}, 0))`)
  const day = 24 * 60 * 60 * 1000
  const others = await tx
    .select({ state: claims.state })
    .from(claims)
    .where(
      and(
        eq(claims.policyId, state.policyId),
        ne(claims.id, state.id),
        sql`abs(extract(epoch from ${claims.lossAt}) * 1000 - ${state.lossAt}) < ${day}`,
      ),
    )
  return add(...others.map((other) => committedMinor(other.state)))
}

async function approverLimits(
  { tx }: FactSources,
  state: ClaimState,
): Promise<ReadonlyMap<string, Fen | null>> {
  const people = state.settlements.flatMap((one) => one.approvals.map((approval) => approval.personId))
  return limitsOf(tx, [...new Set(people)], state.branchId, state.line)
}
