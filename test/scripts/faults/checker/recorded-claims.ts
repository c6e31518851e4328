/** Real claims, played by real commands, with the history that a fault run would have kept of them. */
import { createHash, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { AnyClaimCommand, Executed } from '../../../../db/commands.ts'
import { DomainError } from '../../../../domain/errors.ts'
import { readBank, type BankFacts } from '../../../../scripts/faults/checker/bank-journal.ts'
import { loadFacts } from '../../../../scripts/faults/checker/database/load.ts'
import { Evidence } from '../../../../scripts/faults/checker/evidence.ts'
import type { Attempt, Run } from '../../../../scripts/faults/checker/run-folder.ts'
import { readTemporal, type TemporalFacts } from '../../../../scripts/faults/checker/temporal/workflows.ts'
import { publicTestKeys } from '../../../support/public-test-keys.ts'
import { RunningClaims } from '../../../support/running-claims.ts'
import { testTemporal } from '../../../support/temporal.ts'

export interface Tampered {
  readonly attempts?: (attempts: readonly Attempt[]) => readonly Attempt[]
  readonly bank?: (bank: BankFacts) => BankFacts
  readonly temporal?: (temporal: TemporalFacts) => TemporalFacts
  /** Statements of the schema's owner; they are undone afterwards. */
  readonly sql?: readonly string[]
}

export class RecordedClaims {
  readonly running: RunningClaims
  readonly attempts: Attempt[] = []

  private constructor(running: RunningClaims) {
    this.running = running
    const send = running.send.bind(running)
    running.send = (command) => this.#record(command, send)
  }

  static async start(): Promise<RecordedClaims> {
    return new RecordedClaims(await RunningClaims.start())
  }

  get run(): Run {
    const { address, namespace } = testTemporal()
    return {
      seed: '1',
      commit: 'none',
      minutes: 1,
      databaseUrl: this.running.world.test.ownerUrl,
      temporalAddress: address,
      temporalNamespace: namespace,
      bankJournal: this.running.bank.journalFile,
      fieldKeys: [...publicTestKeys.keys]
        .map(([id, key]) => `${id}:${Buffer.from(key).toString('base64')}`)
        .join(','),
      dataFolder: '',
    }
  }

  /** Only this test's own: the server is shared with others. */
  async temporal(): Promise<TemporalFacts> {
    return readTemporal(this.run, { taskQueue: this.running.taskQueue })
  }

  /** What the checker would see if something had gone wrong in these ways. */
  async evidence(temporal: TemporalFacts | null, tampered: Tampered = {}): Promise<Evidence> {
    const same = <T>(value: T): T => value
    const attempts = (tampered.attempts ?? same)(this.attempts)
    const bank = (tampered.bank ?? same)(readBank(this.run.bankJournal))
    const facts = await this.#facts(tampered.sql ?? [])
    const known = temporal === null ? null : (tampered.temporal ?? same)(temporal)
    return new Evidence({ run: this.run, attempts, faults: [] }, facts, bank, known)
  }

  async #facts(statements: readonly string[]) {
    const client = new Client({ connectionString: inTestDatabase(this.running.world.test.name) })
    await client.connect()
    try {
      await client.query('begin')
      // No runner takes jobs out of the queue here.
      await client.query(`update pgboss.job set state = 'completed'`)
      for (const statement of statements) {
        const { rowCount } = await client.query(statement)
        if (rowCount === 0) throw new Error(`Nothing was changed by: ${statement}`)
      }
      return await loadFacts(client)
    } finally {
      await client.query('rollback')
      await client.end()
    }
  }

  close(): Promise<void> {
    return this.running.close()
  }

  /** Sends it as the API would, and once more under the same key. */
  async #record(
    command: AnyClaimCommand,
    send: (command: AnyClaimCommand) => Promise<Executed>,
  ): Promise<Executed> {
    if (command.sender.personId === null) return send(command)
    const first = await this.#attempt(command, send)
    await this.#attempt(command, send)
    return first
  }

  async #attempt(
    command: AnyClaimCommand,
    send: (command: AnyClaimCommand) => Promise<Executed>,
  ): Promise<Executed> {
    const requestId = randomUUID()
    const { type, key, sender, claimId = null, body } = command
    const begun = {
      opId: requestId,
      person: sender.personId ?? '',
      type,
      claimId,
      args: body,
      key,
      tInv: Date.now(),
    }
    try {
      const executed = await send({ ...command, requestId })
      const text = JSON.stringify(executed.reply)
      this.attempts.push({
        ...begun,
        tRet: Date.now(),
        outcome: 'ok',
        http: 200,
        code: null,
        bodyHash: createHash('sha256').update(text).digest('hex'),
        reply: executed.reply,
      })
      return executed
    } catch (error) {
      const code = error instanceof DomainError ? error.code : null
      this.attempts.push({
        ...begun,
        tRet: Date.now(),
        outcome: 'fail',
        http: 409,
        code,
        bodyHash: null,
        reply: null,
      })
      throw error
    }
  }
}

/** As superuser: the owner is held by triggers and constraints that a violation has to get around. */
function inTestDatabase(name: string): string {
  return Object.assign(new URL(inject('postgres').superuserUrl), { pathname: `/${name}` }).href
}
