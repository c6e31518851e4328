import type { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { type WaitingTask, type WaitingView, waitingQuery } from '../../../web/staff/settlement/queries.ts'
import { ToDecidePage } from '../../../web/staff/supervisor/to-decide/to-decide-page.tsx'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const task = {} as WaitingTask
const counts = { mine: 0, mineDueToday: 0, team: 0, unassigned: 0 }

/** Answers of the views that have one. */
const page = async (answers: Partial<Record<WaitingView, { tasks: WaitingTask[]; next: string | null }>>) =>
  shown({
    page: ToDecidePage,
    known: (queries: QueryClient) => {
      for (const [view, answer] of Object.entries(answers)) {
        const { queryKey } = waitingQuery('decideApproval', view as WaitingView)
        queries.setQueryData(queryKey, { pages: [{ ...answer, counts }], pageParams: [null] })
      }
    },
  })
const none = { tasks: [], next: null }
const nothingWaits = '没有等待核赔的案件'
const nothingForMe = '没有指派给您的核赔'
const showTeam = '查看本机构全部'

describe('where nothing waits for the reader', () => {
  it('nothing is said of the others before it is known', async () => {
    const text = await page({ mine: none })
    expect(text).toContain(nothingForMe)
    expect(text).not.toContain(nothingWaits)
    expect(text).not.toContain('件等待核赔')
    expect(text).not.toContain(showTeam)
  })

  it.each([
    [{ tasks: [task, task], next: null }, '本机构有2件等待核赔'],
    [{ tasks: [task, task], next: 'more' }, '本机构有2+件等待核赔'],
  ])('what waits for others is counted, and a button leads there', async (team, count) => {
    const text = await page({ mine: none, team })
    expect(text).toContain(nothingForMe)
    expect(text).toContain(count)
    expect(text).toMatch(new RegExp(`<button[^>]*>${showTeam}</button>`))
  })

  it('nothing waits at all where the others have nothing either', async () => {
    const text = await page({ mine: none, team: none })
    expect(text).toContain(nothingWaits)
    expect(text).not.toContain(nothingForMe)
  })
})
