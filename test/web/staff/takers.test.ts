import { describe, expect, it } from 'vitest'
import { takers } from '../../../web/staff/board/takers.ts'

type Loaded = Parameters<typeof takers>[0][number]

const handler = (personId: string, branchId: string | null, changed: Partial<Loaded> = {}): Loaded => ({
  personId,
  displayName: personId,
  capacity: 10,
  roles: [{ role: 'handler', branchId }],
  away: false,
  disabled: false,
  tasks: 0,
  elsewhere: 0,
  holding: 0,
  late: 0,
  today: 0,
  contact: 0,
  ...changed,
})

const names = (people: readonly Loaded[], branches: readonly string[]) =>
  takers(people, branches).map(({ personId }) => personId)

describe('who can take claims over', () => {
  it('works as a handler in the branch of every one of them', () => {
    const people = [
      handler('north', 'N'),
      handler('everywhere', null),
      handler('adjuster', null, { roles: [{ role: 'adjuster', branchId: null }] }),
    ]
    expect(names(people, ['N'])).toEqual(['north', 'everywhere'])
    expect(names(people, ['N', 'S'])).toEqual(['everywhere'])
  })

  it('is neither on leave nor without an account', () => {
    const people = [handler('away', null, { away: true }), handler('gone', null, { disabled: true })]
    expect(names(people, ['N'])).toEqual([])
  })

  it('comes first with most room, counting the work elsewhere', () => {
    const people = [
      handler('full', null, { tasks: 9 }),
      handler('busy elsewhere', null, { tasks: 1, elsewhere: 7 }),
      handler('free', null, { tasks: 2 }),
      handler('no capacity', null, { capacity: 0, tasks: 3 }),
    ]
    expect(names(people, ['N'])).toEqual(['free', 'busy elsewhere', 'full', 'no capacity'])
  })
})
