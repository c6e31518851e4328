import { createInstance } from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import blocks from '../../web/blocks/texts/zh.json' with { type: 'json' }
import { type PathStep, pathStages, StagePath } from '../../web/blocks/stage-path.tsx'
import { PathCard } from '../../web/customer/claim/path-card.tsx'
import customer from '../../web/customer/texts/zh.json' with { type: 'json' }

const i18n = createInstance()
beforeAll(async () => {
  await i18n.use(initReactI18next).init({ lng: 'zh', resources: { zh: { blocks, customer } } })
})

type Standing = PathStep['standing']

/** What a customer reads of each stage, by the first letter of its standing. */
function read(
  standings: string,
  { outcome = null, entered = [] as readonly string[], contact = null as object | null } = {},
) {
  const letters: Readonly<Record<string, Standing>> = { d: 'done', c: 'current', s: 'skipped', a: 'ahead' }
  const path = pathStages.map((stage, index) => ({
    stage,
    standing: letters[standings[index] ?? ''] ?? 'skipped',
    enteredAt: entered.includes(stage) ? '2026-11-27T09:00:00+08:00' : null,
    leftAt: null,
  }))
  const progress = {
    path,
    outcome,
    status: { zh: '', en: '' },
    nextStep: { zh: '', en: '' },
    caseNumber: '1',
    checklist: [],
    amount: null,
    payments: [],
    contact,
    surveyor: null,
  }
  return stagesIn(createElement(PathCard, { progress: progress as never }))
}

/** All that is read of each stage, seen and unseen; a day is 〇. */
function stagesIn(path: ReactElement) {
  const shown = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, path))
  return [...shown.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, stage = '']) =>
    stage
      .replaceAll(/<svg.*?<\/svg>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/(?:\d+年)?\d+月\d+日(?: 周.)?/, '〇')
      .trim(),
  )
}

describe('the stages as their customer reads them', () => {
  it('say of a survey that nobody needed just that, once', () => {
    expect(read('dddsdaa')[3]).toBe('查勘 无需查勘')
    expect(read('dddssss', { entered: ['adjustment'] }).slice(3, 5)).toEqual([
      '查勘 无需查勘',
      '理算 〇 未完成',
    ])
  })

  it('say of what a closed claim never came to that it was not reached, whether it was needed or not', () => {
    expect(read('ddsssss', { entered: ['documents'] }).slice(2, 5)).toEqual([
      '受理 未办理',
      '查勘 未办理',
      '理算 未办理',
    ])
  })

  it('say of the stage in which a claim was withdrawn that it was not finished', () => {
    expect(read('dddssss', { entered: ['survey'] }).slice(3, 5)).toEqual(['查勘 〇 未完成', '理算 未办理'])
  })

  it('name the contact where we check the papers, not as if they had made the report', () => {
    const contact = { name: '陈磊' }
    expect(read('caaaaaa', { contact })[0]).not.toContain('陈磊')
    expect(read('dcaaaaa', { contact })[0]).not.toContain('陈磊')
    expect(read('dcaaaaa', { contact })[1]).toContain('经办人：陈磊')
  })

  it('say of a loss that it is not covered to those who are not shown the letter too', () => {
    expect(read('dddssss', { outcome: 'rejected' as never })[2]).toBe('受理 （已完成） 不属于保险责任')
  })
})

describe('the stages as staff read them', () => {
  it('say the same of what was passed by', () => {
    const steps = pathStages.map((stage, index) => ({
      stage,
      standing: index < 3 ? ('done' as const) : ('skipped' as const),
      enteredAt: index < 4 ? '2026-11-27T09:00:00+08:00' : null,
      leftAt: null,
    }))
    expect(stagesIn(createElement(StagePath, { steps })).slice(3, 5)).toEqual([
      '查勘 〇 未完成',
      '理算 未办理',
    ])
  })
})
