/**
 * `npm run screenshots [ADDRESS] [FOLDER] [-- --only typical]`: every listed page in both languages at 390 and 1440 px,
 * before anything was reported, and with the shortest, the usual and the longest that people may write; with a sheet of
 * each pass for looking through, and the pictures of README. Without an address it starts a product of its own, which
 * alone has nothing in it. Ends with 1 when a page has an error, puts up a barrier or is wider than its screen.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { launchChromium } from './browser/chromium.ts'
import { prepareBrowser } from './browser/debian.ts'
import { contactSheet } from './browser/contact-sheet.ts'
import { type Content, contents, wordsOf } from './browser/contents.ts'
import { accountOf, type ListedPage, noClaims, pages, type ShownClaims } from './browser/pages.ts'
import { showClaims } from './browser/shown-claims.ts'
import { signInAs } from './browser/sign-in-as.ts'
import { Visitor } from './browser/visitor.ts'
import { Cast } from './demo/cast.ts'
import type { Rewrite } from './demo/http-client.ts'
import { checkoutFolder } from './embedded/data-folder.ts'
import { startProduct } from './embedded/product.ts'

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
})
const address = positionals.find((word) => /^https?:/.test(word))
const folder = positionals.find((word) => !/^https?:/.test(word))
const target = folder ?? join(checkoutFolder, '.lipei', 'screenshots')

/** One of each face, as README shows them: the top of a page, in pixels that a reader sees. */
const ofReadme: Readonly<Record<string, string>> = {
  'customer-amount-zh-390': 'customer',
  'claim-approved-en-1440': 'handler',
  'decision-en-1440': 'supervisor',
}

/** People stay signed in over all passes, since codes are sent only so often. */
const visitors = new Map<string, Visitor>()

async function visitorFor(
  browser: Browser,
  api: string,
  page: ListedPage,
  claims: ShownClaims,
): Promise<Visitor> {
  const account = accountOf(page, claims)
  const known = visitors.get(account ?? '')
  if (known !== undefined) return known
  const visitor = await Visitor.open(browser, api, { language: 'zh', width: 1440 })
  if (account !== null) await signInAs(visitor, account)
  visitors.set(account ?? '', visitor)
  return visitor
}

/** Both widths of one page in one language; says what is wrong with it. */
async function look(visitor: Visitor, { name, path, follow }: ListedPage, claims: ShownClaims, into: string) {
  const made: string[] = []
  let faults = 0
  for (const width of [390, 1440]) {
    await visitor.page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    await visitor.page.goto(path(claims))
    await visitor.settled()
    if (follow !== undefined) await visitor.follow(follow)
    const picture = `${name}-${visitor.language}-${width}.png`
    const bytes = await visitor.page.screenshot({ path: join(into, picture), fullPage: true })
    await keepForReadme(picture, bytes, into)
    made.push(picture)
    const wide = await visitor.page.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    )
    const found = [
      ...visitor.faults.splice(0),
      ...(wide ? [`wider than ${width}`] : []),
      ...(await visitor.barriers()),
    ]
    faults += found.length
    process.stdout.write([join(into, picture), ...found.map((one) => `  ! ${one}`), ''].join('\n'))
  }
  return { made, faults }
}

async function keepForReadme(picture: string, bytes: Buffer, into: string): Promise<void> {
  const face = ofReadme[picture.replace(/\.png$/, '')]
  if (face === undefined || !into.endsWith('typical')) return
  const { width, height } = await sharp(bytes).metadata()
  const shown = Math.min(height, width < 700 ? 1400 : 900)
  await sharp(bytes)
    .extract({ left: 0, top: 0, width, height: shown })
    .webp({ quality: 80 })
    .toFile(join(checkoutFolder, 'docs', 'pictures', `${face}.webp`))
}

async function claimsWith(api: string, rewrite: Rewrite | undefined): Promise<ShownClaims> {
  const cast = await Cast.signIn({ api, bank: '', ...(rewrite === undefined ? {} : { rewrite }) })
  return showClaims(cast, rewrite)
}

async function pass(browser: Browser, api: string, content: Content): Promise<number> {
  const into = join(target, content)
  mkdirSync(into, { recursive: true })
  const claims = content === 'empty' ? noClaims : await claimsWith(api, await wordsOf(content, api))
  const shown = pages.filter((page) => content !== 'empty' || !page.path(noClaims).includes('none'))
  let faults = 0
  const pictures = new Map<string, string[]>()
  for (const page of shown.filter(({ as }) => content !== 'empty' || !as.startsWith('customer of'))) {
    const visitor = await visitorFor(browser, api, page, claims)
    for (const language of ['zh', 'en'] as const) {
      await visitor.page.goto(page.path(claims))
      await visitor.settled()
      await visitor.speak(language)
      const { made, faults: found } = await look(visitor, page, claims, into)
      faults += found
      for (const picture of made) {
        const kind = picture.replace(/^.*-(zh|en)-(\d+)\.png$/, '$1-$2')
        pictures.set(kind, [...(pictures.get(kind) ?? []), picture])
      }
    }
  }
  for (const [kind, ofKind] of pictures) await contactSheet(into, ofKind, `all-${kind}.webp`)
  return faults
}

const wanted = contents.filter((content) => values.only === undefined || content === values.only)
await prepareBrowser()
const product = address === undefined ? await startProduct() : undefined
const browser = await launchChromium()
try {
  const api = address ?? product?.urls.api ?? ''
  mkdirSync(join(checkoutFolder, 'docs', 'pictures'), { recursive: true })
  let faults = 0
  for (const content of wanted) {
    if (content !== 'empty' || product !== undefined) faults += await pass(browser, api, content)
  }
  process.stdout.write(`${target}: ${faults} faults\n`)
  process.exitCode = faults === 0 ? 0 : 1
} finally {
  await browser.close()
  await product?.force()
}
