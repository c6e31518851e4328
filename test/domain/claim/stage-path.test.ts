import { describe, expect, it } from 'vitest'
import { pathOf } from '../../../domain/claim/stage-path.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'

const began = Date.UTC(2026, 10, 27)
const order = ['report', 'documents', 'acceptance', 'survey', 'adjustment'] as const
const asked = { need: null, offers: [], surveyorId: null, reportVersion: null, exhausted: false }
const needed = (required: boolean) => ({
  ...asked,
  need: { required, kind: 'onSite', reason: { zh: '', en: '' } },
})

/** The path of a claim that has come as far as this, each stage begun an hour after the one before it. */
function pathIn(last: (typeof order)[number], known: Partial<ClaimState>) {
  const reached = order.slice(0, order.indexOf(last) + 1)
  const entries = reached.slice(1).map((to, index) => ({ to, at: began + (index + 1) * 3_600_000 }))
  const open = { stage: last, outcome: null, closedFrom: null, registeredAt: began, survey: asked }
  const path = pathOf({ ...open, ...known } as unknown as ClaimState, entries)
  return path.map(
    ({ stage, standing, enteredAt }) => `${stage} ${standing}${enteredAt === null ? '' : ' dated'}`,
  )
}
const withdrawn = (closedFrom: (typeof order)[number]) =>
  ({ stage: 'afterCare', outcome: 'withdrawn', closedFrom }) as const
const later = ['adjustment skipped', 'approval skipped', 'payment skipped']

describe('a survey', () => {
  it('is done when its report was submitted', () => {
    const survey = { ...needed(true), reportVersion: 1 }
    expect(pathIn('adjustment', { survey })[3]).toBe('survey done dated')
  })

  it('never was when the claim was withdrawn while a surveyor was sought', () => {
    expect(pathIn('survey', { ...withdrawn('survey'), survey: needed(true) })).toEqual([
      'report done dated',
      'documents done dated',
      'acceptance done dated',
      'survey skipped dated',
      ...later,
    ])
  })

  it('that nobody needed has no day', () => {
    expect(pathIn('adjustment', { survey: needed(false) }).slice(3)).toEqual([
      'survey skipped',
      'adjustment current dated',
      'approval ahead',
      'payment ahead',
    ])
  })
})

describe('a stage from which a claim was closed', () => {
  it('is not done when the claim was withdrawn in the middle of it, but the report was made', () => {
    expect(pathIn('acceptance', withdrawn('acceptance')).slice(2)).toEqual([
      'acceptance skipped dated',
      'survey skipped',
      ...later,
    ])
    expect(pathIn('report', withdrawn('report'))[0]).toBe('report done dated')
  })

  it('is done when its own decision closed the claim', () => {
    const rejected = { stage: 'afterCare', outcome: 'rejected', closedFrom: 'acceptance' } as const
    expect(pathIn('acceptance', rejected)[2]).toBe('acceptance done dated')
  })
})
