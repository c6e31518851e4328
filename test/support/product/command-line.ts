/** The way of a command from here into the product's database, as the API goes it, but for the telling. */
import { randomUUID } from 'node:crypto'
import { readConfig } from '../../../config.ts'
import { createDatabase, type Database } from '../../../db/client.ts'
import type { ClaimCommand, Executed } from '../../../db/commands.ts'
import { createFieldCipher } from '../../../db/encryption/field-cipher.ts'
import { createJobQueue, type JobQueue } from '../../../db/enqueue.ts'
import { createExecute, type Execute } from '../../../db/execute.ts'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import type { CommandType } from '../../../domain/claim/commands.ts'
import type { Environment } from '../../../scripts/embedded/environment.ts'

export type Decision<T extends CommandType> = Required<Pick<ClaimCommand<T>, 'type' | 'claimId' | 'body'>> & {
  /** Id of the member of staff who decides. */
  readonly by: string
}

export class CommandLine {
  readonly #database: Database
  readonly #queue: JobQueue
  readonly #execute: Execute

  private constructor(database: Database, queue: JobQueue, execute: Execute) {
    this.#database = database
    this.#queue = queue
    this.#execute = execute
  }

  /** @param environment is that with which the product's services were started. */
  static async open(environment: Environment): Promise<CommandLine> {
    const { databaseUrl, fieldKeys, lookupKey, bank } = readConfig(environment)
    const database = createDatabase(databaseUrl)
    const queue = await createJobQueue(databaseUrl)
    const execute = createExecute({
      database,
      cipher: createFieldCipher(fieldKeys, lookupKey),
      rules: createRuleEngine(),
      bank: { ...bank, submitDeadlineMs: bank.timeoutMs },
      enqueue: queue.enqueue.bind(queue),
    })
    return new CommandLine(database, queue, execute)
  }

  /** Commits the decision and tells nobody. */
  async commit<T extends CommandType>({ by, ...decision }: Decision<T>): Promise<Executed> {
    const { rows } = await this.#database.$client.query<{ id: string }>(
      'select id from accounts where person_id = $1',
      [by],
    )
    const sender = { kind: 'person', personId: by, accountId: rows[0]?.id ?? null } as const
    return this.#execute({ ...decision, sender, key: randomUUID() } as never)
  }

  async close(): Promise<void> {
    await this.#queue.stop()
    await this.#database.$client.end()
  }
}
