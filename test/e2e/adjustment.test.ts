import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Language, Visitor } from '../../scripts/browser/visitor.ts'
import type { Cast } from '../../scripts/demo/cast.ts'
import { accident, commercialMotor, coverage, enterprise } from '../../scripts/demo/scenarios/contracts.ts'
import { yuan } from '../../scripts/demo/sheets.ts'
import { Story } from '../../scripts/demo/story.ts'
import { deskOf, formOf, next, send } from './desk.ts'
import { openCast } from './handler-cast.ts'
import { signedIn, visitor } from './support.ts'
import { wordsOf } from './words.ts'

let collision: Story
let fire: Story
let injury: Story

const lossAt = '2023-05-01T03:20:00+08:00'
const victims = ['韩梅梅', '林涛']

/** What comes before the figures is done by other journeys, so here it is done without pages. */
async function collide(cast: Cast): Promise<Story> {
  const contract = commercialMotor('2020', [
    coverage('ownDamage', '300000'),
    coverage('thirdParty', '1000000'),
    coverage('compulsoryMotor', '200000'),
  ])
  const story = await Story.begin(cast, 'Two victims and two vehicles', contract, '3101')
  await story.toAdjustment({
    cause: 'collision',
    lossAt,
    estimatedMinor: yuan('250000'),
    injury: true,
    thirdParty: true,
    victims,
    narrative: '左转时与直行车辆相撞，并撞到一名行人。',
  })
  return story
}

async function burn(cast: Cast): Promise<Story> {
  const terms = { subject: 'building', deductibleMinor: yuan('2000') } as const
  const contract = enterprise(coverage('property', '6000000', terms))
  const story = await Story.begin(cast, 'An under-insured fire', contract, '3101')
  await story.toAdjustment({
    cause: 'fire',
    lossAt,
    estimatedMinor: yuan('500000'),
    narrative: '车间电线老化起火。',
  })
  return story
}

async function hurt(cast: Cast): Promise<Story> {
  const terms = { deductibleMinor: yuan('100'), rate: '0.9' }
  const contract = accident(coverage('accidentMedical', '20000', terms))
  const story = await Story.begin(cast, 'An accident and its bills', contract, '3101')
  await story.toAdjustment({
    cause: 'fallOrInjury',
    lossAt,
    estimatedMinor: yuan('15000'),
    injury: true,
    narrative: '下楼时摔倒，住院治疗。',
  })
  return story
}

beforeAll(async () => {
  const cast = openCast()
  ;[collision, fire, injury] = await Promise.all([collide(cast), burn(cast), hurt(cast)])
})

type Say = ReturnType<typeof wordsOf>

interface EnteredLine {
  readonly item: string
  readonly claimant?: string
  readonly class?: 'A' | 'B' | 'C'
  /** Yuan; absent where receipts say it. */
  readonly asked?: string
  readonly assessed?: string
  /** Name, amount and what social insurance has paid of it, in yuan. */
  readonly receipts?: readonly (readonly [string, string, string?])[]
}

/** A person at the form of the calculation, in their language. */
class Sheet {
  readonly say: Say
  readonly page: Page

  constructor({ page }: Visitor, language: Language) {
    this.page = page
    this.say = wordsOf(language)
  }

  card(code: string): Locator {
    return formOf(this.page).getByRole('group', {
      name: new RegExp(`^${this.say(`claim:coverage.${code}`)}`),
    })
  }

  async enter(code: string, lines: readonly EnteredLine[]): Promise<void> {
    const card = this.card(code)
    for (const [index, line] of lines.entries()) await this.#line(card, index + 1, line)
  }

