/** What the journeys stand on: one product and one browser for all of them, and people who sign in. */
import type { Browser } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { launchChromium } from '../../scripts/browser/chromium.ts'
import type { SignedIn } from '../../scripts/demo/cast.ts'
import type { Session } from '../../scripts/demo/http-client.ts'
import { Visitor, type VisitorOptions } from '../../scripts/browser/visitor.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product of the journeys answers. */
    journeysApi: string
    /** The staff of the demonstration, signed in once for all journeys. */
    journeysCast: readonly SignedIn[]
  }
}

/** Lives as long as its process, through all files that this one plays: a start costs two seconds of a processor. */
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

/** In which somebody of the staff has signed in today already; undefined for others. */
export function sessionOf(account: string | null): Session | undefined {
  return inject('journeysCast').find((one) => one.account === account)?.session
}

/** A browser of somebody of the staff in their session; it shows nothing yet. */
export async function signedIn(account: string, options: VisitorOptions): Promise<Visitor> {
  const session = sessionOf(account)
  if (session === undefined) throw new Error(`Nobody of the staff signs in as ${account}.`)
  const opened = await visitor(options)
  await opened.resume(session)
  return opened
}
