import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import type { Cast } from '../../scripts/demo/cast.ts'
import { commercialMotor, coverage } from '../../scripts/demo/scenarios/contracts.ts'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import { photograph } from '../../scripts/demo/photograph.ts'
import { Story } from '../../scripts/demo/story.ts'
import { accountOf, openCast } from './handler-cast.ts'
import { closeBrowser, visitor } from './support.ts'

let cast: Cast

beforeAll(async () => {
  cast = await openCast()
})
afterAll(closeBrowser)

const formOf = (page: Page) => page.locator('.cl-opened')

/** Presses the one primary button once it is this one, so that the form is open. */
async function next(page: Page, action: string): Promise<void> {
  await page.locator('.cl-moves .lp-main-button', { hasText: new RegExp(`^${action}$`) }).click()
}

/** Sends the open form; it goes away when it has taken effect. */
async function send(page: Page, action: string): Promise<void> {
  await formOf(page).getByRole('button', { name: action, exact: true }).click()
  await formOf(page).waitFor({ state: 'detached' })
}

/** A desk of its own for a person, at the claim. */
async function deskOf(account: string, claimId: string) {
  const worker = await visitor({ language: 'zh', width: 1440 })
  await signInAs(worker, account)
  await worker.page.goto(`/staff/claims/${claimId}`)
  return worker
}

describe('a handler', () => {
  it('takes a small collision from the list to the submission for approval', async () => {
    const contract = commercialMotor('2020', [coverage('ownDamage', '300000')])
    const story = await Story.begin(cast, 'A small collision', contract, '3101')
    await story.report({
      cause: 'collision',
      lossAt: '2023-05-01T03:20:00+08:00',
      estimatedMinor: 380_000,
      narrative: '倒车时碰撞护栏，后保险杠破损。',
    })
    await story.sendDocuments()
    const handler = await visitor({ language: 'zh', width: 1440 })
    await signInAs(handler, await accountOf(await story.contact()))
    const { page } = handler
    await page.goto('/staff/worklist')
    await page.locator('.wl-table').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(story.caseNumber)
    await page.keyboard.press('Enter')
    await page.locator('.wl-found').getByRole('link').click()
    await page.waitForURL(new RegExp(`/staff/claims/${story.claimId}$`))

    await next(page, '登记首次联系')
    await formOf(page).getByLabel('备注（选填）').fill('已说明后续步骤。')
    await send(page, '登记首次联系')
    await next(page, '审核材料')
    expect(await handler.barriers()).toEqual([])
    const received = (await story.view()).checklist.filter(({ state }) => state === 'received').length
    for (let left = received; left > 0; left -= 1) {
      const accept = formOf(page).getByRole('button', { name: /^接受 / })
      await accept.nth(left - 1).waitFor()
      await accept.first().click()
      await accept.nth(left - 1).waitFor({ state: 'detached' })
    }

    await next(page, '认定责任事实')
    const form = formOf(page)
    await form.getByRole('group', { name: '出险标的是保险标的' }).getByLabel('是', { exact: true }).check()
    await form.getByRole('group', { name: '驾驶证有效' }).getByLabel('是', { exact: true }).check()
    await form.getByRole('group', { name: '驾驶人饮酒' }).getByLabel('否', { exact: true }).check()
    await form.getByLabel('涉嫌责任免除').selectOption('none')
    await send(page, '认定责任事实')
    await next(page, '受理')
    await send(page, '受理')
    await story.reaches('adjustment')

    const adjuster = await deskOf(await accountOf(await story.adjuster()), story.claimId)
    await next(adjuster.page, '理算')
    await formOf(adjuster.page).getByLabel('索赔 1').fill('3,000')
    await formOf(adjuster.page).getByLabel('核定 1').fill('2800')
    await formOf(adjuster.page).locator('.cl-preview').getByText('¥2,800.00').waitFor()
    expect(await adjuster.barriers()).toEqual([])
    await send(adjuster.page, '保存为第1版')
    await adjuster.page.locator('.cl-steps button').last().click()
    await adjuster.page.getByText('条款', { exact: true }).last().waitFor()
    await next(adjuster.page, '提交客户确认')
    await send(adjuster.page, '提交客户确认')

    await next(page, '登记客户同意')
    await formOf(page).getByLabel('何时、以何方式同意（必填）').fill('电话同意。')
    await send(page, '登记客户同意')
    await next(page, '收款账户')
    await formOf(page).getByLabel('户名（须与收款人一致）').fill(story.insured.name)
    await formOf(page).getByLabel('账号').fill('4403 1234 5678 9')
    await formOf(page).getByLabel('开户银行').fill('中国工商银行')
    await formOf(page).getByLabel('账户类型').selectOption('corporate')
    await send(page, '收款账户')
    await next(page, '提交核赔')
    await send(page, '提交核赔')
    const [settlement] = (await story.view()).settlements
    expect(settlement).toMatchObject({ state: 'pending', amountMinor: 280_000 })
  })
})

