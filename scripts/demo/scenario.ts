import type { Cast } from './cast.ts'
import { Story } from './story.ts'
import type { Contract } from './policies.ts'

/** How a claim has to end, and what its people are paid in fen. */
export interface Expected {
  readonly outcome: 'paid' | 'rejected' | 'withdrawn'
  readonly paidMinor: number
}

export interface Scenario {
  readonly title: string
  /** Where the figures come from. */
  readonly source: string
  readonly contract: Contract
  readonly expected: Expected
  readonly play: (story: Story) => Promise<void>
}

/** What a scenario has done, for the table and for the checks at the end. */
export interface Played {
  readonly scenario: Scenario
  readonly story: Story
}

const branchCode = '3101'

export async function play(cast: Cast, scenario: Scenario): Promise<Played> {
  const story = await Story.begin(cast, scenario.title, scenario.contract, branchCode)
  await scenario.play(story)
  return { scenario, story }
}
