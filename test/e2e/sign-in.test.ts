import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import type { Page } from 'playwright-core'
import type { Language } from '../../scripts/browser/visitor.ts'
import { visitor } from './support.ts'
import { wordsOf } from './words.ts'

const words = {
  zh: {
    home: '我的理赔',
    worklist: '工作清单',
    empty: '目前没有理赔案件',
    again: '请重新登录',
    other: 'English',
  },
  en: {
    home: 'My claims',
    worklist: 'Worklist',
    empty: 'No claims at the moment',
    again: 'Please sign in again',
    other: '中文',
  },
} as const

const languages = ['zh', 'en'] as const satisfies readonly Language[]

/** A customer each, since codes are sent only so often. */
const customers = { zh: '19900110002', en: '19900110003' } as const

describe.each(languages)('in %s', (language) => {
  const text = words[language]
  const other = words[language === 'zh' ? 'en' : 'zh']

  it('a customer signs in on a phone, finds their policies, and switches the language at once', async () => {
    const customer = await visitor({ language, width: 390 })
    await customer.page.goto('/')
    await signInAs(customer, customers[language])
    await customer.page.getByRole('heading', { name: text.home }).waitFor()
    await customer.page.getByText(text.empty).waitFor()
    await customer.page.locator('.my-card').first().waitFor()
    expect(await customer.page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
    expect(await customer.barriers()).toEqual([])
    await customer.page.getByRole('button', { name: text.other }).click()
    await customer.page.getByRole('heading', { name: other.home }).waitFor()
    await customer.page.reload()
    await customer.page.getByRole('heading', { name: other.home }).waitFor()
  })

  it('a handler is shown around once, and again when they ask for it', async () => {
    const say = wordsOf(language)
    const handler = await visitor({ language, width: 1440, isNew: true })
    const { page } = handler
    await signInAs(handler, 'chen.lei')
    await page.goto('/staff/worklist')
    const tour = page.locator('.ant-tour')
    for (const stop of ['areas', 'work', 'search', 'language', 'again']) {
      await tour.getByText(say(`staff:tour.${stop}.title`), { exact: true }).waitFor()
      expect(await handler.barriers()).toEqual([])
      await tour.getByRole('button').last().click()
    }
    await tour.waitFor({ state: 'hidden' })
    await page.reload()
    await handler.settled()
    expect(await tour.count()).toBe(0)
    await page.getByRole('button', { name: say('staff:tour.open') }).click()
    await tour.waitFor()
  })

  it('a handler who follows a link signs in first, then is where the link leads', async () => {
    const handler = await visitor({ language, width: 1440 })
    await handler.page.goto('/staff/worklist')
    await handler.page.waitForURL(/\/staff\/sign-in/)
    expect(await handler.barriers()).toEqual([])
    await handler.page.locator('input[autocomplete=username]').fill('wang.fang')
    await handler.page.locator('input[type=password]').fill('Lipei-Handler-01')
    await handler.page.keyboard.press('Enter')
    await handler.page.waitForURL(/\/staff\/worklist$/)
    await handler.page.getByRole('heading', { name: text.worklist }).waitFor()
    await handler.settled()
    expect(await handler.barriers()).toEqual([])
  })
})

/** Of two texts only the longer one has more than its six lines; it opens, closes, and can be opened again. */
async function foldsAndUnfolds(texts: ReturnType<Page['locator']>): Promise<void> {
  const last = texts.getByText('第9行')
  const height = async () => (await last.boundingBox())?.height ?? 0
  const folded = await height()
  await texts.getByRole('button', { name: '显示全部' }).click()
  await texts.getByRole('button', { name: '收起' }).waitFor()
  expect(await height()).toBeGreaterThan(folded * 1.4)
  await texts.getByRole('button', { name: '收起' }).click()
  await texts.getByRole('button', { name: '显示全部' }).waitFor()
  expect(await height()).toBe(folded)
}

/** The lines between the stages of each path, in their order: good, or the colour of a line. */
const coloursOfPaths = `[...document.querySelectorAll('.lp-path')].map((path) => {
  const colourOf = (name) => {
    const shown = path.appendChild(document.createElement('i'))
    shown.style.color = 'var(' + name + ')'
    const { color } = getComputedStyle(shown)
    shown.remove()
    return color
  }
  const letters = { [colourOf('--lp-good')]: 'g', [colourOf('--lp-line')]: 'l' }
  const side = path.dataset.direction === 'down' ? 'borderLeftColor' : 'borderTopColor'
  return [...path.children]
    .map((stage) => getComputedStyle(stage, '::before'))
    .filter(({ display }) => display !== 'none')
    .map((line) => letters[line[side]] ?? '?')
    .join('')
})`

describe('a session that ends', () => {
  it('in the middle of work asks again over the page, and goes on where it was', async () => {
    const handler = await visitor({ language: 'zh', width: 1024 })
    handler.expectFault(/status of 401/)
    await signInAs(handler, 'li.na')
    await handler.page.goto('/staff/blocks')
    await handler.page.getByRole('heading', { name: '决定', exact: true }).waitFor()
    // A stage that was passed by leaves no gap in the way to where a claim is.
    expect(await handler.page.evaluate(coloursOfPaths)).toEqual(['ggggll', 'ggggll'])
    // They are named in words, not as the code calls them.
    expect(await handler.page.locator('h2 code').count()).toBe(0)
    await foldsAndUnfolds(handler.page.getByRole('region', { name: '长文字' }))
    await handler.page.context().clearCookies()
    await handler.page.getByRole('link', { name: '工作清单' }).click()
    const dialog = handler.page.getByRole('dialog')
    await dialog.getByRole('heading', { name: words.zh.again }).waitFor()
    expect(await handler.barriers()).toEqual([])
    await dialog.locator('input[autocomplete=username]').fill('li.na')
    await dialog.locator('input[type=password]').fill('Lipei-Handler-01')
    await dialog.getByRole('button', { name: '登录' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await handler.page.getByRole('heading', { name: '工作清单' }).waitFor()
    await handler.settled()
    expect(await handler.page.getByRole('alert').count()).toBe(0)
  })

  it('by signing out leaves nothing to see', async () => {
    const handler = await visitor({ language: 'zh', width: 1440 })
    // Even by somebody who leaves while the list is on its way, and with an end that is long in coming.
    await handler.page.route('**/worklist?*', async (route) => {
      await sleep(500)
      await route.continue()
    })
    await handler.page.route('**/session', async (route) => {
      const response = await route.fetch()
      await sleep(1000)
      await route.fulfill({ response })
    })
    await signInAs(handler, 'chen.lei')
    await handler.page.getByRole('button', { name: '退出' }).click()
    await handler.page.waitForURL(/\/staff\/sign-in/)
    await handler.page.goto('/staff/worklist')
    await handler.page.waitForURL(/\/staff\/sign-in/)
  })
})
