import { describe, expect, it, vi } from 'vitest'
import { meQuery } from '../../../web/http/queries.ts'
import { PayLanePage } from '../../../web/staff/finance/pay-lane/pay-lane-page.tsx'
import { payLaneQuery } from '../../../web/staff/finance/queries.ts'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const open = { pausedAt: null, unknownPayments: 0, owedStatements: 0, unknownReferences: 0 }

describe('pausing payments', () => {
  it('cannot be pressed before a reason is chosen, and says beside it what it waits for', async () => {
    const text = await shown({
      page: PayLanePage,
      known: (queries) => {
        queries.setQueryData(payLaneQuery.queryKey, open as never)
        queries.setQueryData(meQuery.queryKey, { roles: [{ role: 'finance' }] } as never)
      },
    })
    const [, attributes = ''] = /<button type="submit"([^>]*)>暂停支付</.exec(text) ?? []
    expect(attributes).toContain('disabled')
    const [, hint = ''] = /aria-describedby="([^"]*)"/.exec(attributes) ?? []
    expect(text).toContain(`<span id="${hint}">选择原因后即可暂停。</span>`)
  })
})
