import { describe, expect, it } from 'vitest'
import { differences, Verdict } from '../../../scripts/drills/verdict.ts'

function verdict() {
  const said: string[] = []
  return { said, verdict: new Verdict('trial', (text) => said.push(text)) }
}

describe('the verdict of a drill', () => {
  it('does not hold when nothing was checked', () => {
    expect(verdict().verdict.holds).toBe(false)
  })

  it('does not hold when a check had nothing to look at', () => {
    const { verdict: judged } = verdict()
    judged.check('payments are made once', 3, [])
    judged.check('claims are listed', 0, [])
    expect(judged.holds).toBe(false)
    expect(judged.written.checks[1]?.faults).toEqual(['nothing was there to be checked'])
  })

  it('does not hold for one fault among checks that hold', () => {
    const { verdict: judged } = verdict()
    judged.check('payments are made once', 3, ['P1 was made twice'])
    judged.check('claims are listed', 4, [])
    expect(judged.holds).toBe(false)
    expect(judged.table()).toMatch(/payments are made once +3 +1\nclaims are listed +4 +0\n/)
    expect(judged.table()).toContain('The trial drill FAILS: 1 of 2 checks')
  })

  it('holds when everything that was looked at is as it has to be, and says with which figures', () => {
    const { verdict: judged } = verdict()
    judged.check('payments are made once', 3, [])
    judged.figure('age of the backup (s)', 601)
    expect(judged.holds).toBe(true)
    expect(judged.written).toMatchObject({
      format: 'lipei.drill/1',
      drill: 'trial',
      holds: true,
      figures: { 'age of the backup (s)': 601 },
      checks: [{ what: 'payments are made once', checked: 3, faults: [] }],
    })
    expect(judged.table()).toMatch(/age of the backup \(s\) +601\nThe trial drill holds: 1 checks/)
  })

  it('shows the first faults at once and counts the others', () => {
    const { verdict: judged, said } = verdict()
    judged.check('payments are made once', 7, ['1', '2', '3', '4', '5', '6', '7'])
    expect(said.map((line) => line.trim())).toEqual([
      '✗ payments are made once (7)',
      '1',
      '2',
      '3',
      '4',
      '5',
      'and 2 more',
    ])
  })
})

describe('differences', () => {
  it('are what is missing and what nobody expected', () => {
    expect(differences('claim', ['a', 'b'], ['b', 'c'])).toEqual([
      'claim c is missing',
      'claim a was not expected',
    ])
    expect(differences('claim', ['a', 'b'], ['b', 'a'])).toEqual([])
  })
})
