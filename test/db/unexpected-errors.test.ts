import { describe, expect, it } from 'vitest'
import { databaseUnavailable, describeError } from '../../db/unexpected-errors.ts'

const failed = (fields: object, message = 'Failed query: select $1\nparams: secret') =>
  new Error('wrapped', { cause: Object.assign(new Error(message), fields) })

describe('an error of the database', () => {
  it('is worth another try when nothing can have been changed', () => {
    for (const code of ['08006', '53100', '53300', '57P01', '57014', '40001', '40P01', '55P03', '25P03']) {
      expect(databaseUnavailable(failed({ code })), code).toBe(true)
    }
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND']) {
      expect(databaseUnavailable(failed({ code })), code).toBe(true)
    }
    const lost = [
      'Connection terminated unexpectedly',
      'timeout exceeded when trying to connect',
      'timeout expired',
    ]
    for (const message of lost) expect(databaseUnavailable(failed({}, message)), message).toBe(true)
  })

  it('is a bug when the statement is wrong or a rule of the schema is broken', () => {
    for (const code of ['23505', '23514', '42601', '22P02', '42501', 'ENOENT']) {
      expect(databaseUnavailable(failed({ code })), code).toBe(false)
    }
    expect(databaseUnavailable(new TypeError('timeout of a person'))).toBe(false)
    expect(databaseUnavailable('timeout expired')).toBe(false)
  })

  it('is described by its state and place, never by its parameters', () => {
    const described = describeError(failed({ code: '23505', constraint: 'accounts_login', detail: 'secret' }))
    expect(described).toMatchObject({ kind: 'Error', state: '23505', constraint: 'accounts_login' })
    expect(JSON.stringify(described)).not.toContain('secret')
    expect(described.at.length).toBeGreaterThan(0)
  })

  it('keeps the message of our own mistakes', () => {
    expect(describeError(new TypeError('x is not a function')).message).toBe('x is not a function')
    expect(describeError('text')).toEqual({ kind: 'string', at: [] })
  })
})
