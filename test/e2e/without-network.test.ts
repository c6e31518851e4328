import { expect, it, vi } from 'vitest'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import { commercialMotor, coverage } from '../../scripts/demo/scenarios/contracts.ts'
import { Story } from '../../scripts/demo/story.ts'
import { openCast } from './handler-cast.ts'
import { visitor } from './support.ts'
import { wordsOf } from './words.ts'

/** What lies on the telephone: pages, their keeper, and what was answered. */
const left = `(async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  kept: localStorage.getItem('lipei.kept'),
  names: Object.keys(localStorage),
}))()`

/** As if the page that is kept were that of an earlier deployment. */
const earlierPage = `(async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const request = (await cache.keys()).find(({ url }) => new URL(url).pathname === '/my')
    if (request === undefined) continue
    const kept = await cache.match(request)
    const page = (await kept.text()).replace(/<title>[^<]*/, '<title>earlier')
    await cache.put(request, new Response(page, { headers: kept.headers }))
  }
})()`

/** As if everything had been answered so many days earlier. */
const older = (days: number) => `(() => {
  const kept = JSON.parse(localStorage.getItem('lipei.kept'))
  for (const { state } of kept.queries) state.dataUpdatedAt -= ${days} * 86400000
  localStorage.setItem('lipei.kept', JSON.stringify(kept))
})()`

interface Left {
  readonly caches: readonly string[]
  readonly workers: number
  readonly kept: string | null
  readonly names: readonly string[]
}

it('a claim is opened without network as it was told last, with its time, until sign-out or a week later', async () => {
  const contract = commercialMotor('2020', [coverage('ownDamage', '300000')])
  const story = await Story.begin(openCast(), 'A claim seen without network', contract, '3101')
  await story.report({
    cause: 'collision',
    lossAt: '2023-05-01T03:20:00+08:00',
    estimatedMinor: 380_000,
    narrative: '倒车时碰撞护栏。',
  })
  const { claimId, insured } = story
  const customer = await visitor({ language: 'zh', width: 390, keepsPages: true })
  customer.expectFault(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|offline/)
  await signInAs(customer, insured.phone)
  const { page } = customer
  const say = wordsOf('zh')
  const [before, after] = say('customer:shell.asOf', { at: '\n' }).split('\n')
  const asOf = page.getByText(new RegExp(`${before}.*\\d{1,2}:\\d{2}.*${after}`))
  const title = page.getByRole('heading', { level: 1 })

  await page.locator('a[href*="/policies/"]').first().waitFor()
  await page.goto(`/my/claims/${claimId}`)
  const standing = (await title.textContent()) ?? ''
  expect(standing).not.toBe('')
  expect(await asOf.count()).toBe(0)
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await vi.waitFor(async () => expect((await page.evaluate<Left>(left)).kept).toContain(claimId), 15_000)

  await page.evaluate(earlierPage)
  await page.reload()
  // Whatever is kept: with a network the page is the newest.
  expect(await page.title()).toBe('Lipei 理赔')
  await page.context().setOffline(true)
  await page.reload()
  await asOf.waitFor()
  expect(await page.title()).toBe('earlier')
  expect(await title.textContent()).toBe(standing)
  expect(await customer.barriers()).toEqual([])
  await page.getByRole('link', { name: 'Lipei 理赔' }).click()
  await page.locator(`a[href$="/claims/${claimId}"]`).getByText(standing).waitFor()
  await asOf.waitFor()
  // A loss may be written down, to be sent when there is a network.
  await page.goto('/my/report')
  await page.getByRole('heading', { name: say('customer:home.report') }).waitFor()
  await page.goto(`/my/claims/${claimId}`)
  await asOf.waitFor()
  // Documents and messages are not kept.
  const { kept } = await page.evaluate<Left>(left)
  expect(kept).not.toMatch(/"documents"\]|"messages"\]|csrf/)

  await page.context().setOffline(false)
  await asOf.waitFor({ state: 'detached' })
  await page.context().setOffline(true)
  // Six days later, then a little more than seven.
  for (const days of [6, 1.01]) {
    await page.reload()
    await asOf.waitFor()
    await page.evaluate(older(days))
  }
  await page.reload()
  await page.getByRole('alert').waitFor()
  expect(await title.count()).toBe(0)
  expect((await page.evaluate<Left>(left)).kept).toBeNull()

  await page.context().setOffline(false)
  await page.reload()
  await vi.waitFor(async () => expect((await page.evaluate<Left>(left)).kept).not.toBeNull(), 15_000)
  await page.getByRole('button', { name: say('sign-in:out') }).click()
  await page.locator('input[type=tel]').waitFor()
  const gone = await page.evaluate<Left>(left)
  expect(gone).toMatchObject({ caches: [], workers: 0, kept: null })
  expect(gone.names.toSorted()).toEqual(['lipei.print', 'lipei.tour'])
})

it('nothing is kept of a session of the staff', async () => {
  const handler = await visitor({ language: 'zh', width: 1440, keepsPages: true })
  // Nobody of the staff has claims and policies of their own.
  handler.expectFault(/status of 40[03]/)
  await signInAs(handler, 'wang.fang')
  await handler.page.goto('/staff/worklist')
  await handler.settled()
  // Even on the customer's own address.
  await handler.page.goto('/my')
  await handler.page.locator('input[type=tel]').waitFor()
  expect(await handler.page.evaluate<Left>(left)).toMatchObject({ caches: [], workers: 0, kept: null })
})
