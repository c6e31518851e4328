import { describe, expect, it } from 'vitest'
import { lines } from '../../../domain/policy/terms.ts'
import { checkText, insuredText } from '../../../web/staff/claim/insured-person.ts'
import en from '../../../web/staff/claim/texts/en.json' with { type: 'json' }

const person = { accident: true, health: true } as Readonly<Record<string, boolean>>

describe('on lines that insure a person', () => {
  it.each(lines)('nothing is damaged, on others nobody is asked for: %s', (line) => {
    const words = person[line] === true ? 'person' : 'object'
    for (const key of [checkText(line, 'insuredObject'), insuredText(line)]) {
      const [, area = '', name = ''] = /^claim:(\w+)\.(\w+)$/.exec(key) ?? []
      const texts = en as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>
      expect(texts[area]?.[name]?.toLowerCase()).toContain(words)
    }
    expect(checkText(line, 'peril')).toBe('claim:check.peril')
  })
})
