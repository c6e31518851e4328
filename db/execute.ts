import { randomUUID } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import type { SheetInput } from '../domain/adjustment/sheet-types.ts'
import { isSoftware } from '../domain/claim/software.ts'
import { smallClaimSheet } from '../domain/claim/small-claim-sheet.ts'
import { decide, type Decided } from '../domain/claim/decide.ts'
import type { ClaimState } from '../domain/claim/state.ts'
import { toldContent, type Told } from '../domain/claim/told.ts'
import { DomainError, refuse } from '../domain/errors.ts'
import {
  auditFact,
  auditRefusal,
  lockClaim,
  type Attempt,
  type ClaimRow,
  type CommandDependencies,
} from './attempt.ts'
import { canonical } from './canonical.ts'
import type { Transaction } from './client.ts'
import type { AnyClaimCommand, CommandReply, Executed } from './commands.ts'
import { loadFacts, type ClaimAtHand } from './facts/load.ts'
import { readNewClaim } from './facts/new-claim.ts'
import { grantedMinor } from './facts/other-claims.ts'
import { sheetContent } from './facts/sheet-content.ts'
import { actorKey, claimKey, freeKey, storeReply } from './idempotency.ts'
import { poolFor } from './money-pool.ts'
import { write } from './write.ts'
import { clockOf, transact } from './transact.ts'

export type Execute = (command: AnyClaimCommand) => Promise<Executed>

/** Told on either side of the commit: whoever studies what a death there costs listens; nobody else does. */
const written = channel('lipei:command.written')
const committed = channel('lipei:command.committed')

type Outcome = { readonly executed: Executed } | { readonly refused: DomainError }

/**
 * The only way in which a claim changes: one transaction that takes the key, locks
 * the claim, reads facts, decides and writes everything that follows, or nothing but
 * the record of a refusal. Telling the workflow is the caller's next step.
 */
export function createExecute(dependencies: CommandDependencies): Execute {
  return async (given) => {
    const command = prepared(given)
    const bodyHash = digestOf(dependencies, command)
    const outcome = await transact(poolFor(dependencies, command.type), (tx) =>
      attempt(dependencies, tx, command, bodyHash),
    )
    committed.publish(command)
    return orThrow(outcome)
  }
}

/**
 * The same as a part of the caller's transaction: for what must happen to many claims at once or to none. A refusal
 * is thrown, and the caller's transaction, its record included, goes with it.
 */
export async function executeWithin(
  dependencies: CommandDependencies,
  tx: Transaction,
  command: AnyClaimCommand,
): Promise<Executed> {
  return orThrow(await attempt(dependencies, tx, command, digestOf(dependencies, command)))
}

/** Keyed: the record outlives the people whose names and numbers a request holds. */
function digestOf({ cipher }: CommandDependencies, command: AnyClaimCommand): string {
  return cipher.digest(canonical(bodyOf(command)))
}

function orThrow(outcome: Outcome): Executed {
  if ('refused' in outcome) throw outcome.refused
  return outcome.executed
}

/** A sheet is stored with its result: what the engine gives for the input is part of the content. */
function prepared(command: AnyClaimCommand): AnyClaimCommand {
  if (command.type !== 'saveSheet' || command.content === undefined) return command
  return { ...command, content: { kind: 'sheet', body: sheetContent(command.content.body as SheetInput) } }
}

/** The sheet of software is made of what was reported and of the policy, in the transaction that saves it. */
async function withOwnSheet(tx: Transaction, command: AnyClaimCommand, claim: ClaimAtHand) {
  if (command.type !== 'saveSheet' || !isSoftware(command.sender) || claim.state === null) return command
  const used = await grantedMinor(tx, claim.claimId, claim.policy.policyId)
  const input = smallClaimSheet(claim.state, claim.policy, used) ?? refuse('fastTrackNotOpen')
  return { ...command, content: { kind: 'sheet' as const, body: sheetContent(input) } }
}

