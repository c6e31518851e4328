import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountOf, pages, type ShownClaims } from '../../scripts/browser/pages.ts'
import { showClaims } from '../../scripts/browser/shown-claims.ts'
import { signInAs } from '../../scripts/browser/sign-in-as.ts'
import { openCast } from './handler-cast.ts'
import { cameToBe, listener, planting } from './markup/planting.ts'
import { sessionOf } from './support.ts'

let claims: ShownClaims

beforeAll(async () => {
  const api = inject('journeysApi')
  const { rewrite } = await planting(api)
  claims = await showClaims(openCast(rewrite), rewrite)
}, 240_000)

const phone = 390
const desk = 1440
/** Controls on which the browser writes in its own language, whatever that of the page is. */
const inTheBrowsersWords = `[...document.querySelectorAll('input')].filter((input) =>
  ['date', 'datetime-local', 'time', 'file'].includes(input.type) && !input.closest('.lp-moment, .lp-file')).length`
/** What a telephone shows of a table without saying what it is: a button names itself, a cell of a whole row needs no name. */
const bareValues = `[...document.querySelectorAll('table.lp-stacked td:not([data-label], [colspan])')].filter((cell) =>
  cell.textContent.trim() !== '' && cell.querySelector('button') === null).map((cell) => cell.textContent)`
const other = { zh: 'en', en: 'zh' } as const

describe('every page', () => {
  it.each([...new Set(pages.map(({ as }) => as))])(
    'that %s sees puts up no barrier and runs nothing that was typed, in both languages, on a phone and on a desk',
    async (as) => {
      const reader = await listener({ language: 'zh', width: phone })
      const own = pages.filter((page) => page.as === as)
      const account = own[0] === undefined ? null : accountOf(own[0], claims)
      const session = sessionOf(account)
      if (session !== undefined) await reader.resume(session)
      else if (account !== null) await signInAs(reader, account)

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
      for (const { name, path, follow } of own) {
        await reader.go(path(claims))
        if (follow !== undefined) await reader.follow(follow)
        expect(await cameToBe(reader), name).toEqual([])
        expect(await reader.page.evaluate(inTheBrowsersWords), `${name} speaks the browser's language`).toBe(
          0,
        )
        await at(name, phone)
        expect(await reader.page.evaluate(bareValues), `${name} shows bare values`).toEqual([])
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
