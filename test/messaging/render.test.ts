import { describe, expect, it } from 'vitest'
import { noticeTemplates } from '../../domain/claim/notices.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { fen } from '../../domain/money.ts'
import { isRendered, renderNotice, type RenderedTemplate } from '../../messaging/render.ts'
import type { NoticeFacts } from '../../messaging/templates/facts.ts'
import { before, yuan } from '../../messaging/templates/wording.ts'

const shanghai = (text: string) => Date.parse(`${text}+08:00`)
const contactId = '11111111-1111-4111-8111-111111111111'
const surveyorId = '22222222-2222-4222-8222-222222222222'

/** Running unless told; only what the templates look at. */
function clock(kind: string, dueAt: number, changes: object = {}) {
  return { [kind]: { key: kind, kind, clock: { dueAt, doneAt: null, pausedAt: null, ...changes } } }
}

function claim(changes: object = {}): ClaimState {
  return {
    caseNumber: 'LP0101202611240001',
    contactId,
    callBy: shanghai('2026-11-24T09:30:00'),
    checklist: [
      { item: 'claimApplication', label: { zh: '索赔申请书', en: 'claim form' } },
      { item: 'photographs', label: { zh: '照片', en: 'photographs' } },
      { item: 'policy', label: { zh: '保险单', en: 'policy' } },
    ],
    clocks: {},
    ...changes,
  } as unknown as ClaimState
}

const parameters = {
  caseNumber: 'LP0101202611240001',
  contactId,
  surveyorId,
  items: ['claimApplication', 'photographs'],
  answerBy: shanghai('2026-11-24T18:00:00'),
  dueAt: shanghai('2026-11-24T18:00:00'),
  task: 'survey',
  check: 'exclusion',
  clause: '第八条第三项',
  amountMinor: fen(1_234_567),
  payableMinor: fen(1_234_567),
  sheetVersion: 2,
  ref: 'LPABC',
  stage: 'adjustment',
}

function facts(changes: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    parameters,
    claim: claim(),
    colleagues: new Map([
      [contactId, { displayName: '李理赔', workPhone: '02012345678' }],
      [surveyorId, { displayName: '王查勘', workPhone: '02087654321' }],
    ]),
    ...changes,
  }
}

const rendered = noticeTemplates.filter((template): template is RenderedTemplate => isRendered(template))

describe('the words of notices', () => {
  it('exist for every template but the one-time code, which has its text from the beginning', () => {
    expect(noticeTemplates.filter((template) => !isRendered(template))).toEqual(['oneTimeCode'])
  })

  it.each(rendered)(
    'of %s name the case, in both languages, without a hole and short enough for a carrier',
    (template) => {
      const { zh, en } = renderNotice(template, facts())
      expect(zh).toMatch(/^【Lipei 理赔】/)
      expect(en).toMatch(/^\[Lipei\] /)
      for (const text of [zh, en]) {
        expect(text).toContain('LP0101202611240001')
        expect(text).not.toMatch(/undefined|null|NaN|\[object/)
        expect(text.length).toBeLessThan(500)
      }
      expect(zh).toMatch(/[一-鿿]/)
      expect(en.replace(/LP0101202611240001|第八条第三项|李理赔|王查勘/g, '')).not.toMatch(/[一-鿿]/)
    },
  )

  it('list every missing paper by the name that the checklist gives it (Insurance Law, article 22)', () => {
    const { zh, en } = renderNotice('supplement', facts())
    expect(zh).toContain('索赔申请书、照片')
    expect(zh).not.toContain('保险单：')
    expect(en).toContain('claim form, photographs')
    expect(en).toContain('our deadline to decide is on hold')
  })

  it('of a rejection give clause and reason (Insurance Law, article 24)', () => {
    const { zh, en } = renderNotice('rejection', facts())
    expect(zh).toContain('依据条款：第八条第三项')
    expect(zh).toContain('属于责任免除情形')
    expect(en).toContain('an exclusion of the policy applies')
    const other = renderNotice('rejection', facts({ parameters: { ...parameters, check: 'approval' } }))
    expect(other.zh).toContain('经审核不符合赔付条件')
  })

  it('of a payment ask for help where we will claim from others, and only there (Insurance Law, article 63)', () => {
    const asked = facts({ parameters: { ...parameters, helpAsked: true } })
    expect(renderNotice('paid', asked).zh).toContain('请保留并提供相关证据和情况')
    expect(renderNotice('paid', asked).en).toContain('hand us papers and what you know of it')
    expect(renderNotice('paid', facts()).en).not.toContain('papers')
  })

  it('say by when the next thing happens, from the clock that runs for it', () => {
    const dueAt = shanghai('2026-12-04T23:59:59.999')
    const running = facts({ claim: claim({ clocks: clock('payment', dueAt) }) })
    expect(renderNotice('settlementDecision', running).zh).toContain(
      '赔款将于12月4日 周五 24:00 前支付到您的账户',
    )
    const paused = facts({ claim: claim({ clocks: clock('payment', dueAt, { pausedAt: 1 }) }) })
    expect(renderNotice('settlementDecision', paused).zh).toContain('赔款将尽快支付到您的账户')
    const done = facts({ claim: claim({ clocks: clock('payment', dueAt, { doneAt: 1 }) }) })
    expect(renderNotice('settlementDecision', done).zh).toContain('赔款将尽快')
  })

  it('name the person to turn to, and our people in general while nobody has the case', () => {
    expect(renderNotice('acknowledgement', facts()).zh).toContain(
      '李理赔（02012345678）将于11月24日 周二 09:30 前联系您',
    )
    const nobody = facts({ parameters: { ...parameters, contactId: null }, claim: claim({ callBy: null }) })
    expect(renderNotice('acknowledgement', nobody).zh).toContain('我们的理赔员将尽快联系您')
  })

  it('ask after the close for an answer where one can be given: in the messages of the claim', () => {
    const { zh, en } = renderNotice('satisfaction', facts())
    expect(zh).toContain('在案件的“留言”中告诉我们')
    expect(en).toContain('tell us in the messages of the claim')
    expect(zh + en).not.toMatch(/打分|\brate\b|0 to 10/)
  })

  it('stop at a missing amount instead of promising anything', () => {
    expect(() => renderNotice('paid', facts({ parameters: { ref: 'LPABC' } }))).toThrow('amountMinor')
  })
})

describe('how things are written', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [99_999, '¥999.99'],
    [100_000, '¥1,000.00'],
    [1_234_567, '¥12,345.67'],
    [123_456_789_00, '¥123,456,789.00'],
  ])('%i fen is %s', (amount, text) => {
    expect(yuan(fen(amount))).toBe(text)
  })

  it.each([
    ['2026-11-24T18:00:00', '11月24日 周二 18:00 前', 'by Tue 24 Nov, 18:00'],
    ['2026-11-29T00:00:00', '11月29日 周日 00:00 前', 'by Sun 29 Nov, 00:00'],
    ['2026-12-31T23:59:59.999', '12月31日 周四 24:00 前', 'by Thu 31 Dec, 24:00'],
    ['2026-01-05T09:05:59', '1月5日 周一 09:05 前', 'by Mon 5 Jan, 09:05'],
  ])('%s in Shanghai is %s', (instant, zh, en) => {
    expect(before(shanghai(instant))).toEqual({ zh, en })
  })
})