describe('an adjuster', () => {
  it('corrects a figure that was returned, and sees what a colleague saved meanwhile', async () => {
    const story = await claimBefore(cast, 'approval')
    const [first] = (await story.view()).sheets
    await story.decide('return', '发票金额有误，请核对。')
    const own = await story.adjuster()
    const colleague = cast.all('adjuster').find(({ personId }) => personId !== own.personId)
    const adjuster = await deskOf(await accountOf(own), story.claimId)
    const { page } = adjuster
    await page.getByText('发票金额有误，请核对。').waitFor()
    await next(page, '理算')
    await formOf(page).getByLabel('核定 1').fill('1900')
    await page.reload()
    await next(page, '理算')
    expect(await formOf(page).getByLabel('核定 1').inputValue()).toBe('1900.00')

    const sheet = await colleague?.http.get<{ input: object }>(story.path('/sheets/1'))
    await colleague?.http.post(story.path('/sheets'), { input: sheet?.input })
    await page.getByText('已保存第2版；您填写的内容仍在下面。').waitFor()
    expect(await formOf(page).getByLabel('核定 1').inputValue()).toBe('1900.00')
    await send(page, '保存为第3版')
    const { sheets } = await story.view()
    expect(sheets.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(sheets.at(-1)?.payableMinor).toBe(180_000)
    expect(first?.payableMinor).not.toBe(180_000)
    await next(page, '提交客户确认')
  })
})

describe('finance', () => {
  it('lets an approved payment go, and sees it arrive', async () => {
    const story = await claimBefore(cast, 'payment')
    const finance = await deskOf('he.jing', story.claimId)
    const { page } = finance
    await next(page, '支付放行')
    expect(await finance.barriers()).toEqual([])
    await send(page, '支付放行')
    await page.locator('#payment').getByText('已付', { exact: true }).waitFor({ state: 'attached' })
    await page.getByText('已赔付').waitFor()
    await story.closed()
    expect(await page.locator('.cl-moves .lp-main-button').count()).toBe(0)
  })
})

describe('a surveyor on a phone', () => {
  it('takes a visit, reports with a photograph, and submits', async () => {
    const story = await claimBefore(cast, 'survey')
    const { survey } = await story.view()
    const offered = cast.person(survey.offers.find(({ answer }) => answer === null)?.surveyorId ?? '')
    const surveyor = await visitor({ language: 'zh', width: 390 })
    const { page } = surveyor
    await signInAs(surveyor, await accountOf(offered))
    await page.goto('/staff/visits')
    await page.locator(`a[href$="${story.claimId}"]`).click()
    await page.getByRole('button', { name: '接受' }).click()
    await page.getByLabel('照片', { exact: true }).setInputFiles({
      name: '<img src=x onerror=alert(1)>.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await photograph('bumper')),
    })
    await page.getByLabel('照片 1 说明').fill('后保险杠')
    await page.getByRole('group', { name: '与报案所述一致' }).getByLabel('是', { exact: true }).check()
    await page.getByLabel('查勘情况（必填）').fill('现场痕迹与报案所述一致。')
    await page.getByLabel('结论（必填）').fill('属实，建议按实际损失核定。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    expect(await surveyor.barriers()).toEqual([])
    await page.getByRole('button', { name: '提交报告' }).click()
    await page.getByText('查勘报告已提交').waitFor()
    expect((await story.view()).survey.reportVersion).toBe(2)
  })
})
