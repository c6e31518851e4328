import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { reportClaim } from '../../scripts/browser/reported-claim.ts'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import type { Visitor } from '../../scripts/browser/visitor.ts'
import { photograph } from '../../scripts/demo/photograph.ts'
import { visitor } from './support.ts'
import { wordsOf } from './words.ts'

const words = {
  zh: {
    report: '我要报案',
    now: '刚刚',
    hurt: /有人受伤/,
    others: /涉及其他/,
    no: '没有',
    story: '简单说说经过',
    next: '下一步',
    missing: '请简单写几个字说明经过。',
    scene: /拍照或选择：现场全景/,
    kept: '上次填写的内容还在。',
    send: '提交报案',
    title: '我们已收到您的报案',
    sent: '已发送',
    call: /拨打/,
    duplicate: '可能已有同一事故的报案',
    another: /这是另一起事故/,
  },
  en: {
    report: 'Report a loss',
    now: 'Just now',
    hurt: /anybody hurt/,
    others: /Is another vehicle/,
    no: 'No',
    story: /how did it happen/,
    next: 'Next',
    missing: /Write a few words/,
    scene: /Take or choose: The whole scene/,
    kept: 'What you filled in is still here.',
    send: 'Send the report',
    title: 'We have your report',
    sent: 'Sent',
    call: /Call/,
    duplicate: 'There may be a report of the same accident',
    another: /this is another accident/,
  },
} as const

const picture = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(await photograph(name)),
})

async function open(phone: string, language: 'zh' | 'en' = 'zh'): Promise<Visitor> {
  const customer = await visitor({ language, width: 390 })
  await signInAs(customer, phone)
  return customer
}

describe.each([
  ['zh', '19900110009'],
  ['en', '19900110007'],
] as const)('in %s', (language, phone) => {
  const text = words[language]
  const say = wordsOf(language)

  /** The first step, up to the story. */
  async function tellWhat(page: Page): Promise<void> {
    const story = page.getByLabel(text.story)
    for (const cause of ['singleVehicle', 'collision'] as const) {
      await page.getByText(say(`blocks:cause.${cause}`), { exact: true }).click()
      expect(await story.getAttribute('placeholder')).toBe(say(`customer:report.storyExample.${cause}`))
    }
    await page.getByRole('button', { name: text.now }).click()
    await page.getByRole('group', { name: text.hurt }).getByText(text.no, { exact: true }).click()
    await page.getByRole('group', { name: text.others }).getByText(text.no, { exact: true }).click()
  }

  /** Two receipts and an amount; what is missing is said until it is there. */
  async function askForFastTrack(page: Page): Promise<void> {
    const receipt = (number: number) => page.getByLabel(say('customer:fastTrack.receipt', { number }))
    await page.getByText(say('customer:fastTrack.ask')).click()
    await receipt(1).fill('1,200')
    await page.getByRole('button', { name: say('customer:fastTrack.another') }).click()
    await receipt(2).fill('80.50')
    await page.getByText('¥1,280.50').waitFor()
    await page.getByText(say('customer:fastTrack.missing.agreed')).waitFor()
    await page.getByLabel(say('customer:fastTrack.agreed')).fill('1280.50')
    await page.getByLabel(say('customer:fastTrack.declared.motor')).check()
  }

  it('a loss is reported on a phone to its acknowledgement, and its pictures follow', async () => {
    const customer = await open(phone, language)
    const { page } = customer
    await page.getByRole('link', { name: text.report }).click()
    await tellWhat(page)
    await page.getByRole('button', { name: text.next }).click()
    await page.getByText(text.missing).waitFor()
    // The telephone dies: what was filled in is there afterwards.
    await page.reload()
    await page.getByText(text.kept).waitFor()
    await page.getByLabel(text.story).fill('倒车时碰到护栏 <b>x</b>')
    await page.getByRole('button', { name: text.next }).click()
    await page.getByLabel(text.scene).setInputFiles([await picture('one.jpg'), await picture('two.jpg')])
    await page.locator('.my-sent img').nth(1).waitFor()
    expect(await customer.barriers()).toEqual([])
    await page.getByRole('button', { name: text.next }).click()
    await page.getByRole('button', { name: text.send }).click()
    await page.getByRole('heading', { name: text.title }).waitFor()
    await page.getByText(text.sent, { exact: true }).nth(1).waitFor()
    expect(await page.locator('.lp-case-number').first().textContent()).toMatch(/^LP/)
    await page.getByRole('link', { name: text.call }).waitFor()
    expect(await customer.barriers()).toEqual([])
  })

  it('the same accident a second time is shown, and goes on only when it is called another one', async () => {
    const customer = await open(phone, language)
    const { page } = customer
    customer.expectFault(/status of 409/)
    await page.goto('/my/report')
    await tellWhat(page)
    await page.getByLabel(text.story).fill('again')
    await page.getByRole('button', { name: text.next }).click()
    await page.getByRole('button', { name: say('customer:report.later') }).click()
    await askForFastTrack(page)
    await page.getByRole('button', { name: text.send }).click()
    await page.getByRole('heading', { name: text.duplicate }).waitFor()
    expect(await page.getByRole('button', { name: text.send }).isDisabled()).toBe(true)
    await page.getByLabel(text.another).check()
    await page.getByRole('button', { name: text.send }).click()
    await page.getByRole('heading', { name: text.title }).waitFor()
    await page.getByRole('link', { name: say('customer:reported.open') }).click()
    await page.getByRole('heading', { name: say('customer:fastTrack.title') }).waitFor()
  })
})

