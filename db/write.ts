import { eq } from 'drizzle-orm'
import type { Decided } from '../domain/claim/decide.ts'
import type { ContentFact } from '../domain/claim/facts.ts'
import { toldContent, type Told } from '../domain/claim/told.ts'
import type { Party } from '../domain/claim/state.ts'
import type { PolicySnapshot } from '../domain/policy/terms.ts'
import type { RuleUse } from '../domain/rules/use.ts'
import { appendAudit } from './audit.ts'
import type { Transaction } from './client.ts'
import type { PartyInput } from './commands.ts'
import { fieldContext, type FieldCipher } from './encryption/field-cipher.ts'
import { auditFact, headOf, type Attempt, type CommandDependencies } from './attempt.ts'
import { contentContext } from './facts/content.ts'
import { placeHash, vehicleHash } from './facts/new-claim.ts'
import { projectFastTrackSample } from './project-fast-track.ts'
import { projectPayments } from './project-payments.ts'
import { postLedger, projectClocks, projectTasks } from './project.ts'
import { documentQueue, noticeQueue } from './queues.ts'
import {
  claimEvents,
  claims,
  contents,
  documents,
  messages,
  notices,
  reportDrafts,
  ruleUses,
} from './schema/index.ts'
import { writeParties } from './write-people.ts'

export interface Written {
  readonly attempted: Attempt
  readonly before: typeof claims.$inferSelect | null
  readonly decided: Decided
  readonly told: Told
  readonly uses: readonly RuleUse[]
  readonly content: ContentFact | null
  readonly parties: readonly { readonly input: PartyInput; readonly party: Party }[]
  readonly policy: PolicySnapshot
}

/** Writes everything that a decision means, in the order of its foreign keys, in the deciding transaction. */
export async function write(
  dependencies: CommandDependencies,
  tx: Transaction,
  written: Written,
): Promise<void> {
  const { attempted, before, decided } = written
  const { state, events } = decided
  const firstSequence = (before?.eventSequence ?? 0) + 1
  await writeClaim(dependencies.cipher, tx, written)
  await writeParties(tx, dependencies.cipher, state.id, written.parties, attempted.now)
  await writeEvents(dependencies.cipher, tx, written, firstSequence)
  await writeContent(dependencies.cipher, tx, written)
  await projectClocks(tx, before?.state ?? null, state)
  await projectTasks(tx, before?.state ?? null, state, attempted.now)
  await projectFastTrackSample(tx, before?.state ?? null, state, attempted.now)
  await projectPayments(tx, dependencies.cipher, before?.state ?? null, state, attempted.now)
  await postLedger(tx, before?.state ?? null, events, { now: attempted.now, firstSequence })
  await writeNotices(dependencies, tx, written)
}

async function writeClaim(
  cipher: FieldCipher,
  tx: Transaction,
  { attempted, before, decided, told, policy }: Written,
) {
  const { command, now } = attempted
  const { state, events } = decided
  const last = (before?.eventSequence ?? 0) + events.length
  const fact = auditFact(attempted, {
    outcome: 'done',
    code: null,
    firstEvent: events.length === 0 ? null : (before?.eventSequence ?? 0) + 1,
    lastEvent: events.length === 0 ? null : last,
  })
  const head = await appendAudit(tx, headOf(before, state.id), fact)
  const changing = {
    stage: state.stage,
    outcome: state.outcome,
    priority: state.priority,
    contactId: state.contactId,
    state,
    told: toldContent(state),
    version: told.version,
    // The workflow learns the state from the answer to its own command, and needs no other word of it.
    ...(command.sender.kind === 'system' && command.key.startsWith('workflow:')
      ? { toldVersion: told.version }
      : {}),
    tellAfter: null,
    tellTries: 0,
    eventSequence: last,
    auditSequence: head.sequence,
    auditHash: head.hash,
    updatedAt: now,
  }
  if (before !== null) {
    await tx.update(claims).set(changing).where(eq(claims.id, state.id))
    return
  }
  await tx.insert(claims).values({
    ...changing,
    id: state.id,
    caseNumber: state.caseNumber,
    branchId: state.branchId,
    policyId: state.policyId,
    line: state.line,
    lossAt: state.lossAt,
    plateHash: await vehicleHash(tx, cipher, { plate: command.plate, policyId: state.policyId }),
    placeHash: placeHash(cipher, state.place),
    policySnapshot: policy,
  })
  if (command.draftId !== undefined) {
    await tx
      .update(reportDrafts)
      .set({ claimId: state.id, updatedAt: now })
      .where(eq(reportDrafts.id, command.draftId))
  }
}

