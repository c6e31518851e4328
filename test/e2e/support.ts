/** What the journeys stand on: one product and one browser for all of them, and people who sign in. */
import type { Browser } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { launchChromium } from '../../scripts/browser/chromium.ts'
import { Visitor, type VisitorOptions } from '../../scripts/browser/visitor.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product of the journeys answers. */
    journeysApi: string
  }
}

let browser: Promise<Browser> | undefined

/** Somebody with a browser of their own until the end of the test; faults that they met fail it. */
export async function visitor(options: VisitorOptions): Promise<Visitor> {
  browser ??= launchChromium()
  const opened = await Visitor.open(await browser, inject('journeysApi'), options)
  onTestFinished(async () => {
    await opened.close()
    if (opened.faults.length > 0) throw new Error(`The browser reports:\n${opened.faults.join('\n')}`)
  })
  return opened
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}
