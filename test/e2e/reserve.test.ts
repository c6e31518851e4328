import { expect, it } from 'vitest'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import { openCast } from './handler-cast.ts'
import { signedIn } from './support.ts'

it('a supervisor sets the reserve anew with a reason, and sees it in the line and in the list', async () => {
  const cast = openCast()
  const { claimId } = await claimBefore(cast, 'documents')
  const supervisor = await signedIn('feng.xue', { language: 'en', width: 1440 })
  const { page } = supervisor
  await page.goto(`/staff/claims/${claimId}`)
  await page.getByRole('button', { name: 'Set the reserve' }).click()
  const form = page.locator('form', { has: page.getByLabel('What makes you expect this') })
  const send = form.getByRole('button', { name: 'Set the reserve' })
  await form.getByLabel('Indemnity').fill('12345.67')
  await form.getByLabel('Expense').fill('800')
  expect(await send.isDisabled()).toBe(true)
  await form.getByLabel('Reason').selectOption('liability')
  await form.getByLabel('What makes you expect this').fill('对方车辆无责，我方负全责')
  await send.click()

  await page.getByRole('link', { name: 'Reserve' }).click()
  const reserve = page.locator('#reserve')
  await reserve.getByRole('img', { name: /^The reserve over \d+ movements, at most ¥12,345\.67$/ }).waitFor()
  const newest = reserve.getByRole('row', { name: /Indemnity.*Liability is another/ })
  await newest.getByText('¥12,345.67').waitFor()
  await newest.getByText('对方车辆无责，我方负全责').waitFor()
  await reserve
    .getByRole('row', { name: /Opened by rule with the report/ })
    .first()
    .waitFor()
  await page.mouse.move(0, 0)
  await supervisor.settled()
  expect(await supervisor.barriers()).toEqual([])
})
