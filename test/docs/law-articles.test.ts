import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Rules of the law that decide cover or amount, with the test whose title cites the article. */
const articles: readonly (readonly [rule: string, file: string, cited: string])[] = [
  // Insurance Law
  ['exclusions need disclosure', 'domain/claim/acceptance', 'Insurance Law art. 17'],
  ['the amount is agreed to', 'domain/claim/fast-track', 'Insurance Law, article 23'],
  ['what is agreed is owed within ten days', 'domain/claim/adjustment', 'Insurance Law art. 23'],
  ['late payment owes the loss', 'domain/adjustment/late-damages', 'Insurance Law art. 23'],
  ['late payment, through the API', 'api/calculations', 'Insurance Law art. 23'],
  ['a rejection names its clause', 'domain/claim/acceptance', 'Insurance Law art. 24'],
  ['an advance after sixty days', 'domain/claim/adjustment', 'Insurance Law art. 25'],
  ['the limitation bars nothing by itself', 'domain/claim/acceptance', 'Insurance Law art. 26'],
  ['the limitation, through the API', 'api/claims/course', 'Insurance Law art. 26'],
  ['nothing for the inflated part', 'domain/adjustment/sheet', 'Insurance Law art. 27'],
  ['value and average', 'domain/adjustment/property/property', 'Insurance Law art. 55'],
  ['what is over-insured', 'domain/adjustment/property/property', 'art. 55'],
  ['double insurance', 'domain/adjustment/property/property', 'art. 56'],
  ['rescue cost of property', 'domain/adjustment/property/property', 'art. 57'],
  ['rescue cost of a vehicle', 'domain/adjustment/motor/own-damage', 'Insurance Law art. 57'],
  ['salvage', 'domain/adjustment/motor/own-damage', 'Insurance Law art. 59'],
  ['subrogation', 'domain/adjustment/subrogation', 'Insurance Law art. 60'],
  ['a right that was waived', 'domain/adjustment/subrogation', 'Insurance Law art. 61'],
  ['a right that was waived, through the API', 'api/calculations', 'Insurance Law art. 61'],
  ['family and household', 'domain/adjustment/subrogation', 'Insurance Law art. 62'],
  ['family and household, through the API', 'api/calculations', 'Insurance Law art. 62'],
  ['the insured helps', 'domain/claim/bank-answers', 'Insurance Law art. 63'],
  ['survey cost', 'domain/adjustment/sheet', 'Insurance Law art. 64'],
  ['no insured before the third party', 'domain/claim/adjustment', 'Insurance Law art. 65'],
  ['the third party first', 'domain/claim/payment', 'Insurance Law art. 65'],
  ['to whom liability is owed', 'domain/adjustment/liability/liability', 'Insurance Law art. 65'],
  ['the cost of the dispute', 'domain/adjustment/liability/liability', 'Insurance Law art. 66'],
  // Compulsory motor
  ['limits by day of loss', 'domain/adjustment/wordings/wordings', 'compulsory motor regulation art. 23'],
  ['limits without fault', 'domain/adjustment/motor/compulsory', 'compulsory motor regulation art. 23'],
  ['drunk, unlicensed, stolen, intended', 'domain/adjustment/motor/compulsory', 'regulation art. 22'],
  ['persons paid with recourse', 'domain/adjustment/motor/compulsory', 'interpretation art. 15'],
  ['several vehicles', 'domain/adjustment/motor/compulsory', 'art. 18'],
  ['several victims', 'domain/adjustment/motor/compulsory', 'interpretation art. 19'],
  ['before commercial cover', 'domain/adjustment/motor/compulsory', 'Road Traffic Safety Law art. 76'],
  // Automated decisions
  ['software never rejects', 'domain/claim/fast-track', 'Personal Information Protection Law, article 24'],
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
