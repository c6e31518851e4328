import { Counter, Histogram, type Registry } from 'prom-client'
import type { BankGateway } from './gateway.ts'

/** Counts calls to the bank by what it answered, and times them. */
export function meterBank(registry: Registry, bank: BankGateway): BankGateway {
  const registers = [registry]
  const calls = new Counter({
    name: 'lipei_bank_calls_total',
    help: 'Calls to the bank by outcome; unknown ones are asked about until the bank has answered.',
    labelNames: ['call', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'lipei_bank_call_duration_seconds',
    help: 'Until the bank has answered or its time is over, waiting for the agreed rate included.',
    labelNames: ['call'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  })
  const metered = async <T>(call: string, work: Promise<T>, outcomeOf: (answer: T) => string): Promise<T> => {
    const stop = durations.startTimer({ call })
    try {
      const answer = await work
      calls.inc({ call, outcome: outcomeOf(answer) })
      return answer
    } catch (error) {
      calls.inc({ call, outcome: 'bug' })
      throw error
    } finally {
      stop()
    }
  }
  return {
    submit: (instruction, sendWithinMs) =>
      metered('submit', bank.submit(instruction, sendWithinMs), ({ outcome }) => outcome),
    query: (ref) => metered('query', bank.query(ref), ({ status }) => status),
    statement: (day) => metered('statement', bank.statement(day), ({ status }) => status),
  }
}
