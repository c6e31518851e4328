import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { Moment, type MomentKind } from '../../web/blocks/moment.tsx'

afterEach(() => void vi.useRealTimers())

it.each([
  ['date', '2026-11-24', '2026年11月24日 周二'],
  ['datetime-local', '2026-11-24T18:00', '2026年11月24日 周二 18:00'],
  ['time', '18:00', '18:00'],
] as const)(
  'what a field holds as %s is written with its year in that year too',
  (type: MomentKind, value, said) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-28T12:00:00+08:00') })
    const text = renderToStaticMarkup(createElement(Moment, { type, value, readOnly: true }))
    expect(text).toContain(`data-held="true">${said}<`)
  },
)