  async #line(card: Locator, number: number, line: EnteredLine): Promise<void> {
    const { say } = this
    const at = (key: string) => card.getByLabel(`${say(key)} ${number}`, { exact: true })
    if (number > 1) await card.getByRole('button', { name: say('claim:line.add') }).click()
    await at('blocks:sheet.item').selectOption({ label: say(`claim:item.${line.item}`) })
    if (line.claimant !== undefined) await at('claim:line.claimant').selectOption(line.claimant)
    if (line.class !== undefined) await at('claim:line.class').selectOption(line.class)
    if (line.asked !== undefined) await at('blocks:sheet.asked').fill(line.asked)
    const { receipts = [] } = line
    if (receipts.length > 0) await this.#papers(card, number, receipts)
    if (line.assessed !== undefined) await at('blocks:sheet.assessed').fill(line.assessed)
  }

  async #papers(
    card: Locator,
    number: number,
    receipts: readonly (readonly [string, string, string?])[],
  ): Promise<void> {
    const { say } = this
    await card.getByRole('button', { name: say('claim:line.papersOf', { number, count: 0 }) }).click()
    const details = card.locator('.cl-details').last()
    for (const [index, [name, amount, byOthers]] of receipts.entries()) {
      const of = (key: string) =>
        details.getByLabel(`${say(`claim:field.receipts.${key}`)} ${number}.${index + 1}`)
      await details
        .getByRole('button', { name: say('claim:sheet.addRow', { what: say('claim:rows.receipts') }) })
        .click()
      await of('receipt').fill(name)
      await of('amountMinor').fill(amount)
      if (byOthers !== undefined) await of('paidByOthersMinor').fill(byOthers)
    }
  }

  async comesTo(amount: string): Promise<void> {
    await formOf(this.page).locator('.cl-preview').getByText(amount).waitFor()
  }

  async saved(version: number): Promise<void> {
    await send(this.page, this.say('claim:sheet.save', { version }))
  }

  /** Why a version that follows on another is a different one, in a choice and in words. */
  async because(reason: string, words: string): Promise<void> {
    const form = formOf(this.page)
    await form.getByLabel(this.say('claim:sheet.why')).selectOption(reason)
    await form.getByLabel(this.say('claim:sheet.reason')).fill(words)
  }

  async propose(): Promise<void> {
    await next(this.page, this.say('claim:act.propose'))
    await send(this.page, this.say('claim:act.propose'))
  }

  /** How the step of this name came about, as somebody reads it who presses its figure. */
  async reasonOf(step: string): Promise<string> {
    const row = this.page.locator('#sheet .cl-steps tr', { hasText: step }).first()
    await row.getByRole('button').click()
    return this.page.locator('#sheet .cl-steps .lp-trace').last().innerText()
  }
}

