import { describe, expect, it } from 'vitest'
import { newestFigure } from '../../../web/staff/claim/header/newest-figure.ts'

const sheet = (version: number, payableMinor: number) => ({ version, payableMinor })
const settlement = (kind: string, sheetVersion: number, amountMinor: number, state = 'approved') => ({
  kind,
  sheetVersion,
  amountMinor,
  state,
})
const intent = (amountMinor: number, status = 'paid') => ({ amountMinor, status })

const figureOf = (
  sheets: readonly object[],
  settlements: readonly object[] = [],
  intents: readonly object[] = [],
) => newestFigure({ sheets, settlements, intents } as never)

describe('what a claim comes to, as far as it is known', () => {
  it('is only its estimate before anything is calculated', () => {
    expect(figureOf([])).toBeUndefined()
  })

  it('is what the newest sheet says until that is approved', () => {
    const calculated = { kind: 'calculated', minor: 500 }
    expect(figureOf([sheet(1, 400), sheet(2, 500)])).toEqual(calculated)
    expect(figureOf([sheet(1, 500)], [settlement('final', 1, 500, 'pending')])).toEqual(calculated)
    expect(figureOf([sheet(1, 500)], [settlement('advance', 1, 100)], [intent(100)])).toEqual(calculated)
  })

  it('is what was approved, advances included, until all of it is paid', () => {
    const settlements = [settlement('advance', 1, 100), settlement('final', 1, 400)]
    const figure = (...intents: readonly object[]) => figureOf([sheet(1, 500)], settlements, intents)
    expect(figure()).toEqual({ kind: 'approved', minor: 500 })
    expect(figure(intent(100), intent(400, 'failed'))).toEqual({ kind: 'approved', minor: 500 })
    expect(figure(intent(100), intent(400))).toEqual({ kind: 'paid', minor: 500 })
  })

  it('counts a repayment once', () => {
    const settlements = [settlement('final', 1, 500), settlement('repayment', 1, 500)]
    const intents = [intent(500, 'returned'), intent(500)]
    expect(figureOf([sheet(1, 500)], settlements, intents)).toEqual({ kind: 'paid', minor: 500 })
  })

  it('is calculated anew where a claim that was paid is reopened', () => {
    const sheets = [sheet(1, 500), sheet(2, 700)]
    expect(figureOf(sheets, [settlement('final', 1, 500)], [intent(500)])).toEqual({
      kind: 'calculated',
      minor: 700,
    })
  })
})
