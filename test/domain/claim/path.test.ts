import { describe, expect, it } from 'vitest'
import { given, reachable } from './support/steps.ts'

describe('the plain path', () => {
  it.each(reachable)('leads to %s', (stage) => {
    expect(given(stage).state.stage).toBe(stage)
  })
})
