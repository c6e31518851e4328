import { describe, expect, it } from 'vitest'
import { agreed, answer, approve, gate, given, paid, pay, propose, release } from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, minute } from './support/world.ts'

const both = { insured: 300_000, victim: 200_000 }
const twoPayees = () => release(approve(propose(agreed(given('adjustment'), both), 'final', both)))
const grace = 10 * minute

const doubt = (story: Story, since = story.now) => story.when('doubtPayments', { since }, 'system')
const statuses = ({ state }: Story) => state.intents.map(({ status }) => status)

/** The bank says again and again that it knows nothing, until its grace is over. */
function deny(story: Story, partyId?: string): Story {
  const notFound = { status: 'notFound' } as const
  answer(story, story.intent(partyId), notFound)
  return answer(story.later(grace), story.intent(partyId), notFound)
}

const resend = (story: Story, partyId?: string) =>
  story.refusal('gatePayment', { intentId: story.intent(partyId).id, resend: true }, 'system')

describe('a restore', () => {
  it('makes every payment unknown that is not final, whether it was held, ready or with the bank', () => {
    expect(statuses(twoPayees())).toEqual(['ready', 'held'])
    expect(statuses(doubt(twoPayees()))).toEqual(['unknown', 'unknown'])
    const sent = gate(release(given('payment')))
    expect(statuses(doubt(sent))).toEqual(['unknown'])
    const accepted = answer(sent, sent.intent(), { status: 'accepted' })
    expect(statuses(doubt(accepted))).toEqual(['unknown'])
  })

  it('leaves alone what is final, and what people have in hand', () => {
    const arrived = pay(release(given('payment')))
    expect(doubt(arrived).last?.events).toEqual([])
    const contradicted = answer(arrived, arrived.intent(), { status: 'rejected', reason: 'AC04' })
    expect(statuses(doubt(contradicted))).toEqual(['suspense'])
  })

  it('forgets what the bank has denied before: it has to say so again', () => {
    const story = deny(doubt(release(given('payment'))))
    expect(story.intent().denied).toBe(true)
    expect(doubt(story).intent()).toMatchObject({ denied: false, notFoundSince: null })
    expect(resend(story)).toBe('intentNotSendable')
  })
})

describe('a payment that a restore has made doubtful', () => {
  it('is paid when the bank says so, and is sent nowhere', () => {
    const story = doubt(release(given('payment')))
    expect(resend(story)).toBe('intentNotSendable')
    answer(story, story.intent(), paid(story, story.intent()))
    expect(story.intent()).toMatchObject({ status: 'paid', posted: true, fence: 0 })
  })

  it('is sent under its own reference once the bank has denied it for longer than its grace', () => {
    const story = deny(doubt(release(given('payment'))))
    gate(story, story.intent(), true)
    expect(story.last?.reply).toMatchObject({ sendable: true, fence: 1 })
  })

  it('is given to people when the restored instant is older than the window of the bank', () => {
    const story = release(given('payment'))
    const since = story.now
    deny(doubt(story.later(2 * day), since))
    gate(story, story.intent(), true)
    expect(story.intent().suspense?.reason).toBe('dedupWindowOver')
  })

  it('still waits for the third party who comes first', () => {
    const story = doubt(twoPayees())
    deny(story, 'insured')
    expect(resend(story, 'insured')).toBe('thirdPartyFirst')
    deny(story, 'victim')
    gate(story, story.intent('victim'), true)
    const victim = story.intent('victim')
    answer(story, victim, paid(story, victim))
    gate(story, story.intent('insured'), true)
    expect(story.last?.reply).toMatchObject({ sendable: true })
  })
})

describe('a payment that is released again because a restore has lost it', () => {
  it('has the reference that it had, by which the bank knows it', () => {
    const first = release(given('payment')).intent().ref
    const again = release(given('payment').with({ lostPayments: true })).intent()
    expect(again.ref).toBe(first)
    expect(again.status).toBe('unknown')
  })

  it('has another one than the payment that it replaces, or that another payee gets', () => {
    const story = gate(release(given('payment')))
    answer(story, story.intent(), { status: 'rejected', reason: 'AC04' })
    const { id, amountMinor } = story.intent()
    release(approve(propose(story, 'repayment', { insured: amountMinor }, id)))
    const refs = [...story.state.intents, ...twoPayees().state.intents].map(({ ref }) => ref)
    expect(new Set(refs).size).toBe(4)
  })

  it('is asked about first, even one that would have been held', () => {
    const story = approve(propose(agreed(given('adjustment'), both), 'final', both))
    release(story.with({ lostPayments: true }))
    expect(statuses(story)).toEqual(['unknown', 'unknown'])
    expect(resend(story, 'victim')).toBe('intentNotSendable')
  })
})

describe('money that the bank has paid under a lost reference', () => {
  const suspended = () => gate(release(given('payment')).with({ strayPayment: true }))

  it('stops a payment of the same amount until two people have looked', () => {
    const story = suspended()
    expect(story.intent()).toMatchObject({ status: 'suspense', suspense: { reason: 'strayPayment' } })
    expect(story.last?.reply).toMatchObject({ sendable: false })
  })

  it('does not stop what they ask to be paid all the same', () => {
    const story = suspended()
    const { id, amountMinor } = story.intent()
    for (const person of ['finance-1', 'finance-2'])
      story.when('resolveSuspense', { intentId: id, outcome: 'failed' }, person)
    gate(release(approve(propose(story, 'repayment', { insured: amountMinor }, id))))
    expect(story.last?.reply).toMatchObject({ sendable: true })
  })
})
