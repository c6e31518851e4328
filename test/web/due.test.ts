import { describe, expect, it } from 'vitest'
import { dueOf } from '../../web/blocks/due.ts'
import blocksEn from '../../web/blocks/texts/en.json' with { type: 'json' }
import blocksZh from '../../web/blocks/texts/zh.json' with { type: 'json' }
import boardEn from '../../web/staff/board/texts/en.json' with { type: 'json' }
import boardZh from '../../web/staff/board/texts/zh.json' with { type: 'json' }

/** Half an hour before midnight where the insurer is. */
const now = Date.parse('2026-11-27T23:30:00+08:00')
const standing = (dueAt: string | null, warnAt: string | null = null, paused = false) =>
  dueOf({ dueAt, warnAt, paused }, now)

describe('a term', () => {
  it('that ends today is due today, as the board counts it, whatever its own warning says', () => {
    for (const warnAt of [null, '2026-11-27T09:00:00+08:00', '2026-11-27T23:50:00+08:00']) {
      expect(standing('2026-11-27T23:59:00+08:00', warnAt)).toBe('today')
    }
    expect(standing('2026-11-28T00:01:00+08:00', '2026-11-27T23:50:00+08:00')).toBe('calm')
  })

  it('that ends today is called what the board calls it', () => {
    for (const [chip, board] of [
      [blocksZh, boardZh],
      [blocksEn, boardEn],
    ] as const) {
      expect(chip.due.today.startsWith(board.term.today)).toBe(true)
      expect(board.board.today).toBe(board.term.today)
    }
  })

  it('is near from its warning on, and without one in its last 24 hours', () => {
    expect(standing('2026-12-05T18:00:00+08:00', '2026-11-27T23:30:00+08:00')).toBe('near')
    expect(standing('2026-12-05T18:00:00+08:00', '2026-11-27T23:31:00+08:00')).toBe('calm')
    expect(standing('2026-11-28T23:29:00+08:00')).toBe('near')
    expect(standing('2026-11-28T23:30:00+08:00')).toBe('calm')
  })

  it('is late once it is over, and neither while it stands still or there is none', () => {
    expect(standing('2026-11-27T23:29:59+08:00')).toBe('late')
    expect(standing('2026-11-27T20:00:00+08:00', null, true)).toBe('paused')
    expect(standing(null)).toBe('none')
  })
})