/** What makes two requests under one key the same request. */
function bodyOf({
  type,
  claimId,
  policyId,
  body,
  note,
  content,
  parties,
  document,
  message,
}: AnyClaimCommand): unknown {
  return { type, claimId, policyId, body, note, content, parties, document, message }
}

async function attempt(
  dependencies: CommandDependencies,
  tx: Transaction,
  command: AnyClaimCommand,
  bodyHash: string,
): Promise<Outcome> {
  const commandId = randomUUID()
  const actor = actorKey(command.sender)
  const begun = { command, commandId, bodyHash, now: await clockOf(tx) }
  try {
    const stored = await claimKey(tx, { actor, key: command.key, bodyHash, commandId, at: begun.now })
    if (stored !== undefined) return { executed: { ...(stored as Executed), repeated: true } }
  } catch (error) {
    return refused(tx, begun, error, null)
  }
  const row = command.claimId === undefined ? null : await lockClaim(tx, command.claimId)
  const locked = { ...begun, now: row === null ? begun.now : await clockOf(tx) }
  try {
    // A savepoint: what was written before a refusal, such as a counted case number, is not committed with its record.
    const executed = await tx.transaction((inner) => decideAndWrite(dependencies, inner, locked, row))
    await storeReply(tx, actor, command.key, executed)
    written.publish(command)
    return { executed }
  } catch (error) {
    if (error instanceof DomainError) await freeKey(tx, actor, command.key)
    return refused(tx, locked, error, row)
  }
}

async function decideAndWrite(
  dependencies: CommandDependencies,
  tx: Transaction,
  given: Attempt,
  row: ClaimRow | null,
): Promise<Executed> {
  const { now } = given
  if (given.command.type !== 'registerClaim' && row === null) refuse('notFound')
  const claim = row === null ? await readNewClaim(tx, dependencies.cipher, given) : atHand(row)
  const command = await withOwnSheet(tx, given.command, claim)
  const attempted = { ...given, command }
  const sources = { tx, cipher: dependencies.cipher, rules: dependencies.rules, bank: dependencies.bank, now }
  const { facts, uses, newContent } = await loadFacts(sources, command, claim)
  const decided = decide(claim.state, command.type, command.body as never, facts)
  const told = toldAfter(row, decided.state)
  const executed = {
    reply: replyOf(decided, told),
    told,
    tellNeeded: told.version !== row?.version,
    repeated: false,
  }
  await write(dependencies, tx, {
    attempted,
    before: row,
    decided,
    told,
    uses,
    content: newContent,
    parties: (command.parties ?? []).flatMap((input, index) => {
      const party = facts.newParties[index]
      return party === undefined ? [] : [{ input, party }]
    }),
    policy: claim.policy,
  })
  return executed
}

function atHand(row: ClaimRow): ClaimAtHand {
  const { id, epoch, state, policySnapshot: policy, caseNumber } = row
  return { claimId: id, epoch, state, policy, caseNumber, duplicates: [], ownPolicy: false }
}

/** The version rises only when what the workflow follows has changed. */
function toldAfter(row: ClaimRow | null, state: ClaimState): Told {
  const content = toldContent(state)
  const same = row !== null && canonical(row.told) === canonical(content)
  return {
    ...content,
    claimId: state.id,
    epoch: row?.epoch ?? 1,
    version: row === null ? 1 : row.version + (same ? 0 : 1),
  }
}

function replyOf(decided: Decided, told: Told): CommandReply {
  const { state } = decided
  return {
    claimId: state.id,
    caseNumber: state.caseNumber,
    stage: state.stage,
    version: told.version,
    ...decided.reply,
  }
}

/** A refusal is committed with its record; anything else undoes the transaction. */
async function refused(
  tx: Transaction,
  attempted: Attempt,
  error: unknown,
  row: ClaimRow | null,
): Promise<Outcome> {
  if (!(error instanceof DomainError)) throw error
  await auditRefusal(tx, row, auditFact(attempted, { outcome: 'refused', code: error.code }))
  return { refused: error }
}
