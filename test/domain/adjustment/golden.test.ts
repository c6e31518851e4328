import { describe, expect, it } from 'vitest'
import { cases, work, workings } from './golden-workings.ts'
import { yuan } from './sheet-inputs.ts'

describe('golden cases, to the fen', () => {
  it('has a working for every case', () => {
    expect(cases).toHaveLength(21)
    expect(Object.keys(workings)).toEqual(cases.map(({ id }) => id))
  })

  it.each(cases)('$id: $rule', (golden) => {
    const { worked } = work(golden)
    const wanted = Object.entries(golden.expected).map(([name, amount]) => [name, yuan(amount)])
    expect(worked).toEqual(Object.fromEntries(wanted))
  })
})
