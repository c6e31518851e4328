import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankAnswer } from '../../../domain/claim/bank-answer.ts'
import type { Intent, IntentStatus } from '../../../domain/claim/state.ts'
import { fen } from '../../../domain/money.ts'
import { party } from './support/people.ts'
import {
  agreed,
  answer,
  approve,
  gate,
  given,
  paid,
  pay,
  propose,
  release,
  returned,
  sheetContent,
} from './support/steps.ts'
import type { Story } from './support/story.ts'

type Word = 'paid' | 'rejected' | 'returned' | 'accepted' | 'notFound' | 'unknown'

function say(story: Story, word: Word, source: Parameters<typeof answer>[3] = 'query'): Story {
  const intent = story.intent('insured')
  const words: Readonly<Record<Word, BankAnswer>> = {
    paid: paid(story, intent),
    returned: returned(story, intent),
    rejected: { status: 'rejected', reason: 'AC04' },
    accepted: { status: 'accepted' },
    notFound: { status: 'notFound' },
    unknown: { status: 'unknown', reason: 'timeout' },
  }
  return answer(story, intent, words[word], source)
}

const released = () => release(given('payment'))
const sent = () => gate(released())
const both = { insured: 300_000, victim: 200_000 }
const changed = () => ({ newParties: [party('insured', 'insured', { payeeHash: 'another account' })] })

/** A payment in each status, reached as it is in life. */
const inStatus: Readonly<Record<IntentStatus, () => Story>> = {
  held: () => release(approve(propose(agreed(given('adjustment'), both), 'final', both))),
  ready: released,
  submitting: sent,
  unknown: () => say(sent(), 'unknown'),
  accepted: () => say(sent(), 'accepted'),
  paid: () => say(sent(), 'paid'),
  failed: () => say(sent(), 'rejected'),
  returned: () => say(say(sent(), 'paid'), 'returned'),
  suspense: () => say(say(sent(), 'paid'), 'rejected'),
  cancelled: () => released().when('changePayee', { partyId: 'insured' }, 'customer', changed()),
}

const words: readonly Word[] = ['paid', 'rejected', 'returned', 'accepted', 'notFound', 'unknown']

/** What each word makes of each status. Two words that contradict each other meet in suspense. */
const lattice: Readonly<Record<IntentStatus, readonly IntentStatus[]>> = {
  //          paid        rejected    returned    accepted     notFound     unknown
  held: ['suspense', 'suspense', 'suspense', 'held', 'held', 'held'],
  ready: ['suspense', 'suspense', 'suspense', 'ready', 'ready', 'ready'],
  submitting: ['paid', 'failed', 'returned', 'accepted', 'unknown', 'unknown'],
  unknown: ['paid', 'failed', 'returned', 'accepted', 'unknown', 'unknown'],
  accepted: ['paid', 'failed', 'returned', 'accepted', 'unknown', 'accepted'],
  paid: ['paid', 'suspense', 'returned', 'paid', 'paid', 'paid'],
  failed: ['suspense', 'failed', 'suspense', 'failed', 'failed', 'failed'],
  returned: ['returned', 'returned', 'returned', 'returned', 'returned', 'returned'],
  suspense: ['suspense', 'suspense', 'suspense', 'suspense', 'suspense', 'suspense'],
  cancelled: ['suspense', 'suspense', 'suspense', 'cancelled', 'cancelled', 'cancelled'],
}

const cells = (Object.keys(lattice) as IntentStatus[]).flatMap((from) =>
  words.map((word, place) => ({ from, word, to: lattice[from][place] })),
)

