/**
 * `npm run screenshots [ADDRESS] [FOLDER]`: every listed page in both languages at 390 and 1440 px. Without an address
 * it starts a product of its own. Ends with 1 when a page has an error or puts up a barrier.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from './browser/chromium.ts'
import { pages, type ShownClaims } from './browser/pages.ts'
import { showClaims } from './browser/shown-claims.ts'
import { signInAs } from './browser/sign-in-as.ts'
import { Visitor } from './browser/visitor.ts'
import { checkoutFolder } from './embedded/data-folder.ts'
import { startProduct } from './embedded/product.ts'

const address = process.argv.find((word) => /^https?:/.test(word))
const folder = process.argv.slice(2).find((word) => !/^https?:/.test(word))
const target = folder ?? join(checkoutFolder, '.lipei', 'screenshots')

/** Somebody looks at all their pages; signed in once, since codes are sent only so often. */
async function look(browser: Browser, api: string, as: string, claims: ShownClaims): Promise<number> {
  let faults = 0
  const visitor = await Visitor.open(browser, api, { language: 'zh', width: 1440 })
  await signInAs(visitor, as)
  for (const language of ['zh', 'en'] as const) {
    await visitor.speak(language)
    for (const { name, path } of pages.filter((one) => one.as === as)) {
      for (const width of [390, 1440]) {
        await visitor.page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        await visitor.page.goto(path(claims))
        await visitor.settled()
        const picture = `${name}-${language}-${width}.png`
        await visitor.page.screenshot({ path: join(target, picture), fullPage: true })
        const found = [...visitor.faults.splice(0), ...(await visitor.barriers())]
        faults += found.length
        process.stdout.write([picture, ...found.map((one) => `  ! ${one}`), ''].join('\n'))
      }
    }
  }
  await visitor.close()
  return faults
}

mkdirSync(target, { recursive: true })
const product = address === undefined ? await startProduct() : undefined
const browser = await launchChromium()
try {
  const api = address ?? product?.urls.api ?? ''
  const claims = await showClaims(api)
  let faults = 0
  for (const as of new Set(pages.map((page) => page.as))) faults += await look(browser, api, as, claims)
  process.stdout.write(`${target}: ${faults} faults\n`)
  process.exitCode = faults === 0 ? 0 : 1
} finally {
  await browser.close()
  await product?.force()
}