/** Signs that only a machine reads: ids, names of rules, codes in the place of words. */
const machine =
  /[0-9a-f]{8}-[0-9a-f]{4}|halfUpFen|\bmin\(|\bmax\(|Σ|blocks:|claim:|customer:|\binsured\b(?! )/

async function adjusterOf(story: Story, language: Language) {
  const worker = await deskOf((await story.adjuster()).account, story.claimId, language)
  // What is half entered contradicts itself now and then, and the preview says so.
  worker.expectFault(/status of 422/)
  return { worker, sheet: new Sheet(worker, language) }
}

/** The customer reads how the amount came about, and does not accept one of its lines. */
async function dispute(story: Story, language: Language, line: string, why: string) {
  const say = wordsOf(language)
  const customer = await visitor({ language, width: 390 })
  const { page } = customer
  await customer.resume(story.customer.session)
  await page.goto(`/my/claims/${story.claimId}`)
  const card = page.locator('#amount')
  await card.locator('summary').click()
  await card.locator('.my-steps').waitFor()
  const explained = await card.innerText()
  expect(await customer.barriers()).toEqual([])
  await page.getByRole('button', { name: say('customer:amount.dispute') }).click()
  await page.getByRole('checkbox', { name: new RegExp(line) }).check()
  await page.getByLabel(say('customer:amount.why')).fill(why)
  await card.getByRole('button', { name: say('customer:amount.disputeNow') }).click()
  await card.getByText(say('customer:amount.disputed')).waitFor()
  return { explained, page }
}

/** What the customer reads of an amount that has changed. */
async function toldAgain(page: Page): Promise<string> {
  await page.reload()
  const told = page.locator('#amount .my-note')
  await told.waitFor()
  return told.innerText()
}

describe('an adjustment', () => {
  /**
   * By the compulsory terms and the limits of 2020. Medical: 40,000 of the pedestrian is divided 20,000 to each vehicle,
   * 10,000 of the other driver is ours; ours pays 18,000 as 12,000 and 6,000, the other 18,000. Disability: 200,000 to
   * each, of which each pays 180,000. Property: 2,000 of 6,000. Left are 10,000 + 40,000 and 4,000 + 4,000, of which
   * 70 % is 35,000 and 5,600. Own damage: (8,000 − 2,000) × 70 % = 4,200. In all 200,000 + 40,600 + 4,200 = 244,800;
   * with a repair of 8,600 it is (8,600 − 2,000) × 70 % = 4,620, and 245,220.
   */
  it('of two victims, two vehicles and three coverages goes from receipts to a sheet, a dispute and a new version', async () => {
    const { worker, sheet } = await adjusterOf(collision, 'zh')
    const { page, say } = sheet
    const [pedestrian = '', driver = ''] = await collision.parties('victim')
    await next(page, '理算')
    const form = formOf(page)
    await form.getByLabel('被保险人责任').selectOption('main')
    await form.getByRole('button', { name: '增加责任方' }).click()
    await form
      .getByLabel(/林.* 所在/)
      .last()
      .selectOption('B')
    await sheet.enter('compulsoryMotor', [
      {
        item: 'treatment',
        claimant: pedestrian,
        receipts: [
          ['住院发票 0017', '25,000'],
          ['门诊发票 0018', '15000'],
        ],
      },
      { item: 'disabilityCompensation', claimant: pedestrian, asked: '400000', assessed: '400000' },
      { item: 'treatment', claimant: driver, asked: '10000', assessed: '10000' },
      { item: 'vehicleRepair', claimant: driver, asked: '6000', assessed: '6000' },
    ])
    await form.getByLabel('对应文件 1.1').selectOption({ index: 1 })
    await sheet.card('ownDamage').getByLabel('赔付方式').selectOption('share')
    await sheet.enter('ownDamage', [{ item: 'vehicleRepair', asked: '8600', assessed: '8000' }])
    await sheet.comesTo('¥244,800.00')
    expect(await worker.barriers()).toEqual([])
    await sheet.saved(1)
    await page.locator('#sheet .cl-steps').waitFor()
    const read = await page.locator('#sheet').innerText()
    expect(read).not.toMatch(machine)
    for (const part of ['韩', '住院发票 0017', '¥227,000.00', '¥13,600.00', '交强险赔付：医疗费用 本车'])
      expect(read).toContain(part)
    const why = await sheet.reasonOf('被保险人应承担的赔偿额')
    for (const part of ['余额 × 责任比例', '70%', '交警认定书：主要责任', '¥50,000.00', '条款', '取整'])
      expect(why).toContain(part)
    await page
      .locator('#sheet')
      .getByRole('row', { name: /住院发票 0017/ })
      .getByRole('link')
      .click()
    await page.getByRole('dialog').getByRole('img').first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await sheet.propose()

    const { explained, page: customers } = await dispute(
      collision,
      'zh',
      '车辆修理.*您',
      '修理厂结算单是 8,600 元。',
    )
    expect(explained).not.toMatch(machine)
    for (const part of ['受害人1', '受害人2', '交警认定书：主要责任', '取较小值', '¥244,800.00'])
      expect(explained).toContain(part)

    await page.locator('#sheet').getByText('“修理厂结算单是 8,600 元。”').waitFor()
    await next(page, '理算')
    await sheet.card('ownDamage').getByLabel('核定 1').fill('8600')
    await sheet.comesTo('¥245,220.00')
    expect(await form.getByRole('button', { name: '保存为第2版' }).isDisabled()).toBe(true)
    await sheet.because('objectionFollowed', '按结算单改为 8,600 元。')
    await sheet.saved(2)
    const section = page.locator('#sheet')
    await section.getByText('本版理由：根据所提异议作了更改 · 按结算单改为 8,600 元。').waitFor()
    const compared = section.locator('.cl-comparison')
    const repair = compared.getByRole('row', { name: /车损险 · 车辆修理/ })
    expect(await repair.innerText()).toMatch(/¥8,000\.00\s+¥8,600\.00\s+\+¥600\.00/)
    expect(
      await compared
        .getByRole('row', { name: /残疾赔偿金/ })
        .first()
        .innerText(),
    ).toContain('不变')
    expect(await compared.getByRole('row', { name: say('blocks:sheet.total') }).innerText()).toContain(
      '+¥420.00',
    )
    await section.getByText('结果一分不差').waitFor()
    expect(await worker.barriers()).toEqual([])
    await sheet.propose()
    const told = await toldAgain(customers)
    for (const part of ['¥244,800.00', '¥245,220.00', '根据所提异议作了更改', '按结算单改为 8,600 元。'])
      expect(told).toContain(part)
    expect(told).toMatch(/车辆修理.*¥8,000\.00 → ¥8,600\.00/)
    expect(told).not.toMatch(machine)
    expect((await collision.view()).sheets.map(({ payableMinor }) => payableMinor)).toEqual([
      yuan('244800'),
      yuan('245220'),
    ])
  })

  /**
   * OWN-08 of golden/adjustment.json: (500,000 − 20,000) × 6/8 − 2,000 = 358,000, rescue cost 10,000 × 6/8 apart.
   * Assessed at 510,000 it is (510,000 − 20,000) × 6/8 − 2,000 = 365,500, and 373,000 with the rescue cost.
   */
  it('of an under-insured fire has salvage and rescue cost apart, and comes out on paper', async () => {
    const { worker, sheet } = await adjusterOf(fire, 'zh')
    const { page } = sheet
    await next(page, '理算')
    const card = sheet.card('property')
    await card.getByLabel('保险价值（元）').fill('8,000,000')
    await card.getByLabel('残值（元）').fill('20000')
    await sheet.enter('property', [
      { item: 'buildingDamage', asked: '520000', assessed: '500000' },
      { item: 'rescueCost', receipts: [['消防施救收据', '10000']] },
    ])
    await card.getByText('其他事项').click()
    await card.getByRole('button', { name: '增加：责任方（代位求偿）' }).click()
    await card.getByLabel('责任方 1').fill('承租人')
    await card.getByLabel('与被保险人的关系 1').selectOption('family')
    await card.getByLabel('被保险人对其权利的处分 1').selectOption('waivedBeforePayment')
    await sheet.comesTo('¥365,500.00')
    await card.getByLabel('与被保险人的关系 1').selectOption('')
    await sheet.comesTo('¥0.00')
    await card.getByLabel('与被保险人的关系 1').selectOption('family')
    await sheet.comesTo('¥365,500.00')
    await sheet.saved(1)
    const why = await sheet.reasonOf('施救费用')
    for (const part of ['÷ 获救财产总值', '第五十七条', '¥6,000,000.00', '保单']) expect(why).toContain(part)
    await sheet.propose()
    const { explained } = await dispute(fire, 'zh', '房屋', '钢结构报价高于核定。')
    expect(explained).not.toMatch(machine)
    for (const part of ['残值', '比例赔付', '第五十五条', '¥358,000.00', '¥7,500.00'])
      expect(explained).toContain(part)

    await next(page, '理算')
    await card.getByLabel('核定 1').fill('510000')
    await sheet.because('newPapers', '补充报价经复核认可 10,000 元。')
    await sheet.saved(2)
    await page.getByText('本版理由：收到了新的材料 · 补充报价经复核认可 10,000 元。').waitFor()
    await page.getByRole('link', { name: '打印或存为 PDF' }).click()
    await page.getByRole('heading', { name: /理算书.*第2版/ }).waitFor()
    await page.getByText('叁拾柒万叁仟元整').first().waitFor()
    await page.getByText('客户上次看到的第1版为 ¥365,500.00 → ¥373,000.00').waitFor()
    expect(await worker.barriers()).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.st-header').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    expect(await page.locator('.cl-paper').innerText()).not.toMatch(machine)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
    expect((await fire.newestSheet()).payableMinor).toBe(yuan('373000'))
  })

  /**
   * OWN-09 of golden/adjustment.json: 8,000 of class A, 4,000 of class B less 10 %, class C nothing; social insurance
   * has paid 5,000: (11,600 − 5,000 − 100) × 90 % = 5,850. With the examination in class B less 20 % of its 3,000 it
   * is (14,000 − 5,000 − 100) × 90 % = 8,010.
   */
  it('of medical bills counts by catalogue class what social insurance has left, for one who reads English', async () => {
    const { worker, sheet } = await adjusterOf(injury, 'en')
    const { page, say } = sheet
    await next(page, say('claim:act.sheet'))
    const form = formOf(page)
    await sheet.enter('accidentMedical', [
      {
        item: 'treatment',
        class: 'A',
        receipts: [
          ['Ward 0021', '5000', '3000'],
          ['Surgery 0022', '3000', '2000'],
        ],
      },
      { item: 'medicine', class: 'B', receipts: [['Pharmacy 0023', '4000']] },
      { item: 'examination', class: 'C', receipts: [['Imaging 0024', '3000']] },
    ])
    await sheet.comesTo('¥5,850.00')
    const paid = form.getByLabel(say('claim:field.paidByOthersMinor'))
    expect(await paid.inputValue()).toBe('5000.00')
    await paid.fill('4999')
    const refusal = form.locator('.cl-preview').getByRole('alert')
    await refusal.getByText('¥5,000.00').waitFor()
    expect(await refusal.innerText()).toContain('¥4,999.00')
    await paid.fill('5000')
    await sheet.comesTo('¥5,850.00')
    await sheet.saved(1)
    await page.locator('#sheet .cl-steps').waitFor()
    expect(await page.locator('#sheet').innerText()).not.toMatch(/[一-鿿]{2,}(?<!元整)$/m)
    await sheet.propose()
    const { explained } = await dispute(injury, 'en', 'Examination', 'The scan was ordered by the surgeon.')
    expect(explained).not.toMatch(machine)
    for (const part of ['Class B (after one’s own share)', 'the smaller of', 'policy', '¥11,600.00'])
      expect(explained.replaceAll("'", '’')).toContain(part)

    await next(page, say('claim:act.sheet'))
    const card = sheet.card('accidentMedical')
    await card.getByLabel(`${say('claim:line.class')} 3`).selectOption('B')
    await card.getByLabel(`${say('claim:line.selfPay')} 3`).fill('20')
    await sheet.because('correction', 'In the catalogue as class B.')
    await sheet.comesTo('¥8,010.00')
    await sheet.saved(2)
    const compared = page.locator('#sheet .cl-comparison')
    await compared.getByText('+¥2,160.00').first().waitFor()
    await compared.getByRole('row', { name: /Examination.*C → B/ }).waitFor()
    expect(await worker.barriers()).toEqual([])
    expect((await injury.newestSheet()).payableMinor).toBe(yuan('8010'))
  })
})

describe('the calculator', () => {
  /** EXAM-11 of golden/adjustment.json: 3,000 − 100 = 2,900. */
  it('says what would be paid without a claim, and refuses what contradicts itself with both sides', async () => {
    const handler = await signedIn('wang.fang', { language: 'zh', width: 1440 })
    handler.expectFault(/status of 422/)
    const { page } = handler
    await page.goto('/staff')
    await page.getByRole('link', { name: '试算' }).click()
    await page.getByLabel('条款', { exact: true }).selectOption('accident')
    await page.getByText('请填写保险金额或限额：意外医疗').waitFor()
    await page.getByLabel('保险金额（元）').fill('20000')
    await page.getByLabel('免赔额（元）').fill('100')
    await page.getByLabel('索赔 1').fill('3000')
    await page.getByLabel('核定 1').fill('3000')
    const result = page.getByRole('region', { name: '试算结果' })
    await result.getByText('¥2,900.00').first().waitFor()
    expect(await result.innerText()).not.toMatch(machine)
    await page.getByText('迟延赔付的损失').click()
    await page.getByRole('button', { name: '增加：迟延赔付' }).click()
    await page.getByText('第1笔迟延赔付').first().waitFor()
    await page.getByLabel('迟延支付的金额（元） 1').fill('2900')
    await page.getByLabel('应付日 1').fill('2026-03-19')
    await page.getByLabel('实付日 1').fill('2026-04-18')
    await page.getByLabel('年利率或年损失率（%） 1').fill('3')
    // 2,900 × 3 % × 30 ÷ 365 = 7.15
    await result.getByText('¥2,907.15').first().waitFor()
    await page.getByRole('button', { name: '删除 迟延赔付 1' }).click()
    await page.getByLabel('核定 1').fill('3000.01')
    const refused = result.getByRole('alert')
    await refused.getByText('¥3,000.01').waitFor()
    expect(await refused.innerText()).toMatch(
      /核定金额高于索赔金额.*第1项 核定金额 ¥3,000\.01.*第1项 索赔金额 ¥3,000\.00/s,
    )
    await page.getByLabel('出险日期').fill('2009-01-01')
    await result.getByText('不赔付任何金额').waitFor()
    expect(await handler.barriers()).toEqual([])
  })
})
