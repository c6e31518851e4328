/** One person with two accounts, who tries to be two people. */
import { setTimeout as sleep } from 'node:timers/promises'
import { HttpClient } from '../../demo/http-client.ts'
import { Person } from '../people/person.ts'
import type { Stage } from './stage.ts'

const logins = ['tang.jie', 'tang.jie.mobile'] as const
const password = 'Lipei-Approver-01'

interface Waiting {
  readonly claimId: string
  readonly settlementId: string
  readonly hash: string
  readonly level: number
}

const people = new WeakMap<Stage, Promise<readonly Person[]>>()

async function signIn({ api, rules }: Stage): Promise<readonly Person[]> {
  return Promise.all(
    logins.map(async (login) => {
      const http = await new HttpClient(api).signInStaff(login, password)
      const me = await http.get<{ accountId: string; personId: string }>('/me')
      return new Person(http, { ...me, role: 'approver', limitMinor: 20_000_000 }, rules)
    }),
  )
}

/** Decides the first level with the one account and the second with the other, before anybody else does. */
export async function approveTwice(stage: Stage): Promise<void> {
  const accounts = people.get(stage) ?? signIn(stage)
  people.set(stage, accounts)
  const signedIn = await accounts
  for (const { claimId, settlementId, hash, level } of await waiting(stage)) {
    await signedIn[level - 1]?.perform({
      type: 'decideSettlement',
      method: 'POST',
      path: `/claims/${claimId}/settlements/${settlementId}/decisions`,
      claimId,
      body: { level, decision: 'approve', hash },
    })
  }
  await sleep(50)
}

async function waiting({ database }: Stage): Promise<readonly Waiting[]> {
  const { rows } = await database.query<Waiting>(
    `select c.id as "claimId", s ->> 'id' as "settlementId", s ->> 'hash' as hash, (s ->> 'openLevel')::int as level
     from claims c, jsonb_array_elements(c.state -> 'settlements') s
     where s ->> 'state' = 'pending' and (s ->> 'openLevel')::int = jsonb_array_length(s -> 'approvals') + 1
       and jsonb_array_length(s -> 'levels') = 2`,
  )
  return rows
}
