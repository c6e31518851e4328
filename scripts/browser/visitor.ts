/** Somebody before a browser of their own, whose faults are written down. */
import axe from 'axe-core'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import type { Session } from '../demo/http-client.ts'

export type Language = 'zh' | 'en'

export interface VisitorOptions {
  readonly language: Language
  readonly width: number
  readonly height?: number
  /** Is shown around, as at a first sign-in. */
  readonly isNew?: boolean
  /** Whose browser keeps the pages for an opening without network; nobody else's, for what it answers is not seen. */
  readonly keepsPages?: boolean
}

interface Violation {
  readonly id: string
  readonly impact?: string | null
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** A page that has asked for nothing so long has all that it wants; milliseconds. */
const quietFor = 250
const quietWithin = 15_000
/** A heading that was left and still stands when nothing was asked for so long stays for good; milliseconds. */
const keptAfter = 1000

/** Text in the button that signs in. */
const signIn: Readonly<Record<Language, string>> = { zh: '登录', en: 'Sign in' }

/** Runs in the page; the console is where its faults are listened for. */
const reportPolicyViolations = {
  content: `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error('content-security policy: ' + violatedDirective + ' ' + blockedURI))`,
}

/** What the page keeps of a sign-in: without it, it does not ask who is there. */
const wasSignedIn = { content: "localStorage.setItem('lipei.signed-in', 'yes')" }
const wasHereBefore = { content: "localStorage.setItem('lipei.tour', 'never')" }

/**
 * True when the face goes on to the address by itself. The heading that is left stays until the next page has what
 * it needs; a sign-in under way goes somewhere of its own.
 */
const goWithin = (path: string) => `(() => {
  const to = ${JSON.stringify(path)}
  const here = location.pathname.replace(/\\/$/, '')
  if (here === to || here.endsWith('/sign-in') || here.split('/')[1] !== to.split('/')[1]) return false
  document.querySelector('h1')?.setAttribute('data-left', '')
  history.pushState(null, '', to)
  return true
})()`

export class Visitor {
  readonly page: Page
  language: Language
  /** Errors of the console, uncaught exceptions, and reports of the content-security policy. */
  readonly faults: string[] = []
  readonly #api: string
  readonly #context: BrowserContext
  readonly #expected: RegExp[] = []
  /** Asked for by the page and not answered yet. */
  readonly #asked = new Set<Request>()
  #answeredAt = 0

  private constructor(api: string, context: BrowserContext, page: Page, language: Language) {
    this.#api = api
    this.#context = context
    this.page = page
    this.language = language
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(message.text())
    })
    page.on('pageerror', (error) => this.#note(String(error)))
    page.on('request', (request) => this.#asked.add(request))
    const answered = (request: Request) => {
      this.#asked.delete(request)
      this.#answeredAt = Date.now()
    }
    page.on('requestfinished', answered)
    page.on('requestfailed', answered)
  }

  static async open(
    browser: Browser,
    api: string,
    { language, width, height = 900, isNew = false, keepsPages = false }: VisitorOptions,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      locale: locales[language],
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height },
      hasTouch: width < 700,
      reducedMotion: 'reduce',
      baseURL: api,
      serviceWorkers: keepsPages ? 'allow' : 'block',
    })
    context.setDefaultTimeout(15_000)
    await context.addInitScript(reportPolicyViolations)
    if (!isNew) await context.addInitScript(wasHereBefore)
    return new Visitor(api, context, await context.newPage(), language)
  }

  #note(text: string): void {
    if (!this.#expected.some((pattern) => pattern.test(text))) this.faults.push(text)
  }

  /** From now on this belongs to the journey, as the 409 of somebody who comes second. */
  expectFault(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  async signInStaff(account: string, password: string): Promise<void> {
    await this.page.goto('/staff/sign-in')
    await this.page.locator('input[autocomplete=username]').fill(account)
    await this.page.locator('input[autocomplete=current-password]').fill(password)
    await this.#enter()
    await this.page.locator('.st-header').waitFor()
  }

  async signInCustomer(phone: string): Promise<void> {
    const known = new Set((await this.#messages(phone)).map(({ id }) => id))
    await this.page.goto('/my/sign-in')
    await this.page.locator('input[type=tel]').fill(phone)
    await this.page.locator('button[type=submit]').click()
    await this.page.locator('input[autocomplete=one-time-code]').fill(await this.#code(phone, known))
    await this.#enter()
    await this.page.locator('.my-header').waitFor()
  }

  /** Goes on in a session that was begun elsewhere; no page is opened yet. */
  async resume({ cookie }: Session): Promise<void> {
    const cookies = cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return { name, value, url: this.#api, httpOnly: true, sameSite: 'Strict' as const }
    })
    await this.#context.addCookies(cookies)
    await this.#context.addInitScript(wasSignedIn)
  }

  /** Switches the language of the page by its own button. */
  async speak(language: Language): Promise<void> {
    if (language === this.language) return
    await this.page.getByRole('button', { name: language === 'zh' ? '中文' : 'English', exact: true }).click()
    this.language = language
  }

  async #enter(): Promise<void> {
    await this.page.getByRole('button', { name: signIn[this.language], exact: true }).click()
  }

  async #messages(phone: string) {
    const response = await fetch(`${this.#api}/outbox.json?phone=${phone}`)
    return ((await response.json()) as { messages: readonly { id: string; text: string }[] }).messages
  }

  async #code(phone: string, known: ReadonlySet<string>): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const fresh = (await this.#messages(phone)).filter(({ id }) => !known.has(id))
      // A notice that arrives meanwhile has digits too, those of its case number.
      const code = fresh.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).find((one) => one !== undefined)
      if (code !== undefined) return code
      await sleep(100)
    }
    throw new Error(`No code arrived for ${phone}.`)
  }

  /** What axe finds serious or critical on the page as it stands, one line a finding. */
  async barriers(): Promise<readonly string[]> {
    // As long as the page is not loaded anew, it still has it.
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(axe.source)
    const violations = await this.page.evaluate<readonly Violation[]>(
      'axe.run(document, { resultTypes: ["violations"], preload: false }).then(({ violations }) => violations)',
    )
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
      )
  }

  /** Waits until the page is there and nothing is loaded or loading any more. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor()
    await this.#quiet()
    await this.page.locator('main > .lp-loading, #root > .lp-loading').waitFor({ state: 'detached' })
  }

  async #quiet(length = quietFor, since = 0): Promise<void> {
    const until = Date.now() + quietWithin
    while (this.#asked.size > 0 || Date.now() - Math.max(this.#answeredAt, since) < length) {
      if (Date.now() > until)
        throw new Error(`Not answered: ${[...this.#asked].map((request) => request.url()).join(', ')}`)
      await sleep(20)
    }
  }

  /** Goes to a page as a link would: without loading its face anew, if that is the one before them. */
  async go(path: string): Promise<void> {
    const within = await this.page.evaluate<boolean>(goWithin(path))
    if (!within || (await this.#keepsHeading())) await this.page.goto(path)
    await this.settled()
  }

  /** Waits for the next page. Two addresses of one page may share their heading: then nothing tells when it is there. */
  async #keepsHeading(): Promise<boolean> {
    const next = this.page.locator('h1:not([data-left])')
    await Promise.race([next.first().waitFor(), this.#quiet(keptAfter, Date.now())])
    return (await next.count()) === 0
  }

  /** Goes on by the first such link, to a page whose address is not known before. */
  async follow(link: string): Promise<void> {
    await this.go((await this.page.locator(link).first().getAttribute('href')) ?? '')
  }

  async close(): Promise<void> {
    await this.#context.close()
  }
}
