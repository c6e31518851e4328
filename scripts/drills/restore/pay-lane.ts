/** The pay lane after a restore, as finance sees and opens it. */
import type { Colleague } from '../../demo/cast.ts'
import { Refused } from '../../demo/http-client.ts'
import { type AtHand, until } from '../at-hand.ts'
import type { Verdict } from '../verdict.ts'
import { checkReopening } from './judgement.ts'

interface Lane {
  readonly pausedAt: string | null
  readonly pausedReason: string | null
  readonly unknownPayments: number
  readonly owedStatements: number
}

export async function payLane({ cast }: AtHand): Promise<Lane> {
  return cast.any('finance').http.get<Lane>('/pay-lane')
}

export async function bankAnswers(at: AtHand): Promise<void> {
  await until('the bank to answer for everything', async () => {
    const { unknownPayments, owedStatements } = await payLane(at)
    return unknownPayments + owedStatements === 0
  })
}

/** The code of the refusal; null when it was taken. */
export async function refusalOfReopening({ http }: Colleague): Promise<string | null> {
  try {
    await http.post('/pay-lane/reopening')
    return null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.code
  }
}

/** What is released meanwhile has to be answered for first, so the first of them may have to try again. */
async function proposeReopening(one: Colleague): Promise<void> {
  await until('the bank to have answered for what was released meanwhile', async () => {
    const refusal = await refusalOfReopening(one)
    if (refusal !== null && refusal !== 'intentOpen') throw new Error(`Reopening was refused: ${refusal}.`)
    return refusal === null
  })
}

/** Refused once is once too few: the same person again is no second one. */
export async function reopenByTwo({ cast }: AtHand, verdict: Verdict): Promise<void> {
  const [one, other] = cast.all('finance')
  if (one === undefined || other === undefined) throw new Error('Two people of finance are needed.')
  await proposeReopening(one)
  const refusal = await refusalOfReopening(one)
  const afterOne = await one.http.get<Lane>('/pay-lane')
  const afterTwo = await other.http.post<Lane>('/pay-lane/reopening')
  checkReopening(verdict, {
    refusal,
    openAfterOne: afterOne.pausedAt === null,
    openAfterTwo: afterTwo.pausedAt === null,
  })
}
