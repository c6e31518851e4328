import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import { Cast } from '../../scripts/demo/cast.ts'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import { closeBrowser, visitor } from './support.ts'

let claim: string
let page: string

beforeAll(async () => {
  const cast = await Cast.signIn({ api: inject('journeysApi'), bank: '' })
  const { claimId } = await claimBefore(cast, 'approval')
  claim = `/staff/claims/${claimId}`
  page = `/staff/to-decide/${claimId}/S1`
})
afterAll(closeBrowser)

const supervisors = { first: { account: 'feng.xue', name: '冯雪' }, second: 'han.bing' } as const

describe('two supervisors who decide at once', () => {
  it('one returns it; the other is told that it is returned, by whom and why, and keeps nothing to press', async () => {
    const first = await visitor({ language: 'zh', width: 1440 })
    const second = await visitor({ language: 'zh', width: 1024 })
    second.expectFault(/status of 409/)
    await signInAs(first, supervisors.first.account)
    await signInAs(second, supervisors.second)

    await first.page.goto(claim)
    await first.page.getByRole('button', { name: '核赔', exact: true }).click()
    await first.page.waitForURL(new RegExp(`${page}$`))
    await second.page.goto(page)
    for (const { page: desk } of [first, second]) {
      await desk.getByRole('button', { name: '核准', exact: true }).waitFor()
    }
    expect(await second.barriers()).toEqual([])
    // The second one presses while the first is still writing; what is on its way arrives afterwards.
    const { promise: firstHasDecided, resolve: letGo } = Promise.withResolvers<void>()
    await second.page.route('**/decisions', async (route) => {
      await firstHasDecided
      await route.continue()
    })
    await second.page.getByRole('button', { name: '核准', exact: true }).click()
    await second.page.getByRole('button', { name: '确认核准' }).click()

    await first.page.getByRole('button', { name: '退回', exact: true }).click()
    await first.page.getByRole('button', { name: '确认退回' }).click()
    await first.page.getByText('请写明理由。').waitFor()
    await first.page.getByLabel('理由（必填）').fill('发票缺少盖章。')
    await first.page.getByRole('button', { name: '确认退回' }).click()
    await first.page.getByRole('status').getByText('已退回理算').waitFor()

    letGo()
    const told = second.page.getByRole('alert')
    await told.getByText('您的决定未生效').waitFor()
    await told.getByText(`${supervisors.first.name} 于`).waitFor()
    await told.getByText('发票缺少盖章。').waitFor()
    expect(await second.page.getByRole('button', { name: '核准', exact: true }).count()).toBe(0)
    expect(await second.barriers()).toEqual([])
  })
})
