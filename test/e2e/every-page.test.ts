import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { customerWithClaim, pages } from '../../scripts/browser/pages.ts'
import { reportClaim } from '../../scripts/browser/reported-claim.ts'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import { closeBrowser, visitor } from './support.ts'

let claimId: string

beforeAll(async () => {
  claimId = await reportClaim(inject('journeysApi'), customerWithClaim)
})
afterAll(closeBrowser)

describe('every page', () => {
  it.each([...new Set(pages.map(({ as }) => as))])(
    'that %s sees puts up no barrier, in both languages, on a phone and on a desk',
    async (as) => {
      const reader = await visitor({ language: 'zh', width: 1440 })
      await signInAs(reader, as)
      for (const language of ['zh', 'en'] as const) {
        await reader.speak(language)
        for (const { name, path } of pages.filter((page) => page.as === as)) {
          for (const width of [390, 1440]) {
            await reader.page.setViewportSize({ width, height: 900 })
            await reader.page.goto(path(claimId))
            await reader.settled()
            expect(await reader.barriers(), `${name} ${language} ${width}`).toEqual([])
            const scrolls = await reader.page.evaluate<boolean>(
              'document.documentElement.scrollWidth > document.documentElement.clientWidth',
            )
            expect(scrolls, `${name} is wider than ${width}`).toBe(false)
          }
        }
      }
    },
  )
})
