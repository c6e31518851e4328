import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { claimQuery, type ClaimView } from '../../../web/staff/claim/queries.ts'
import { VisitPage } from '../../../web/staff/handler/visits/visit-page.tsx'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

/** What a surveyor reads of the term of a survey that is due in three days. */
async function termOf(changes: object) {
  const dueAt = new Date(Date.now() + 3 * 86_400_000 + 60_000).toISOString()
  const clock = { dueAt, steps: [], doneAt: null, pausedAt: null, breachedAt: null, ...changes }
  const view = {
    claimId: 'one',
    caseNumber: 'LP0101202611240001',
    claim: {
      cause: 'collision',
      lossAt: dueAt,
      stage: 'adjustment',
      survey: { need: null, offers: [], surveyorId: null },
      clocks: { survey: { key: 'survey', kind: 'survey', clock } },
    },
    report: { narrative: '追尾。', placeText: '深南大道' },
    parties: [],
  } as unknown as ClaimView
  const text = await shown({
    page: () => createElement(VisitPage),
    path: '/visits/$claimId',
    address: '/visits/one',
    role: 'surveyor',
    known: (queries) => queries.setQueryData(claimQuery('one').queryKey, view),
  })
  expect(text).toContain('深南大道')
  const [, words] = /<dt>报告期限<\/dt><dd>(.*?)<\/dd>/.exec(text) ?? []
  return words?.replaceAll(/<[^>]*>/g, '')
}

describe('a visit', () => {
  it('says by when its report is due, as time that is left and as a date', async () => {
    expect(await termOf({})).toMatch(/^剩余 3天 \d+月\d+日 周. \d\d:\d\d 前$/)
  })

  it('names no date while the time stands still, and nothing once the report is in', async () => {
    expect(await termOf({ pausedAt: '2026-11-24T10:00:00+08:00' })).not.toMatch(/月/)
    expect(await termOf({ doneAt: '2026-11-24T10:00:00+08:00' })).toBeUndefined()
  })
})
