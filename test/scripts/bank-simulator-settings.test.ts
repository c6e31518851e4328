import { describe, expect, it } from 'vitest'
import { readSettings } from '../../scripts/bank-simulator/settings.ts'

const complete = { BANK_SECRET: Buffer.alloc(32).toString('base64'), BANK_JOURNAL: '/tmp/journal.sqlite' }

describe("the simulator's settings", () => {
  it('need no more than a secret and a journal', () => {
    expect(readSettings(complete)).toMatchObject({ port: 0, callbackUrl: undefined, executeAfterMs: 200 })
  })

  it('name every fault at once', () => {
    const faulty = { BANK_PORT: '80.5', BANK_SECRET: 'c2hvcnQ=', BANK_CALLBACK_URL: 'nowhere' }
    expect(() => readSettings(faulty)).toThrow(
      /BANK_SECRET[^]*BANK_JOURNAL[^]*BANK_CALLBACK_URL[^]*BANK_PORT/,
    )
  })
})
