import { expect, it } from 'vitest'
import { overflows } from '../../web/blocks/use-overflow.ts'

const sized = (scrollWidth: number, scrollHeight: number) => ({
  scrollWidth,
  clientWidth: 390,
  scrollHeight,
  clientHeight: 120,
})

it.each([
  [390, 120, false, false],
  [391, 121, false, false],
  [392, 120, true, false],
  [390, 122, false, true],
])('what is %i wide and %i high overflows 390 by 120 across: %s, down: %s', (width, height, across, down) => {
  expect(overflows(sized(width, height), 'across')).toBe(across)
  expect(overflows(sized(width, height), 'down')).toBe(down)
})
