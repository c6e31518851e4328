import Nzh from 'nzh'
import { expect, it } from 'vitest'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import { openCast } from './handler-cast.ts'
import { visitor } from './support.ts'
import { wordsOf } from './words.ts'

it('a customer sees the money arrive without asking again, in figures and words, and has a receipt', async () => {
  const story = await claimBefore(openCast(), 'payment')
  const [settlement] = (await story.view()).settlements
  const yuan = ((settlement?.amountMinor ?? 0) / 100).toFixed(2)
  const figures = `¥${yuan.replace(/^(\d)(\d{3}\.)/, '$1,$2')}`
  const inWords = Nzh.cn.toMoney(yuan, { outSymbol: false })
  const say = wordsOf('zh')
  const customer = await visitor({ language: 'zh', width: 390 })
  const { page } = customer
  await customer.resume(story.customer.session)
  await page.goto(`/my/claims/${story.claimId}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: say('customer:payment.receipt') }).count()).toBe(0)

  await story.release()
  const payment = page.locator('section', {
    has: page.getByRole('heading', { name: say('customer:payment.title') }),
  })
  await payment.getByText(say('customer:payment.paid'), { exact: true }).waitFor()
  await page.getByRole('heading', { level: 1, name: /^赔款已支付/ }).waitFor()
  await payment.getByText(figures).waitFor()
  await payment.getByText(inWords).waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
  // Once it is over the customer can still say what they think of it, where the message after the close leads.
  await page.getByRole('link', { name: '12378' }).waitFor()
  await page.getByLabel(say('customer:messages.write')).fill('很满意，谢谢。')
  await page.getByRole('button', { name: say('customer:messages.send') }).click()
  await page.locator('.my-messages').getByText('很满意，谢谢。').waitFor()
  expect(await customer.barriers()).toEqual([])

  await page.getByRole('link', { name: say('customer:payment.receipt') }).click()
  await page.getByRole('heading', { name: say('customer:receipt.title') }).waitFor()
  const [intent] = (await story.view()).intents
  await page.getByText(intent?.ref ?? 'none', { exact: true }).waitFor()
  await page.getByText(inWords).waitFor()
  // Enough of the account to recognise it, and no more.
  await page.getByText(`**** ${story.onlyAccount().slice(-4)}`).waitFor()
  expect(await page.getByText(story.onlyAccount()).count()).toBe(0)
  expect(await customer.barriers()).toEqual([])
})
