import { describe, expect, it, vi } from 'vitest'
import { settlementPages, wordsOf } from './settlement-view.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

/** What asks for a second look, by page. */
async function flagsOn(told: Parameters<typeof settlementPages>[0]) {
  const pages = Object.entries(await settlementPages(told))
  return pages.map(([page, text]) => {
    const [, list = ''] = /<ul class="se-flags">(.*?)<\/ul>/.exec(text) ?? []
    const flags = list.split('<li').slice(1)
    return {
      page,
      flags: flags.map((flag) => wordsOf(`<li${flag}`).trim()),
      calm: text.includes('无特别提示'),
    }
  })
}

const onBoth = (flags: readonly string[]) =>
  ['decision', 'release'].map((page) => ({ page, flags, calm: flags.length === 0 }))

describe('the flags of a settlement', () => {
  it('are the same where it is approved and where its money is let go', async () => {
    expect(await flagsOn({ claim: { injury: true, thirdParty: true } })).toEqual(
      onBoth(['人伤', '涉及第三者']),
    )
  })

  it('are said to be none, and not left out', async () => {
    expect(await flagsOn({})).toEqual(onBoth([]))
  })
})
