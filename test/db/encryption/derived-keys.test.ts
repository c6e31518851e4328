import { describe, expect, it } from 'vitest'
import { createDerivedKeys } from '../../../db/encryption/derived-keys.ts'

const master = Buffer.alloc(32, 1)

describe('derived keys', () => {
  it('are different for every purpose, key and context, and never the master key', () => {
    const derive = createDerivedKeys('field')
    const keys = [
      master,
      derive('1', master, 'a'),
      derive('1', master, 'b'),
      derive('2', Buffer.alloc(32, 2), 'a'),
      createDerivedKeys('file')('1', master, 'a'),
    ].map((key) => key.toString('hex'))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are kept while they are used and forgotten after, without changing', () => {
    const derive = createDerivedKeys('field', 2)
    const first = derive('1', master, 'a')
    derive('1', master, 'b')
    expect(derive('1', master, 'a')).toBe(first)
    derive('1', master, 'c')
    expect(derive('1', master, 'a')).toBe(first)
    const b = derive('1', master, 'b')
    derive('1', master, 'c')
    derive('1', master, 'd')
    expect(derive('1', master, 'b')).not.toBe(b)
    expect(derive('1', master, 'b')).toEqual(b)
  })
})
