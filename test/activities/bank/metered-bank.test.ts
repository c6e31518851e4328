import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import type { BankGateway, PaymentInstruction } from '../../../activities/bank/gateway.ts'
import { meterBank } from '../../../activities/bank/metered-bank.ts'

it('calls to the bank are counted by its answer, and labels hold no reference', async () => {
  const bank: BankGateway = {
    submit: async () => ({ outcome: 'unknown', reason: 'timedOut' }),
    query: async (ref) => {
      if (ref === 'bad') throw new RangeError('no reference')
      return { status: 'notFound', at: 1 }
    },
    statement: async () => ({ status: 'unknown', reason: 'timedOut' }),
  }
  const registry = new Registry()
  const metered = meterBank(registry, bank)
  expect(await metered.submit({ ref: 'R1' } as PaymentInstruction, 100)).toMatchObject({ reason: 'timedOut' })
  await metered.query('R1')
  await expect(metered.query('bad')).rejects.toThrow('no reference')
  await metered.statement('2026-01-01')
  const text = await registry.metrics()
  const counted = text.split('\n').filter((line) => line.startsWith('lipei_bank_calls_total{'))
  expect(counted).toEqual([
    'lipei_bank_calls_total{call="submit",outcome="unknown"} 1',
    'lipei_bank_calls_total{call="query",outcome="notFound"} 1',
    'lipei_bank_calls_total{call="query",outcome="bug"} 1',
    'lipei_bank_calls_total{call="statement",outcome="unknown"} 1',
  ])
  expect(text).not.toContain('R1')
})
