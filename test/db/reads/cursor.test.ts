import { assert, integer, property, record, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../../db/reads/cursor.ts'

describe('the mark of a page', () => {
  it('comes back as the place in the order that it was made of', () => {
    const places = record({ at: integer({ min: 0, max: 253_402_300_799_999 }), id: uuid() })
    assert(
      property(places, (place) => {
        const mark = encodeCursor(place)
        expect(mark).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(decodeCursor(mark)).toEqual(place)
      }),
    )
  })

  it('is nothing when nobody has given it out', () => {
    for (const text of [
      '',
      'AAAA',
      Buffer.from("1 ' or 1=1").toString('base64url'),
      Buffer.from('-1 a').toString('base64url'),
    ]) {
      expect(decodeCursor(text)).toBeUndefined()
    }
  })
})
