import { createInstance } from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, it } from 'vitest'
import { usePromise } from '../../web/customer/claim/promise.ts'
import customer from '../../web/customer/texts/zh.json' with { type: 'json' }
import type { Progress } from '../../web/customer/home/queries.ts'

const i18n = createInstance()

function Said({ progress }: { readonly progress: Pick<Progress, 'stage' | 'expectedAt' | 'wanted'> }) {
  return usePromise(progress) ?? 'nothing'
}

it('a call is promised while the report waits for it, a step afterwards, and nothing while the customer has it', async () => {
  await i18n.use(initReactI18next).init({ lng: 'zh', resources: { zh: { customer } } })
  const wanted = { documents: [], answer: null, account: false }
  const said = (progress: object) => {
    const whole = {
      stage: 'documents',
      expectedAt: '2026-11-28T15:21:00+08:00',
      wanted,
      ...progress,
    } as never
    return renderToStaticMarkup(
      createElement(I18nextProvider, { i18n }, createElement(Said, { progress: whole })),
    )
  }
  expect(said({ stage: 'report' })).toMatch(/^我们承诺 .* 前给您打电话。$/)
  expect(said({})).toMatch(/^我们承诺 .* 前完成这一步。$/)
  expect(said({ expectedAt: null })).toBe('nothing')
  expect(said({ wanted: { ...wanted, answer: { sheetVersion: 1, sheetHash: '', answerBy: null } } })).toBe(
    'nothing',
  )
})
