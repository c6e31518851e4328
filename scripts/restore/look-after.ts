/** What stands between a restored database and the services: looked after once, and told in a few lines. */
import { readConfig } from '../../config.ts'
import { createDatabase } from '../../db/client.ts'
import { createFieldCipher } from '../../db/encryption/field-cipher.ts'
import { createJobQueue } from '../../db/enqueue.ts'
import { type AfterRestore, afterRestore } from '../../db/restore/after-restore.ts'
import { createRuleEngine } from '../../db/rules/engine.ts'
import type { Environment } from '../embedded/environment.ts'

/** @param environment is the services' own; Temporal and the partners are not spoken to. */
export async function lookAfter(
  environment: Environment,
  options: { readonly evenIfNotRestored: boolean },
): Promise<AfterRestore> {
  const unused = {
    TEMPORAL_ADDRESS: 'unused',
    BANK_URL: 'http://unused',
    MESSAGE_GATEWAY_URL: 'http://unused',
  }
  const { databaseUrl, fieldKeys, lookupKey, bank } = readConfig({ ...unused, ...environment })
  const database = createDatabase(databaseUrl, { maxConnections: 2 })
  const queue = await createJobQueue(databaseUrl)
  try {
    return await afterRestore(
      {
        database,
        cipher: createFieldCipher(fieldKeys, lookupKey),
        rules: createRuleEngine(),
        bank: { ...bank, submitDeadlineMs: bank.timeoutMs },
        enqueue: (tx, name, jobs) => queue.enqueue(tx, name, jobs),
      },
      options,
    )
  } finally {
    await queue.stop()
    await database.$client.end()
  }
}

export function describeOutcome(result: AfterRestore): string {
  switch (result.outcome) {
    case 'notRestored':
      return 'Nothing says that this database was restored; nothing was changed.'
    case 'doneBefore':
      return `Looked after before; it knows what happened until ${iso(result.knownUntil)}. Nothing was changed.`
    case 'done':
      return [
        `The database knows what happened until ${iso(result.knownUntil)}.`,
        `${result.claims} claims begin a new epoch; their workflows are told anew.`,
        `${result.paymentsDoubted} payments are unknown until the bank has been asked about them.`,
        `${result.statementDays.length} day(s) of statements are ordered: ${result.statementDays.join(', ')}.`,
        `${result.sessionsEnded} people are signed out.`,
        'The pay lane is paused until the bank has answered and two people of finance reopen it.',
      ].join('\n')
  }
}

const iso = (instant: number): string => new Date(instant).toISOString()
