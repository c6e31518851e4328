import { readFileSync } from 'node:fs'
import type { Language } from '../../scripts/browser/visitor.ts'

interface Texts {
  readonly [name: string]: string | Texts
}

const folders = {
  staff: 'staff',
  claim: 'staff/claim',
  blocks: 'blocks',
  customer: 'customer',
  'sign-in': 'sign-in',
} as const

/** What the pages say in a language, by the keys of their texts, for a journey that is made in both. */
export function wordsOf(language: Language) {
  const areas = new Map(
    Object.entries(folders).map(([area, folder]) => {
      const file = new URL(`../../web/${folder}/texts/${language}.json`, import.meta.url)
      return [area, JSON.parse(readFileSync(file, 'utf8')) as Texts]
    }),
  )
  return (key: string, filling: Readonly<Record<string, string | number>> = {}): string => {
    const [area = '', names = ''] = key.split(':')
    let found: string | Texts | undefined = areas.get(area)
    for (const name of names.split('.')) found = typeof found === 'object' ? found[name] : undefined
    if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${language}.`)
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(filling[name]))
  }
}
