import { expect, it, vi } from 'vitest'
import { SheetPrintPage } from '../../../web/staff/claim/print/sheet-print-page.tsx'
import { claimQuery, type ClaimView } from '../../../web/staff/claim/queries.ts'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

it('paper bears the day, with its year, on which what stands on it was read', async () => {
  const text = await shown({
    page: SheetPrintPage,
    path: '/claims/$claimId/sheets/$version',
    address: '/claims/C1/sheets/1',
    known: (queries) =>
      queries.setQueryData(claimQuery('C1').queryKey, { claim: { sheets: [] } } as unknown as ClaimView, {
        updatedAt: Date.parse('2024-03-09T10:30:00+08:00'),
      }),
  })
  expect(text).toContain('截至 2024年3月9日 周六 10:30')
})
