import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Rules of the law that decide cover or amount, with the test whose title cites the article. */
const articles: readonly (readonly [rule: string, file: string, cited: string])[] = [
  ['exclusions need disclosure', 'domain/claim/acceptance', 'art. 17'],
  ['an advance after sixty days', 'domain/claim/adjustment', 'art. 25'],
  ['nothing for the inflated part', 'domain/adjustment/sheet', 'Insurance Law art. 27'],
  ['value and average', 'domain/adjustment/property/property', 'art. 55'],
  ['double insurance', 'domain/adjustment/property/property', 'art. 56'],
  ['rescue cost of property', 'domain/adjustment/property/property', 'art. 57'],
  ['rescue cost of a vehicle', 'domain/adjustment/motor/own-damage', 'Insurance Law art. 57'],
  ['salvage', 'domain/adjustment/motor/own-damage', 'Insurance Law art. 59'],
  ['subrogation', 'domain/adjustment/subrogation', 'art. 60'],
  ['survey cost', 'domain/adjustment/sheet', 'Insurance Law art. 64'],
  ['the third party first', 'domain/claim/adjustment', 'art. 65'],
  ['to whom liability is owed', 'domain/adjustment/liability/liability', 'Insurance Law art. 65'],
  ['drunk, unlicensed, stolen, intended', 'domain/adjustment/motor/compulsory', 'regulation art. 22'],
  ['persons paid with recourse', 'domain/adjustment/motor/compulsory', 'interpretation art. 15'],
  ['several vehicles', 'domain/adjustment/motor/compulsory', 'art. 18'],
  ['software never rejects', 'domain/claim/fast-track', 'Personal Information Protection Law, article 24'],
  ['the amount is agreed to', 'domain/claim/fast-track', 'Insurance Law, article 23'],
  ['several victims', 'domain/adjustment/motor/compulsory', 'interpretation art. 19'],
]

/** Titles of tests and of their groups. */
const titles = (file: string): string[] => {
  const text = readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8')
  return [...text.matchAll(/\b(?:it|describe)(?:\.each\([^;]*?\))?\(\s*(['"`])(.*?)\1,/gs)].map(
    (found) => found[2] ?? '',
  )
}

describe('an article of the law that decides cover or amount', () => {
  it.each(articles)('%s has its test in %s, citing %s', (_rule, file, cited) => {
    const exact = new RegExp(`${cited.replaceAll('.', '\\.')}(?![0-9])`)
    expect(titles(file).some((title) => exact.test(title))).toBe(true)
  })
})
