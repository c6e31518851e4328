import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { pages, type ShownClaims } from '../../scripts/browser/pages.ts'
import { showClaims } from '../../scripts/browser/shown-claims.ts'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import { closeBrowser, visitor } from './support.ts'

let claims: ShownClaims

beforeAll(async () => {
  claims = await showClaims(inject('journeysApi'))
})
afterAll(closeBrowser)

const phone = 390
const desk = 1440
const other = { zh: 'en', en: 'zh' } as const

describe('every page', () => {
  it.each([...new Set(pages.map(({ as }) => as))])(
    'that %s sees puts up no barrier, in both languages, on a phone and on a desk',
    async (as) => {
      const reader = await visitor({ language: 'zh', width: phone })
      await signInAs(reader, as)

      async function at(name: string, width: number): Promise<void> {
        await reader.page.setViewportSize({ width, height: 900 })
        const scrolls = await reader.page.evaluate<boolean>(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        )
        expect(scrolls, `${name} ${reader.language} is wider than ${width}`).toBe(false)
      }
      const looks = async (name: string, width: number) =>
        expect(await reader.barriers(), `${name} ${reader.language} ${width}`).toEqual([])

      // Barriers lie in a language or in a width, seldom in a pair of them: two of the four looks find them.
      for (const { name, path } of pages.filter((page) => page.as === as)) {
        await reader.page.goto(path(claims))
        await reader.settled()
        await at(name, phone)
        await looks(name, phone)
        await at(name, desk)
        await reader.speak(other[reader.language])
        await reader.settled()
        await at(name, desk)
        await looks(name, desk)
        await at(name, phone)
      }
    },
  )
})
