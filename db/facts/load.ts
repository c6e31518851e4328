import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { BankTerms, Candidate, ContentFact, Facts } from '../../domain/claim/facts.ts'
import { needsOf } from '../../domain/claim/needs.ts'
import { isSoftware } from '../../domain/claim/software.ts'
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
import { contents } from '../schema/index.ts'
import { actorOf, limitsOf } from './actor.ts'
import { candidatesFor } from './candidates.ts'
import { contentContext } from './content.ts'
import { fastTrackFacts } from './fast-track.ts'
import { overdrawnLimits } from './limits-taken.ts'
import { limitLeft, previousClaims, relatedMinor } from './other-claims.ts'
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
  const actor = await actorOf(tx, command.sender, policy.branchId, policy.line)
  const facts: Facts = {
    claimId,
    now,
    today: civilDateOf(now),
    actor,
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
    overdrawn: await overdrawnLimits(sources, command, state, content),
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
    fastTrack:
      isSoftware(actor) && state?.fastTrack !== undefined
        ? await fastTrackFacts({ ...sources, state, policy, caseNumber: claim.caseNumber, actor, rules })
        : null,
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

async function approverLimits(
  { tx }: FactSources,
  state: ClaimState,
): Promise<ReadonlyMap<string, Fen | null>> {
  const people = state.settlements.flatMap((one) => one.approvals.map((approval) => approval.personId))
  return limitsOf(tx, [...new Set(people)], state.branchId, state.line)
}
