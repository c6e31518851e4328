import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Duplicates } from '../../../web/staff/claim/duplicates.tsx'
import type { ClaimView } from '../../../web/staff/claim/queries.ts'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const number = 'LP2026030900000018'
const found = {
  claimId: 'other',
  caseNumber: number,
  cause: 'collision',
  stage: 'survey',
  lossAt: '2026-03-09T09:00:00+08:00',
}

const listed = async (duplicates: readonly string[], allowed: readonly string[]) => {
  const view = { claim: { duplicates }, allowed } as unknown as ClaimView
  return shown({
    page: () => createElement(Duplicates, { view }),
    known: (queries) => queries.setQueryData(['claims', 'search', number], { claims: [found] }),
  })
}

describe('the claims that may be of the same accident', () => {
  it('are named, and lead to what was reported', async () => {
    const text = await listed([number], ['searchClaims'])
    expect(text).toContain('href="/staff/claims/other"')
    expect(text.replaceAll('\u2009', '')).toContain(number)
    expect(text).toContain('碰撞')
  })

  it('are named alone for readers who may not search, and where only the ends of the number are kept', async () => {
    const alone = await listed([number], [])
    expect(alone.replaceAll('\u2009', '')).toContain(number)
    expect(alone).not.toContain('href')
    const masked = await listed(['LP…18'], ['searchClaims'])
    expect(masked).toContain('LP…18')
    expect(masked).not.toContain('href')
  })
})
