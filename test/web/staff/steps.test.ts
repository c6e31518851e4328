import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../web/staff/claim/header/steps.ts'

const at = (minute: number) => `2026-11-27T13:${minute}:00.000Z`
const moves = ['report', 'documents', 'acceptance', 'survey', 'adjustment'] as const

const stepsWhere = (required: boolean) =>
  stepsOf({
    claim: { stage: 'adjustment', registeredAt: at(10), survey: { need: { required } } },
    events: moves
      .slice(1)
      .map((toStage, index) => ({ toStage, fromStage: moves[index], at: at(11 + index) })),
  } as never)

describe('the stages on the page of a claim', () => {
  it('have the days on which they were entered and left', () => {
    const steps = stepsWhere(true)
    expect(steps.map(({ standing }) => standing)).toEqual([
      ...Array.from({ length: 4 }, () => 'done'),
      'current',
      'ahead',
      'ahead',
    ])
    expect(steps[3]).toEqual({ stage: 'survey', standing: 'done', enteredAt: at(13), leftAt: at(14) })
  })

  it('give no day to a survey that did not take place', () => {
    const [, , acceptance, survey, adjustment] = stepsWhere(false)
    expect(survey).toEqual({ stage: 'survey', standing: 'skipped', enteredAt: null, leftAt: null })
    expect([acceptance?.standing, adjustment?.standing]).toEqual(['done', 'current'])
  })
})
