/** A claim on a desk: the one next step is pressed, its form is filled in and sent. */
import type { Page } from 'playwright-core'
import type { Language, Visitor } from '../../scripts/browser/visitor.ts'
import { signedIn } from './support.ts'

export const formOf = (page: Page) => page.locator('.cl-opened')

/** Presses the one primary button once it is this one, so that the form is open. */
export async function next(page: Page, action: string): Promise<void> {
  await page.locator('.cl-moves .lp-main-button', { hasText: new RegExp(`^${action}$`) }).click()
}

/** Sends the open form; it goes away when it has taken effect. */
export async function send(page: Page, action: string): Promise<void> {
  await formOf(page).getByRole('button', { name: action, exact: true }).click()
  await formOf(page).waitFor({ state: 'detached' })
}

/** A desk of its own for a person, at the claim. */
export async function deskOf(account: string, claimId: string, language: Language = 'zh'): Promise<Visitor> {
  const worker = await signedIn(account, { language, width: 1440 })
  await worker.page.goto(`/staff/claims/${claimId}`)
  return worker
}
