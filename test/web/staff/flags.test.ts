import { describe, expect, it, vi } from 'vitest'
import { settlementPages, wordsOf } from './settlement-view.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

/** What asks for a second look, by page. */
async function flagsOn(told: Parameters<typeof settlementPages>[0]) {
  const pages = Object.entries(await settlementPages(told))
  return pages.map(([page, text]) => {
    const [, list = ''] = /<ul class="se-flags">(.*?)<\/ul>/.exec(text) ?? []
    const flags = list.split('<li').slice(1)
    return {
      page,
      flags: flags.map((flag) => wordsOf(`<li${flag}`).trim()),
      calm: text.includes('无特别提示'),
    }
  })
}

const onBoth = (flags: readonly string[]) =>
  ['decision', 'release'].map((page) => ({ page, flags, calm: flags.length === 0 }))

const byStaff = {
  type: 'payeeChanged',
  data: { partyId: 'insured' },
  at: '2026-03-11T09:00:00+08:00',
  actorId: 'handler',
  actorKind: 'staff',
  actorName: '王芳',
  note: null,
}
const insured = { id: 'insured', role: 'insured', personId: 'customer', payeeEditedBy: 'handler' }

describe('the flag of an account that staff edited', () => {
  it('says who changed it and when', async () => {
    expect(await flagsOn({ claim: { parties: [insured] }, events: [byStaff] })).toEqual(
      onBoth(['收款账户由员工修改过王芳于 3月11日 周三 09:00 修改']),
    )
  })

  it('says that the customer had agreed before, and whose account it is where several are paid', async () => {
    const agreement = { outcome: 'agreed', at: '2026-03-10T09:00:00+08:00' }
    const payees = ['insured', 'victim'].map((partyId) => ({ partyId, amountMinor: 1 }))
    const flags = await flagsOn({
      claim: { parties: [insured], sheets: [{ version: 1, agreement }] },
      settlement: { payees },
      events: [byStaff],
    })
    expect(flags).toEqual(
      onBoth(['收款账户由员工修改过张*：王芳于 3月11日 周三 09:00 修改，当时客户已同意金额']),
    )
  })

  it('is raised too where the history that is shown begins later', async () => {
    expect(await flagsOn({ claim: { parties: [insured] } })).toEqual(onBoth(['收款账户由员工修改过']))
  })

  it('is not raised by customers who say where their own money goes', async () => {
    const own = { ...insured, payeeEditedBy: 'customer' }
    expect(await flagsOn({ claim: { parties: [own] } })).toEqual(onBoth([]))
  })
})

describe('the flags of a settlement', () => {
  it('are the same where it is approved and where its money is let go', async () => {
    expect(await flagsOn({ claim: { injury: true, thirdParty: true } })).toEqual(
      onBoth(['人伤', '涉及第三者']),
    )
  })

  it('say who reopened the claim, when and why', async () => {
    const reopened = { ...byStaff, type: 'claimReopened', data: {}, note: '补充了新的发票' }
    expect(await flagsOn({ claim: { reopenedTimes: 1 }, events: [reopened] })).toEqual(
      onBoth(['重开案件王芳于 3月11日 周三 09:00 重开补充了新的发票']),
    )
  })

  it('are said to be none, and not left out', async () => {
    expect(await flagsOn({})).toEqual(onBoth([]))
  })

  it('are not said to be none before the calculation was read', async () => {
    const unread = await flagsOn({ isSheetRead: false })
    expect(unread.map(({ calm }) => calm)).toEqual([false, false])
  })
})
