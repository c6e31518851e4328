import { beforeAll, describe, expect, it } from 'vitest'
import type { Cast } from '../../scripts/demo/cast.ts'
import { commercialMotor, coverage } from '../../scripts/demo/scenarios/contracts.ts'
import { takeOut } from '../../scripts/demo/policies.ts'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import { photograph } from '../../scripts/demo/photograph.ts'
import { Story } from '../../scripts/demo/story.ts'
import { deskOf, formOf, next, send } from './desk.ts'
import { openCast } from './handler-cast.ts'
import { signedIn } from './support.ts'

let cast: Cast

beforeAll(async () => {
  cast = openCast()
})

/** A claim that waits for the first call, with the form of the call open before its contact, and words in it. */
async function callBegun(title: string, words: string) {
  const contract = commercialMotor('2020', [coverage('ownDamage', '300000')])
  const story = await Story.begin(cast, title, contract, '3101')
  await story.report({
    cause: 'collision',
    lossAt: '2023-05-01T03:20:00+08:00',
    estimatedMinor: 380_000,
    narrative: '倒车时碰撞护栏。',
  })
  const contact = await story.contact()
  const { account } = contact
  const handler = await deskOf(account, story.claimId)
  await next(handler.page, '登记首次联系')
  const note = formOf(handler.page).getByLabel('备注（选填）')
  await note.fill(words)
  return { story, contact, account, handler, note }
}

describe('a form that is being filled in', () => {
  it('keeps its words while the session has ended, and is sent once the same person is back', async () => {
    const words = '客户开会，下午再打。'
    const { story, account, handler, note } = await callBegun('A session that ends', words)
    const { page } = handler
    handler.expectFault(/status of 401/)
    await page.context().clearCookies()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: '请重新登录' }).waitFor()
    await dialog.locator('input[autocomplete=username]').fill(account)
    await dialog.locator('input[type=password]').fill('Lipei-Handler-01')
    await dialog.getByRole('button', { name: '登录' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await note.inputValue()).toBe(words)
    await send(page, '登记首次联系')
    await page.getByText(`“${words}”`).waitFor()
    expect((await story.view()).stage).toBe('documents')
  })

  it('says that the claim has gone to somebody else, is refused, and keeps its words', async () => {
    const words = '客户要求明天上门。'
    const { story, contact, handler, note } = await callBegun('A claim that is reassigned', words)
    const { page } = handler
    handler.expectFault(/status of 403/)
    const other = cast.all('handler').find(({ personId }) => personId !== contact.personId)
    // What was pressed just before the page heard of it is on its way already.
    const { promise: reassigned, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/first-contact', async (route) => {
      await reassigned
      await route.continue()
    })
    await formOf(page).getByRole('button', { name: '登记首次联系', exact: true }).click()
    const supervisor = cast.approver(0, new Set())
    await supervisor.http.post(story.path('/reassignment'), {
      toPersonId: other?.personId,
      note: '今日轮休。',
    })
    const gone = formOf(page).getByRole('alert').filter({ hasText: '这一步现在不由您办理' })
    await gone.waitFor()
    await formOf(page).getByText('“今日轮休。”').waitFor()
    letGo()
    await formOf(page).getByText('此案件由其他人员负责。').waitFor()
    expect(await note.inputValue()).toBe(words)
    expect(await handler.barriers()).toEqual([])
    expect((await story.view()).stage).toBe('report')
  })
})

describe('the call centre', () => {
  it('registers what a caller tells, after a look at what may be the same accident', async () => {
    const insured = await takeOut(cast, commercialMotor('2020', [coverage('ownDamage', '300000')]), '3101')
    const centre = await signedIn('wang.fang', { language: 'zh', width: 1440 })
    centre.expectFault(/status of 409/)
    const { page } = centre
    await page.goto('/staff')
    await page.getByRole('link', { name: '电话报案' }).click()
    const sought = page.getByLabel('保单号、车牌、电话或身份证号')
    await sought.fill('19900110099')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('没有找到保单').waitFor()

    async function tell(): Promise<void> {
      await sought.fill(insured.plate ?? '')
      await page.getByRole('button', { name: '查找' }).click()
      await page.getByRole('button', { name: insured.policyNumber }).click()
      await page.getByLabel('出险原因').selectOption({ label: '与其他车辆或行人碰撞' })
      await page.getByLabel('出险时间').fill('2023-05-01T10:30')
      await page.getByLabel('经过（按报案人原话）').fill('追尾，后保险杠破损。')
      await page.getByRole('button', { name: '登记报案' }).click()
    }
    await tell()
    await page.getByRole('heading', { name: '已登记，案件号' }).waitFor()
    expect(await centre.barriers()).toEqual([])
    await page.getByRole('button', { name: '登记下一件' }).click()
    await tell()
    const alike = page.getByRole('status').filter({ hasText: '可能已有同一事故的报案：' })
    await alike.getByRole('link', { name: /碰撞/ }).waitFor()
    expect(await centre.barriers()).toEqual([])
    await page.getByRole('button', { name: '已核对，是另一起事故' }).click()
    await page.getByRole('link', { name: '打开案件' }).click()
    await page.getByText('追尾，后保险杠破损。').waitFor()
  })
})

describe('an adjuster', () => {
  it('corrects a figure that was returned, and sees what a colleague saved meanwhile', async () => {
    const story = await claimBefore(cast, 'approval')
    const [first] = (await story.view()).sheets
    await story.decide('return', '发票金额有误，请核对。')
    const own = await story.adjuster()
    const colleague = cast.all('adjuster').find(({ personId }) => personId !== own.personId)
    const adjuster = await deskOf(own.account, story.claimId)
    const { page } = adjuster
    await page.locator('#approval').getByText('发票金额有误，请核对。').waitFor()
    await next(page, '理算')
    await formOf(page).getByLabel('核定 1').fill('1900')
    await page.reload()
    await next(page, '理算')
    expect(await formOf(page).getByLabel('核定 1').inputValue()).toBe('1900.00')

    const sheet = await colleague?.http.get<{ input: object }>(story.path('/sheets/1'))
    await colleague?.http.post(story.path('/sheets'), { input: sheet?.input })
    await page.getByText('已保存第2版；您填写的内容仍在下面。').waitFor()
    expect(await formOf(page).getByLabel('核定 1').inputValue()).toBe('1900.00')
    await formOf(page).getByLabel('金额为何更改').selectOption('correction')
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
    await page.locator('#payment').getByText('已支付', { exact: true }).waitFor({ state: 'attached' })
    await page.getByText('已赔付', { exact: true }).waitFor()
    await story.closed()
    expect(await page.locator('.cl-moves .lp-main-button').count()).toBe(0)
  })
})

describe('a surveyor on a phone', () => {
  it('takes a visit, reports with a photograph, and submits', async () => {
    const story = await claimBefore(cast, 'survey')
    const { survey } = await story.view()
    const offered = cast.person(survey.offers.find(({ answer }) => answer === null)?.surveyorId ?? '')
    const surveyor = await signedIn(offered.account, { language: 'zh', width: 390 })
    const { page } = surveyor
    await page.goto('/staff/visits')
    await page.locator(`a[href$="${story.claimId}"]`).click()
    await page.getByRole('button', { name: '接受' }).click()
    await page.getByRole('button', { name: '显示' }).click()
    await page.locator('a[href^="tel:1"]').waitFor()
    await page.getByLabel('拍照或选择照片').setInputFiles({
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