describe('the word of the bank', () => {
  it.each(cells)('$word makes $from $to', ({ from, word, to }) => {
    const story = inStatus[from]()
    expect(story.intent('insured').status).toBe(from)
    const { posted } = story.intent('insured')
    say(story, word, 'callback')
    const intent = story.intent('insured')
    expect(intent.status).toBe(to)
    // What the ledger says follows a last word, and a doubt alone moves nothing.
    expect(intent.posted).toBe(to === 'paid' || (to === 'suspense' && posted))
  })

  it('said twice or ten times changes nothing the second time', () => {
    for (const word of words) {
      const story = say(sent(), word)
      const before = story.events.length
      for (let time = 0; time < 10; time += 1) say(story, word, 'callback')
      expect(story.events.length).toBe(before)
    }
  })

  it('never flips silently: paid and rejected of one reference end in suspense, or with the money back', () => {
    const order = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(order, (said) => {
        const story = sent()
        for (const word of said) say(story, word)
        const { status } = story.intent()
        if (said.includes('paid') && said.includes('rejected'))
          expect(['suspense', 'returned']).toContain(status)
        if (story.intent().posted) expect(said).toContain('paid')
      }),
      { numRuns: 60 },
    )
  })

  it.each(['paid', 'returned'] as const)('of another amount %s goes to people', (status) => {
    const story = status === 'paid' ? sent() : say(sent(), 'paid')
    const word = { status, at: story.now, amountMinor: fen(499_999) }
    expect(answer(story, story.intent(), word).intent().suspense?.reason).toBe('amountDiffers')
  })

  it('on a submission that is not the last one says nothing', () => {
    const story = sent()
    const stale: Intent = { ...story.intent(), fence: 0 }
    answer(story, stale, { status: 'rejected', reason: 'AC04' }, 'submit')
    expect(story.intent().status).toBe('submitting')
    expect(answer(story, story.intent(), paid(story, story.intent()), 'submit').intent().status).toBe('paid')
  })

  it('that it does not know the reference counts from the first time, and from anew after it did know', () => {
    const story = say(sent(), 'notFound')
    const since = story.now
    say(say(story.later(60_000), 'unknown'), 'notFound')
    expect(story.intent().notFoundSince).toBe(since)
    expect(say(story, 'accepted').intent().notFoundSince).toBeNull()
    expect(say(story.later(60_000), 'notFound').intent().notFoundSince).toBe(story.now)
  })

  it('that it does not know the reference counts from when it was asked, not from when that is written down', () => {
    const story = say(sent(), 'notFound')
    const asked = story.now + 1000
    answer(story.later(3_600_000), story.intent(), { status: 'notFound' }, 'query', asked)
    expect(story.intent()).toMatchObject({ notFoundSince: asked - 1000, denied: false })
    expect(say(story, 'notFound').intent().denied).toBe(true)
  })

  it('that it did not know an earlier sending says nothing about the last one, but its payment does', () => {
    const story = sent()
    const earlier: Intent = { ...story.intent(), fence: story.intent().fence - 1 }
    answer(story, earlier, { status: 'notFound' })
    expect(story.intent().status).toBe('submitting')
    expect(answer(story, earlier, paid(story, story.intent())).intent().status).toBe('paid')
  })

  it('is told to the payee when the money has come, and to the customer when it has not', () => {
    const story = say(sent(), 'paid')
    expect(story.notices.at(-1)).toMatchObject({ template: 'paid', to: { partyId: 'insured' } })
    expect(say(story, 'returned').notices.at(-1)?.template).toBe('paymentProblem')
  })

  it('moves the reserve with the ledger, there and back', () => {
    const story = sent()
    expect(story.state.reserve.indemnityMinor).toBe(500_000)
    expect(say(story, 'paid').state.reserve.indemnityMinor).toBe(0)
    expect(say(story, 'returned').state.reserve.indemnityMinor).toBe(500_000)
  })
})

describe('the notice of a payment', () => {
  const after = (kinds: readonly string[]) => {
    const story = given('adjustment')
    const content = sheetContent(story, both)
    const { input, result } = content.body as { input: object; result: object }
    const recoverables = kinds.map((kind) => ({ kind, partyId: 'B', amountMinor: 100_000 }))
    story.when('saveSheet', {}, 'adjuster-1', {
      content: { ...content, body: { input, result: { ...result, recoverables } } },
    })
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    pay(pay(release(approve(propose(story, 'final', both))), 'victim'), 'insured')
    return story.notices.filter(({ template }) => template === 'paid').map(({ parameters }) => parameters)
  }

  it('asks the insured, and nobody else, to help against those who are liable (Insurance Law art. 63)', () => {
    const [victims, insureds] = after(['subrogation'])
    expect(insureds).toMatchObject({ amountMinor: 300_000, helpAsked: true })
    expect(victims).not.toHaveProperty('helpAsked')
  })

  it('asks for no help where nobody else pays any of it back', () => {
    for (const parameters of after(['salvage'])) expect(parameters).not.toHaveProperty('helpAsked')
  })
})
