import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { claimBefore } from '../../scripts/demo/small-claim.ts'
import type { Story } from '../../scripts/demo/story.ts'
import { emptyPdf, sealedPdf } from '../files/samples.ts'
import { deskOf } from './desk.ts'
import { openCast } from './handler-cast.ts'

async function sendPdf(story: Story, file: Buffer, name: string): Promise<void> {
  const { checklist } = await story.view()
  const form = new FormData()
  form.set('item', checklist.find(({ need }) => need === 'required')?.item ?? '')
  form.set('channel', 'upload')
  form.set('file', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), name)
  await story.customer.upload(story.path('/documents'), form)
}

interface Drawn {
  readonly middle: readonly number[]
  readonly upright: boolean
}

/** What the first pane shows, once it is drawn. */
async function drawn(page: Page, text: string): Promise<Drawn> {
  await page.getByRole('status').filter({ hasText: text }).waitFor()
  await page.locator('.cl-page[aria-busy=false] canvas').waitFor()
  return page.evaluate<Drawn>(`(() => {
    const canvas = document.querySelector('.cl-page canvas')
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(width >> 1, height >> 1, 1, 1)
    return { middle: [...data].slice(0, 3), upright: height > width }
  })()`)
}

it('a handler turns the pages of a PDF in place, and reads why another one is not shown', async () => {
  const story = await claimBefore(openCast(), 'documents')
  await sendPdf(story, sealedPdf('1 0 0', '0 1 0', '0 0 1'), '电子发票.pdf')
  await sendPdf(story, emptyPdf, '空白.pdf')
  const { account } = await story.contact()
  const handler = await deskOf(account, story.claimId)
  const { page } = handler
  await page.getByRole('button', { name: '查看 电子发票.pdf' }).first().click()

  expect(await drawn(page, '第 1 页，共 2 页')).toEqual({ middle: [0, 255, 0], upright: true })
  expect(await page.getByRole('button', { name: '上一页' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '下一页' }).click()
  // The seal in its middle, which is an annotation.
  expect(await drawn(page, '第 2 页，共 2 页')).toEqual({ middle: [255, 0, 0], upright: true })
  await page.getByRole('button', { name: '旋转' }).click()
  expect(await drawn(page, '第 2 页，共 2 页')).toEqual({ middle: [255, 0, 0], upright: false })
  await page.getByRole('button', { name: '上一页' }).press('PageUp')
  expect(await drawn(page, '第 1 页，共 2 页')).toEqual({ middle: [0, 255, 0], upright: false })

  await page.getByRole('button', { name: '并排比较' }).click()
  const beside = page.locator('.cl-pane').nth(1)
  const other = await beside.locator('option', { hasText: '空白.pdf' }).getAttribute('value')
  await beside.getByRole('combobox').selectOption(other)
  await beside.getByRole('alert').filter({ hasText: '文件可能已损坏' }).waitFor()
  expect(await page.locator('.cl-pane').getByRole('link', { name: '下载原件' }).count()).toBe(2)
  expect(await handler.barriers()).toEqual([])
})
