import type { Registry } from 'prom-client'
import type { BankConfig } from '../../config.ts'
import type { BankGateway } from './gateway.ts'
import { meterBank } from './metered-bank.ts'
import { SignedHttpBank } from './signed-http-bank.ts'

/** The bank as it was agreed with, its calls counted. */
export function createBank(registry: Registry, bank: BankConfig): BankGateway {
  const signed = new SignedHttpBank(
    { url: bank.url, key: { id: bank.keyId, secret: bank.secret } },
    {
      dedupWindowMs: bank.dedupWindowMs,
      notFoundGraceMs: bank.notFoundGraceMs,
      referenceLength: 30,
      requestsPerSecond: bank.requestsPerSecond,
      submitTimeoutMs: bank.timeoutMs,
      queryTimeoutMs: bank.timeoutMs,
    },
  )
  return meterBank(registry, signed)
}