async function writeEvents(
  cipher: FieldCipher,
  tx: Transaction,
  { attempted, decided, uses }: Written,
  firstSequence: number,
): Promise<void> {
  const { command, commandId, now } = attempted
  const { state, events } = decided
  if (events.length > 0) {
    await tx.insert(claimEvents).values(
      events.map((event, index) => {
        const sequence = firstSequence + index
        const noted = index === 0 && command.note !== undefined && command.note !== ''
        return {
          claimId: state.id,
          sequence,
          type: event.type,
          data: event.data,
          noteEncrypted: noted
            ? cipher.encrypt(command.note ?? '', fieldContext('claim', state.id, `note.${sequence}`))
            : null,
          fromStage: event.type === 'stageEntered' ? event.data.from : null,
          toStage: event.type === 'stageEntered' ? event.data.to : null,
          actorId: command.sender.personId,
          actorKind: command.sender.kind,
          commandId,
          at: now,
        }
      }),
    )
  }
  if (uses.length > 0) {
    await tx.insert(ruleUses).values(
      uses.map((use) => ({
        claimId: state.id,
        commandId,
        tableId: use.table,
        version: use.version,
        use,
        at: now,
      })),
    )
  }
}

async function writeContent(
  cipher: FieldCipher,
  tx: Transaction,
  { attempted, decided, content }: Written,
): Promise<void> {
  const { command, now } = attempted
  const claimId = decided.state.id
  if (content !== null) {
    const { kind, version, hash, authorId, body } = content
    const bodyEncrypted = cipher.encryptJson(body, contentContext(claimId, kind, version))
    await tx
      .insert(contents)
      .values({ id: attempted.commandId, claimId, kind, version, hash, bodyEncrypted, authorId, at: now })
  }
  if (command.type === 'receiveDocument' && command.document !== undefined) {
    const { documentId, item, contentHash } = command.body
    const { name, ...described } = command.document
    await tx.insert(documents).values({
      ...described,
      id: documentId,
      claimId,
      itemCode: item,
      contentHash,
      nameEncrypted: cipher.encrypt(name, fieldContext('claim', claimId, `document.${documentId}`)),
      receivedAt: now,
      uploadedBy: command.sender.personId,
      state: 'stored',
    })
  }
  if (command.type === 'postMessage' && command.message !== undefined) {
    const id = attempted.commandId
    await tx.insert(messages).values({
      id,
      claimId,
      authorId: command.sender.personId,
      fromCustomer: decided.state.parties.some((party) => party.personId === command.sender.personId),
      textEncrypted: cipher.encrypt(command.message, fieldContext('claim', claimId, `message.${id}`)),
      at: now,
    })
  }
}

async function writeNotices(
  { enqueue }: CommandDependencies,
  tx: Transaction,
  { attempted, decided }: Written,
) {
  const { command, now } = attempted
  if (command.type === 'receiveDocument') {
    await enqueue(tx, documentQueue, [{ documentId: command.body.documentId }])
  }
  if (decided.notices.length === 0) return
  await tx.insert(notices).values(
    decided.notices.map(({ id, template, to, parameters }) => ({
      id,
      claimId: decided.state.id,
      partyId: 'partyId' in to ? to.partyId : null,
      personId: 'personId' in to ? to.personId : null,
      template,
      channel: 'sms',
      parameters,
      status: 'queued' as const,
      queuedAt: now,
    })),
  )
  await enqueue(
    tx,
    noticeQueue,
    decided.notices.map(({ id }) => ({ noticeId: id })),
  )
}
