import { createInstance } from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { ChecklistItem } from '../../domain/rules/vocabulary.ts'
import type { Text } from '../../domain/text.ts'
import { SampleView } from '../../web/customer/claim/samples/sample-view.tsx'
import { samples } from '../../web/customer/claim/samples/samples.tsx'
import en from '../../web/customer/texts/en.json' with { type: 'json' }
import zh from '../../web/customer/texts/zh.json' with { type: 'json' }
import { seedTable } from '../db/rules/seed-documents.ts'

/** Everything that the delivered checklists ask for, each with a name that it has there. */
const asked = new Map(
  seedTable('checklist').table.rows.map(({ gives }) => [
    gives['item'] as ChecklistItem,
    gives['label'] as unknown as Text,
  ]),
)

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('in %s', (language, customer) => {
  const words: Readonly<Record<string, string>> = customer.samplePoint
  const i18n = createInstance()

  it('there is a sample of every paper that a checklist asks for, with what must be readable', async () => {
    await i18n.use(initReactI18next).init({ lng: language, resources: { [language]: { customer } } })
    expect(asked.size).toBeGreaterThan(20)
    for (const [item, label] of asked) {
      const name = label[language]
      const view = createElement(SampleView, { item, label: { zh: name, en: name } })
      const shown = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, view))
      const drawing = /<svg[^>]*role="img"[^>]*aria-label="([^"]*)"[^>]*>(.*)<\/svg>/.exec(shown)
      expect(drawing?.[1], item).toContain(name)
      expect(drawing?.[2]?.match(/<(?:path|rect|circle)/g)?.length, item).toBeGreaterThan(3)
      expect(drawing?.[2], item).toContain('my-drawn-marked')
      const points = [...shown.matchAll(/<li>([^<]*)<\/li>/g)].map(([, point]) => point)
      expect(points, item).toEqual(samples[item].points.map((point) => words[point]))
      expect(new Set(points).size, item).toBe(points.length)
      expect(shown, item).not.toMatch(/customer:|style=/)
    }
  })
})
