/**
 * `npm run bench:web`: how long a customer waits for the sentence that says where their claim stands, from the start
 * of the navigation, signed in, with an empty cache and a processor slowed down four times; the median of five.
 */
import { launchChromium } from '../scripts/browser/chromium.ts'
import { prepareBrowser } from '../scripts/browser/debian.ts'
import { customerWithClaim } from '../scripts/browser/pages.ts'
import { reportClaim } from '../scripts/browser/reported-claim.ts'
import { signInAs } from '../scripts/browser/sign-in-as.ts'
import { Visitor } from '../scripts/browser/visitor.ts'
import { startProduct } from '../scripts/embedded/product.ts'

const limit = 1500
const times = 5

/** Milliseconds until the sentence is there, once everything that was kept is forgotten. */
async function wait({ page }: Visitor): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await page.goto('about:blank')
  await session.send('Network.clearBrowserCache')
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const began = performance.now()
  await page.goto('/my', { waitUntil: 'commit' })
  await page.getByText('我们已收到您的报案。').first().waitFor()
  const waited = performance.now() - began
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return waited
}

await prepareBrowser()
const product = await startProduct()
const browser = await launchChromium()
try {
  const { api } = product.urls
  await reportClaim(api, customerWithClaim)
  const customer = await Visitor.open(browser, api, { language: 'zh', width: 390 })
  await signInAs(customer, customerWithClaim)
  await wait(customer)
  const waits: number[] = []
  for (let time = 0; time < times; time += 1) waits.push(await wait(customer))
  const median = waits.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Infinity
  process.stdout.write(`${waits.map(Math.round).join(' ')} ms\n`)
  process.stdout.write(
    `status sentence after ${Math.round(median)} ms (median of ${times}, at most ${limit})\n`,
  )
  process.exitCode = median <= limit ? 0 : 1
} finally {
  await browser.close()
  await product.force()
}
