import { beforeAll, describe, expect, it } from 'vitest'
import type { Cast } from '../../scripts/demo/cast.ts'
import { commercialMotor, coverage } from '../../scripts/demo/scenarios/contracts.ts'
import { Story } from '../../scripts/demo/story.ts'
import { deskOf, formOf, next, send } from './desk.ts'
import { openCast } from './handler-cast.ts'
import { signedIn } from './support.ts'
import { wordsOf } from './words.ts'

let cast: Cast

beforeAll(async () => {
  cast = openCast()
})

describe('a handler', () => {
  const say = wordsOf('zh')

  it('takes a small collision from the list to the submission for approval', async () => {
    const contract = commercialMotor('2020', [coverage('ownDamage', '300000')])
    const story = await Story.begin(cast, 'A small collision', contract, '3101')
    await story.report({
      cause: 'collision',
      lossAt: '2023-05-01T03:20:00+08:00',
      estimatedMinor: 380_000,
      narrative: '倒车时碰撞护栏，后保险杠破损。',
    })
    await story.sendDocuments()
    const handler = await signedIn((await story.contact()).account, { language: 'zh', width: 1440 })
    const { page } = handler
    const form = formOf(page)
    await page.goto('/staff/worklist')
    await page.locator('.wl-table').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(story.caseNumber)
    await page.keyboard.press('Enter')
    await page.locator('.wl-found').getByRole('link').click()
    await page.waitForURL(new RegExp(`/staff/claims/${story.claimId}$`))

    await next(page, say('claim:act.contact'))
    await form.getByLabel(say('claim:note')).fill('已说明后续步骤。')
    await send(page, say('claim:act.contact'))
    await next(page, say('claim:act.review'))
    expect(await handler.barriers()).toEqual([])
    const received = (await story.view()).checklist.filter(({ state }) => state === 'received').length
    for (let left = received; left > 0; left -= 1) {
      const accept = form.getByRole('button', { name: new RegExp(`^${say('claim:review.accept')} `) })
      await accept.nth(left - 1).waitFor()
      await accept.first().click()
      await accept.nth(left - 1).waitFor({ state: 'detached' })
    }

    await next(page, say('claim:act.facts'))
    const answer = async (fact: string, value: boolean) =>
      form
        .getByRole('group', { name: say(`claim:facts.${fact}`) })
        .getByLabel(say(`claim:known.${value}`), { exact: true })
        .check()
    await answer('objectInsured', true)
    await answer('licenceValid', true)
    await answer('drunk', false)
    await form.getByLabel(say('claim:facts.exclusionSuspected')).selectOption('none')
    await send(page, say('claim:act.facts'))
    await next(page, say('claim:act.accept'))
    await send(page, say('claim:act.accept'))
    await story.reaches('adjustment')

    const adjuster = await deskOf((await story.adjuster()).account, story.claimId)
    const sheet = formOf(adjuster.page)
    await next(adjuster.page, say('claim:act.sheet'))
    await sheet.getByLabel(`${say('blocks:sheet.asked')} 1`).fill('3,000')
    await sheet.getByLabel(`${say('blocks:sheet.assessed')} 1`).fill('2800')
    await sheet.locator('.cl-preview').getByText('¥2,800.00').waitFor()
    expect(await adjuster.barriers()).toEqual([])
    await send(adjuster.page, say('claim:sheet.save', { version: 1 }))
    await adjuster.page.locator('.cl-steps button').last().click()
    await adjuster.page.getByText(say('blocks:trace.clause'), { exact: true }).last().waitFor()
    await next(adjuster.page, say('claim:act.propose'))
    await send(adjuster.page, say('claim:act.propose'))

    await next(page, say('claim:act.agreement'))
    await form.getByLabel(say('claim:agreement.note')).fill('电话同意。')
    await send(page, say('claim:act.agreement'))
    await next(page, say('claim:act.account'))
    await form.getByLabel(say('claim:account.holder')).fill(story.insured.name)
    await form.getByLabel(say('claim:account.number')).fill('4403 1234 5678 9')
    await form.getByLabel(say('claim:account.bank')).fill('中国工商银行')
    await form.getByLabel(say('claim:account.kind')).selectOption('corporate')
    await send(page, say('claim:act.account'))
    await next(page, say('claim:act.settle'))
    await send(page, say('claim:act.settle'))
    const [settlement] = (await story.view()).settlements
    expect(settlement).toMatchObject({ state: 'pending', amountMinor: 280_000 })
  })
})
