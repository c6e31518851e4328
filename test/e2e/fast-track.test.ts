import { expect, it } from 'vitest'
import { signedIn } from './support.ts'

it('a supervisor sees the limits, sets the sample, stops the fast track and opens it again', async () => {
  const supervisor = await signedIn('feng.xue', { language: 'en', width: 1440 })
  const { page } = supervisor
  await page.goto('/staff')
  await page.getByRole('link', { name: 'Fast track' }).click()
  await page.getByText('The fast track is on', { exact: true }).waitFor()
  await page.getByRole('cell', { name: 'No more than 3,000 yuan is asked for.' }).waitFor()
  await page.getByRole('cell', { name: 'The policy is within the limits of number and amount.' }).waitFor()

  const share = page.getByLabel('Share to be drawn (%)')
  const before = Number(await share.inputValue())
  await share.fill('100.01')
  await page.getByText('From 0 to 100, at most two decimals').waitFor()
  await share.fill(String(before + 1.25))
  await page.getByRole('button', { name: 'Set the share' }).click()
  await page.getByText(`${before + 1.25}% of the claims`).waitFor()
  await share.fill(String(before))
  await page.getByRole('button', { name: 'Set the share' }).click()
  await page.getByText(`${before}% of the claims`).waitFor()

  // Others use the product meanwhile: what the page sends is caught, and answered as the API would.
  let open = true
  const sent: unknown[] = []
  await page.route('**/fast-track', async (route) => {
    const request = route.request()
    if (request.resourceType() === 'document') return route.continue()
    if (request.method() === 'POST') {
      const body = request.postDataJSON() as { open: boolean }
      sent.push(body)
      open = body.open
    }
    const now = { open, sampleBasisPoints: 500, sampleSeed: 'seed', reason: open ? 'resumed' : 'incident' }
    const setting = { ...now, setBy: null, setByName: null, setAt: '2026-03-09T10:30:00+08:00' }
    return route.fulfill({ status: 200, json: { ...setting, history: [setting] } })
  })
  const stop = page.getByRole('button', { name: 'Stop the fast track' })
  expect(await stop.isDisabled()).toBe(true)
  const why = await page.getByLabel('Reason', { exact: true }).getAttribute('aria-describedby')
  expect(await page.locator(`[id="${why}"]`).textContent()).toBe('Choose a reason to stop it.')
  expect(await stop.getAttribute('aria-describedby')).toBe(why)
  await page.getByLabel('Reason', { exact: true }).selectOption('incident')
  await stop.click()
  await page.getByText('The fast track is off: people settle every claim', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Switch the fast track on' }).click()
  await page.getByText('The fast track is on', { exact: true }).waitFor()
  expect(sent).toEqual([
    { open: false, reason: 'incident' },
    { open: true, reason: 'resumed' },
  ])
  expect(await supervisor.barriers()).toEqual([])
})
