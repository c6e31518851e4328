import type { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { PeoplePage } from '../../../web/staff/administration/people/people-page.tsx'
import { CalendarsPage } from '../../../web/staff/administration/calendars/calendars-page.tsx'
import { calendarsQuery } from '../../../web/staff/administration/queries.ts'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const calendar = (version: string, effectiveFrom: string, ...holidays: readonly string[]) => ({
  version,
  effectiveFrom,
  holidays: [...holidays],
  makeUpDays: [],
  opensMinute: 540,
  closesMinute: 1080,
})
const page = async (...calendars: readonly ReturnType<typeof calendar>[]) =>
  shown({
    page: CalendarsPage,
    known: (queries) => queries.setQueryData(calendarsQuery.queryKey, [...calendars]),
  })

const over = calendar('over', '2000-01-01T00:00:00+08:00', '2001-01-01')

it('the calendars are shown with a warning once the days that the one in force names are over', async () => {
  expect(await page(over)).toContain('工作日历已于2001年12月31日到期')
})

it('the warning leads to the calendars from the page of the people, and nowhere from their own', async () => {
  const known = (queries: QueryClient) => queries.setQueryData(calendarsQuery.queryKey, [over])
  const people = await shown({ page: PeoplePage, role: 'administrator', known })
  const warning = (text: string) => /<p class="ad-note ad-warning".*?<\/p>/.exec(text)?.[0]
  expect(warning(people)).toMatch(/<a href="\/calendars"[^>]*>查看工作日历<\/a>/)
  expect(warning(await page(over))).not.toContain('<a')
})

it('the calendars are shown where a version that names no days follows', async () => {
  const until2098 = calendar('until-2098', '2000-01-01T00:00:00+08:00', '2098-01-01')
  const text = await page(calendar('weekends', '2098-06-01T00:00:00+08:00'), until2098)
  expect(text).toContain('weekends')
  expect(text).not.toContain('ad-warning')
})

it('a calendar of one year names it once, one of several the first and the last', async () => {
  const text = await page(calendar('two', '2001-12-01T00:00:00+08:00', '2002-01-01', '2003-01-01'), over)
  expect(text).toContain('列有2001年的放假')
  expect(text).toContain('列有2002年至2003年的放假')
})
