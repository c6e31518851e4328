import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ClaimView } from '../../../web/staff/claim/queries.ts'
import { SurveySection } from '../../../web/staff/claim/sections/survey-section.tsx'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

/** The line to which a survey is folded, with what its mark looks like. */
async function lineOf(stage: string, standing: string, required: boolean) {
  const survey = { need: { required, reason: { zh: '', en: '' } }, offers: [], surveyorId: null }
  const view = {
    claim: { stage, survey },
    path: [{ stage: 'survey', standing, enteredAt: null, leftAt: null }],
    survey: null,
    documents: [],
    people: [],
  } as unknown as ClaimView
  const text = await shown({ page: () => createElement(SurveySection, { view }) })
  const [, line = ''] = /class="cl-result"(.*?)<\/summary>/.exec(text) ?? []
  return {
    skipped: line.includes('data-skipped="true"'),
    words: line.replaceAll(/<[^>]*>|^[^>]*>/g, '').trim(),
  }
}

describe('the line of a survey', () => {
  it('says who is sought while it lasts, and that it was not finished once the claim is withdrawn', async () => {
    expect(await lineOf('survey', 'current', true)).toEqual({ skipped: false, words: '正在派工' })
    expect(await lineOf('afterCare', 'skipped', true)).toEqual({ skipped: true, words: '未完成' })
  })

  it('says of one that nobody needed just that', async () => {
    expect(await lineOf('adjustment', 'skipped', false)).toEqual({ skipped: true, words: '无需查勘' })
  })
})