describe('a claim', () => {
  it('takes a paper over a connection that is cut, says so, and is withdrawn only after a question', async () => {
    const phone = '19900110008'
    const claimId = await reportClaim(inject('journeysApi'), phone)
    const customer = await open(phone)
    const { page } = customer
    customer.expectFault(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
    await page.goto('/my')
    // Two claims of one kind and day are told apart by what was damaged.
    const insured = page.locator('a[href*="/my/policies/"] p').first()
    const card = page.locator(`a[href$="${claimId}"]`)
    await card.getByText((await insured.textContent()) ?? 'none', { exact: true }).waitFor()
    await page.goto(`/my/claims/${claimId}`)
    await page.getByRole('link', { name: '12378' }).waitFor()
    const licence = page.getByRole('listitem').filter({ hasText: '行驶证正页和副页' })
    await page.route('**/documents', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await licence.locator('input[type=file]').setInputFiles(await picture('licence.jpg'))
    await licence.getByText('连接中断，会自动再试').waitFor()
    await page.getByText('还有 1 个文件等待发送。').waitFor()
    // Kept by the telephone: a page that is opened anew tries again, and so does a press.
    await page.reload()
    await licence.getByText('连接中断，会自动再试').waitFor()
    await page.unroute('**/documents')
    await licence.getByRole('button', { name: '现在重试' }).click()
    await licence.getByText('已收到，正在查看').waitFor()

    const identity = page.getByRole('listitem').filter({ hasText: '身份证正反两面' })
    await page.context().setOffline(true)
    await page.getByText('网络已断开').waitFor()
    await identity.locator('input[type=file]').setInputFiles(await picture('identity.jpg'))
    await identity.getByText('等待发送').waitFor()
    await page.context().setOffline(false)
    await identity.getByText('已收到，正在查看').waitFor()

    await page.getByRole('button', { name: '我想撤销这个案件' }).click()
    await page.getByRole('button', { name: '不撤销' }).click()
    await page.getByRole('button', { name: '我想撤销这个案件' }).click()
    await page.getByRole('button', { name: '确认撤销' }).click()
    await page.getByRole('heading', { name: '案件已按您的要求撤销' }).waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
  })
})
