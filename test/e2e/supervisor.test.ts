import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cast, Colleague } from '../../scripts/demo/cast.ts'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import type { Story } from '../../scripts/demo/story.ts'
import { openCast } from './handler-cast.ts'
import { signedIn, visitor } from './support.ts'

let cast: Cast
let claim: string
let page: string

beforeAll(async () => {
  cast = openCast()
  const { claimId } = await claimBefore(cast, 'approval')
  claim = `/staff/claims/${claimId}`
  page = `/staff/to-decide/${claimId}/S1`
})

const supervisors = { first: { account: 'feng.xue', name: '冯雪' }, second: 'han.bing' } as const

describe('two supervisors who decide at once', () => {
  it('one returns it; the other is told that it is returned, by whom and why, and keeps nothing to press', async () => {
    const first = await signedIn(supervisors.first.account, { language: 'zh', width: 1440 })
    const second = await signedIn(supervisors.second, { language: 'zh', width: 1024 })
    second.expectFault(/status of 409/)

    await first.page.goto(claim)
    await first.page.getByRole('button', { name: '核赔', exact: true }).click()
    await first.page.waitForURL(new RegExp(`${page}$`))
    await second.page.goto(page)
    for (const { page: desk } of [first, second]) {
      await desk.getByRole('button', { name: '核准', exact: true }).waitFor()
    }
    const sheet = second.page.locator('.su-sheet')
    await sheet.locator('summary').click()
    await sheet.locator('.cl-steps').getByRole('button').first().click()
    await sheet.locator('.lp-trace').getByText('条款').first().waitFor()
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
    await told.getByText(`${supervisors.first.name}于`).waitFor()
    await told.getByText('发票缺少盖章。').waitFor()
    expect(await second.page.getByRole('button', { name: '核准', exact: true }).count()).toBe(0)
    expect(await second.barriers()).toEqual([])
  })
})

const nameOf = async ({ http }: Colleague) => (await http.get<{ name: string }>('/me')).name

/** A handler who is the contact of none of these. */
async function freeHandler(...stories: readonly Story[]): Promise<Colleague> {
  const busy = await Promise.all(stories.map(async (story) => (await story.contact()).personId))
  const found = cast.all('handler').find(({ personId }) => !busy.includes(personId))
  if (found === undefined) throw new Error('Every handler has one of them.')
  return found
}

describe('a reassigned claim', () => {
  it('leaves its handler, is found and carried on by the next one, and the customer sees who that is', async () => {
    const one = await claimBefore(cast, 'report')
    const other = await claimBefore(cast, 'report')
    const before = await one.contact()
    const after = await freeHandler(one, other)
    const name = await nameOf(after)
    const rowOf = (worklist: Page, { caseNumber }: Story) =>
      worklist.getByRole('row').filter({ hasText: caseNumber.match(/.{1,4}/gu)?.join('\u2009') ?? '' })

    const left = await signedIn(before.account, { language: 'zh', width: 1440 })
    await left.page.goto('/staff/worklist')
    await rowOf(left.page, one).waitFor()

    const supervisor = await signedIn(supervisors.first.account, { language: 'zh', width: 1440 })
    supervisor.expectFault(/status of 409/)
    const desk = supervisor.page
    await desk.goto(`/staff/claims/${one.claimId}`)
    await desk.getByRole('button', { name: '改派', exact: true }).click()
    const form = desk.locator('.cl-opened')
    await form.getByLabel('改派给').selectOption(after.personId)
    await form.getByLabel('理由（必填）').fill('原联系人出差。')
    await form.getByRole('button', { name: '改派', exact: true }).click()
    await form.waitFor({ state: 'detached' })

    // Of two that are chosen together one is theirs already: it is refused by name, the other one is given.
    await desk.goto('/staff/cases?stage=report')
    for (const { caseNumber } of [one, other]) await desk.getByLabel(`选择案件 ${caseNumber}`).check()
    const bar = desk.getByRole('form', { name: '改派' })
    await bar.getByLabel('改派给').selectOption(after.personId)
    await bar.getByLabel('理由（必填）').fill('均衡工作量。')
    expect(await supervisor.barriers()).toEqual([])
    await bar.getByRole('button', { name: '改派' }).click()
    const told = desk.getByRole('status').filter({ hasText: '未能改派1件' })
    await told.getByText('已改派1件').waitFor()
    expect(await told.getByRole('link').getAttribute('href')).toBe(`/staff/claims/${one.claimId}`)
    await bar.getByText('改派所选的1件案件').waitFor()
    expect(await desk.getByLabel(`选择案件 ${one.caseNumber}`).isChecked()).toBe(true)

    await left.page.reload()
    await left.page.getByRole('heading', { name: '工作清单' }).waitFor()
    await left.settled()
    expect(await rowOf(left.page, one).count()).toBe(0)

    const next = await signedIn(after.account, { language: 'zh', width: 1440 })
    await next.page.goto('/staff/worklist')
    await rowOf(next.page, other).waitFor()
    await rowOf(next.page, one).getByRole('link').click()
    await next.page.getByRole('button', { name: '登记首次联系', exact: true }).click()
    await next.page.getByLabel('已联系上客户').check()
    await next.page.locator('.cl-opened').getByRole('button', { name: '登记首次联系', exact: true }).click()
    await next.page.locator('.cl-opened').waitFor({ state: 'detached' })

    const customer = await visitor({ language: 'zh', width: 390 })
    await customer.resume(one.customer.session)
    await customer.page.goto(`/my/claims/${one.claimId}`)
    await customer.page.getByText(name).first().waitFor()
    expect(await customer.page.getByText(await nameOf(before)).count()).toBe(0)
  })
})
