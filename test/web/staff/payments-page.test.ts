import { describe, expect, it, vi } from 'vitest'
import { PaymentsPage } from '../../../web/staff/finance/payments/payments-page.tsx'
import { paymentsQuery, type Totals } from '../../../web/staff/finance/queries.ts'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const totals: Totals = [
  { status: 'paid', count: 7, amountMinor: 700 },
  { status: 'failed', count: 1, amountMinor: 100 },
]

/** The page for somebody who comes back to it, with what they read some seconds ago of payments in suspense. */
async function comingBackAfter(seconds: number) {
  const text = await shown({
    page: PaymentsPage,
    known: (queries) =>
      queries.setQueryData(
        paymentsQuery('suspense').queryKey,
        { pages: [{ payments: [], totals, next: null }], pageParams: [null] },
        { updatedAt: Date.now() - seconds * 1000 },
      ),
  })
  return statesOf(text)
}

function statesOf(text: string) {
  const states = [...text.matchAll(/<button[^>]*aria-pressed="(\w+)"[^>]*>([^<]*)</g)]
  return {
    open: states.filter(([, pressed]) => pressed === 'true').map(([, , name]) => name?.trim()),
    all: states.map(([, , name]) => name?.trim()),
    loading: text.includes('lp-loading'),
  }
}

describe('the page of payments', () => {
  it('opens where somebody should look first, and keeps the counts while that state is read', async () => {
    const { open, all, loading } = await comingBackAfter(1)
    expect(open).toEqual(['支付失败 1'])
    expect(all).toEqual(expect.arrayContaining(['挂账 0', '支付失败 1', '已支付 7']))
    expect(loading).toBe(true)
  })

  it('decides nothing by what it told at an earlier visit', async () => {
    const { open, loading } = await comingBackAfter(60)
    expect(open).toEqual(['挂账'])
    expect(loading).toBe(true)
  })

  it('counts nothing before the totals are known', async () => {
    const { all } = statesOf(await shown({ page: PaymentsPage }))
    expect(all).toHaveLength(10)
    expect(all.join('')).not.toMatch(/\d/)
  })
})
