import { useState } from 'react'
import type { LossCause } from '../../../domain/rules/vocabulary.ts'
import { type Account, noAccount } from '../claim/account-fields.tsx'
import type { Position } from './map-shift.ts'

/** What is asked to be settled at once, as it was typed. */
export interface FastTrackAsk {
  /** An amount each. */
  readonly receipts: readonly string[]
  readonly agreed: string
  readonly declared: boolean
  /** Empty when it is to follow later. */
  readonly account: Account
}

export const emptyAsk: FastTrackAsk = { receipts: [''], agreed: '', declared: false, account: noAccount }

/** A report as far as it is filled in. */
export interface Draft {
  readonly policyId: string | null
  readonly cause: LossCause | null
  /** As the field holds it, in the insurer's zone: `2026-03-09T10:30`. */
  readonly lossAt: string
  readonly placeText: string
  readonly place: Position | null
  readonly hurt: 'nobody' | 'injury' | 'death' | null
  readonly thirdParty: boolean | null
  readonly narrative: string
  readonly fastTrack: FastTrackAsk | null
}

export const emptyDraft: Draft = {
  policyId: null,
  cause: null,
  lossAt: '',
  placeText: '',
  place: null,
  hurt: null,
  thirdParty: null,
  narrative: '',
  fastTrack: null,
}

const keptAs = (personId: string) => `lipei.report.2.${personId}`

/** A bank account is typed again rather than left on the telephone. */
function withoutAccount(draft: Draft): Draft {
  const { fastTrack } = draft
  return fastTrack === null ? draft : { ...draft, fastTrack: { ...fastTrack, account: noAccount } }
}

function keptDraft(personId: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs(personId)) ?? '{}') as Partial<Draft>
    return { ...emptyDraft, ...kept }
  } catch {
    return emptyDraft
  }
}

export function isBegun(draft: Draft): boolean {
  return draft.cause !== null || draft.narrative !== '' || draft.placeText !== ''
}

/** Kept on the telephone with every touch, each person's for themselves, until it is sent or thrown away. */
export function useDraft(personId: string) {
  const [draft, setDraft] = useState(() => keptDraft(personId))
  const fill = (filled: Partial<Draft>) => {
    const next = { ...draft, ...filled }
    setDraft(next)
    localStorage.setItem(keptAs(personId), JSON.stringify(withoutAccount(next)))
  }
  return [draft, fill] as const
}

export function forgetDraft(personId: string): void {
  localStorage.removeItem(keptAs(personId))
}

/** `2026-03-09T10:30` in the insurer's zone, so many minutes ago. */
export function localTime(minutesAgo: number): string {
  return new Date(Date.now() + (8 * 60 - minutesAgo) * 60_000).toISOString().slice(0, 16)
}
