import { describe, expect, it, vi } from 'vitest'
import { settlementPages, wordsOf } from './settlement-view.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const injured = {
  table: 'authorityLevels',
  // The same instant as that of the proposal, written otherwise.
  at: '2026-03-12T02:00:00.000Z',
  use: {
    rows: ['injury'],
    inputs: { amountMinor: 264_475 },
    outputs: [{ levels: [5_000_000], reason: { zh: '人伤案件，由五万元权限人审批。', en: 'Injury.' } }],
  },
}
const asked = (amountMinor: number, at: string) => ({
  ...injured,
  at,
  use: { inputs: { amountMinor }, outputs: [{ levels: [], reason: { zh: '另一项', en: 'Another' } }] },
})

/** What each page says under the title of the chain before its levels. */
async function reasons(...ruleUses: readonly object[]) {
  const pages = await settlementPages({ ruleUses })
  return Object.values(pages).map((text) =>
    wordsOf(/<h2 id="chain">.*?<\/h2>(.*?)<ol/.exec(text)?.[1] ?? '-'),
  )
}

describe('why a chain has its levels', () => {
  it('is said on both pages in the words of the rule, whatever the table was asked before', async () => {
    const before = asked(264_475, '2026-03-11T10:00:00+08:00')
    const why = '人伤案件，由五万元权限人审批。'
    expect(await reasons(before, injured)).toEqual([why, why])
    // An advance before it counts as well.
    const inAll = { ...injured, use: { ...injured.use, inputs: { amountMinor: 564_475 } } }
    expect(await reasons(before, inAll)).toEqual([why, why])
  })

  it('is not made up where only the rows of the rule were kept', async () => {
    const { inputs, rows } = injured.use
    expect(await reasons({ ...injured, use: { inputs, rows } })).toEqual(['', ''])
  })
})
