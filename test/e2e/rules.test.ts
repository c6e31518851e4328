import { expect, it } from 'vitest'
import { signedIn } from './support.ts'

const inYuan = (minor: number) => `¥${(minor / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`

it('an administrator mends a refused draft, tries it, and another one publishes it after reading what differs', async () => {
  const author = await signedIn('song.yi', { language: 'en', width: 1440 })
  const { page } = author
  await page.goto('/staff/rules')
  await page.getByRole('link', { name: 'Opening reserve' }).click()
  await page.getByRole('heading', { name: 'Draft of version 2' }).waitFor()

  const condition = page.getByLabel('motorTheft: Cause', { exact: true })
  await condition.fill('"notACause"')
  await page.getByText('This word is not in the list of its column.').waitFor()
  const propose = page.getByRole('button', { name: 'Propose for review' })
  expect(await propose.isDisabled()).toBe(true)
  expect(await author.barriers()).toEqual([])

  await condition.fill('"theft"')
  const expense = page.getByLabel('motorTheft: Expense reserve (fen)', { exact: true })
  const before = await expense.inputValue()
  await expense.fill(String(Number(before) + 5000))
  await page.getByText('No faults; it can be proposed.').waitFor()
  await page.reload()
  await page.getByText('No faults; it can be proposed.').waitFor()
  expect(await expense.inputValue()).toBe(String(Number(before) + 5000))

  await page.getByRole('button', { name: 'Try on closed claims' }).click()
  await page
    .getByText(/No closed claim has asked|decisions of/)
    .first()
    .waitFor()
  await propose.click()
  await page.getByText('You proposed this; another administrator reviews it.').waitFor()

  const reviewer = await signedIn('xie.ning', { language: 'zh', width: 1440 })
  await reviewer.page.goto('/staff/rules')
  await reviewer.page.getByRole('link', { name: '复核第2版' }).click()
  const changed = reviewer.page.getByRole('row', { name: /motorTheft/ })
  await changed.waitFor()
  expect(await changed.locator('del').textContent()).toBe(inYuan(Number(before)))
  expect(await changed.locator('ins').textContent()).toBe(inYuan(Number(before) + 5000))
  expect(await reviewer.barriers()).toEqual([])
  await reviewer.page.getByRole('radio', { name: '发布' }).check()
  await reviewer.page.getByRole('button', { name: '提交决定' }).click()
  await reviewer.page.getByRole('heading', { name: '起草第3版' }).waitFor()
  await reviewer.page.getByRole('row', { name: /第2版.*宋怡.*谢宁/ }).waitFor()
})

it('every reason why a table is not published stands where it is mended', async () => {
  const author = await signedIn('xie.ning', { language: 'en', width: 1440 })
  const { page } = author
  await page.goto('/staff/rules/surveyNeed')
  const propose = page.getByRole('button', { name: 'Propose for review' })
  await page.getByText('No faults; it can be proposed.').waitFor()
  const discard = async () => {
    await page.getByRole('button', { name: 'Discard the draft' }).click()
    await page.getByText('No faults; it can be proposed.').waitFor()
  }
  const refused = async (text: string) => {
    await page.getByText(text).first().waitFor()
    expect(await propose.isDisabled(), text).toBe(true)
  }

  await page.getByRole('button', { name: 'Remove motorMiddle', exact: true }).click()
  await refused('No row before the closing one covers a case.')
  await discard()

  await page.getByRole('button', { name: 'Add a row' }).click()
  await refused('Two rows of the same priority overlap.')
  await discard()

  while ((await page.getByRole('button', { name: /^Remove case/ }).count()) > 0)
    await page
      .getByRole('button', { name: /^Remove case/ })
      .first()
      .click()
  await refused('The table has no test cases.')
  await discard()
})

it('a test case says what a row has to give, and fails while the row gives something else', async () => {
  const author = await signedIn('xie.ning', { language: 'en', width: 1440 })
  const { page } = author
  await page.goto('/staff/rules/surveyNeed')
  await page.getByText('No faults; it can be proposed.').waitFor()
  const first = page.locator('table').last().locator('tbody tr').first()
  const expected = first.getByLabel(/motorSmall: .* expected$/).first()
  await expected.selectOption('true')
  await first.getByText('The test case fails.').waitFor()
  await page.getByText('Faults to mend before it can be proposed: 1').waitFor()
  await expected.selectOption('false')
  await first.getByText('Passes').waitFor()
  await first
    .getByRole('button', { name: /^Do not expect: / })
    .first()
    .click()
  await first
    .getByRole('button', { name: /^Do not expect: / })
    .first()
    .click()
  await first.getByLabel(/^Another output of motorSmall/).selectOption('required')
  await first.getByText('Passes').waitFor()
  expect(await author.barriers()).toEqual([])
  await page.getByRole('button', { name: 'Discard the draft' }).click()
})
