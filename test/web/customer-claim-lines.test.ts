import { createInstance } from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { useAnswerBy } from '../../web/customer/claim/answer-by.ts'
import { ComplaintLine } from '../../web/customer/claim/complaint-line.tsx'
import en from '../../web/customer/texts/en.json' with { type: 'json' }
import zh from '../../web/customer/texts/zh.json' with { type: 'json' }

const i18n = createInstance()
beforeAll(async () => {
  await i18n.use(initReactI18next).init({
    lng: 'zh',
    resources: { zh: { customer: zh }, en: { customer: en } },
    interpolation: { escapeValue: false },
  })
})

async function read(language: 'zh' | 'en', element: ReactElement) {
  await i18n.changeLanguage(language)
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, element))
}

const dueAt = '2026-11-28T15:21:00+08:00'
const before = Date.parse(dueAt) - 86_400_000

function Asked({ answerBy, now }: { readonly answerBy: string | null; readonly now: number }) {
  return useAnswerBy({ sheetVersion: 1, sheetHash: '', answerBy }, now) ?? 'nothing'
}

describe('the answer to the amount', () => {
  it('is asked for by a date, and no date is named while the time stands still', async () => {
    expect(await read('zh', createElement(Asked, { answerBy: dueAt, now: before }))).toBe(
      '请在 11月28日 周六 15:21 前答复。',
    )
    expect(await read('en', createElement(Asked, { answerBy: dueAt, now: before }))).toMatch(
      /^Please answer /,
    )
    expect(await read('zh', createElement(Asked, { answerBy: null, now: before }))).toBe('nothing')
  })

  it('is still taken once the date has passed, and is not asked for by it any more', async () => {
    const late = createElement(Asked, { answerBy: dueAt, now: before + 2 * 86_400_000 })
    expect(await read('zh', late)).toMatch(/^原定 .* 前答复，现在仍可答复。$/)
    expect(await read('en', late)).toMatch(/; you can still give it\.$/)
  })
})

describe('a complaint', () => {
  it('goes into the messages or, with one touch, to the line of the regulator', async () => {
    const link = '<a href="tel:12378">12378</a>'
    expect(await read('zh', createElement(ComplaintLine))).toContain(
      `请在留言中告诉我们，或拨打银行保险消费者投诉维权热线 ${link}。`,
    )
    expect(await read('en', createElement(ComplaintLine))).toContain(`complaint line ${link}.`)
  })
})
