import { describe, expect, it } from 'vitest'
import { eventWords } from '../../../web/staff/claim/event-words.ts'

const t = (key: string, filling: Readonly<Record<string, string | number>> = {}) =>
  key === 'claim:about'
    ? `${filling['what']}: ${filling['about']}`
    : [key, ...Object.values(filling)].join(' ')
const say = ({ en }: { readonly en: string }) => en
const label = { zh: '驾驶证', en: 'Driving licence' }
const checklist = [
  {
    item: 'drivingLicence',
    need: 'required',
    label,
    condition: null,
    original: false,
    state: 'accepted',
    documentIds: [],
    reviewedBy: null,
    refusedFor: null,
  },
] as unknown as Parameters<typeof eventWords>[1]

const words = (type: string, data: object = {}, toStage: 'payment' | null = null) =>
  eventWords({ type, data, toStage } as Parameters<typeof eventWords>[0], checklist, t, say)

describe('an event in words', () => {
  it('is its name alone where there is nothing more to say', () => {
    expect(words('claimAccepted')).toBe('claim:event.claimAccepted')
  })

  it.each([
    ['documentReceived', { item: 'drivingLicence' }, 'Driving licence'],
    [
      'documentReviewed',
      { item: 'drivingLicence', state: 'refused' },
      'Driving licence · claim:itemState.refused',
    ],
    ['reserveRevised', { part: 'expense', from: 0, to: 30_000 }, 'claim:reserve.expense ¥0.00 → ¥300.00'],
    ['levelOpened', { level: 2 }, 'settlement:chain.level 2'],
    ['settlementDecided', { approval: { level: 1 } }, 'settlement:chain.level 1'],
    ['surveyNeedAssessed', { reason: { zh: '远程', en: 'Remote.' } }, 'Remote.'],
    [
      'sheetAnswered',
      { version: 3, outcome: 'disputed' },
      'claim:sheet.version 3 · claim:agreementState.disputed',
    ],
    ['intentAnswered', { status: 'paid' }, 'claim:intent.paid'],
    ['claimClosed', { outcome: 'rejected' }, 'claim:outcome.rejected'],
  ])('%s says what came of it', (type, data, about) => {
    expect(words(type, data)).toBe(`claim:event.${type}: ${about}`)
  })

  it('calls the first reserve set, not revised', () => {
    const opening = { part: 'expense', from: 0, to: 30_000, reason: 'opened' }
    expect(words('reserveRevised', opening)).toBe('claim:event.reserveSet: claim:reserve.expense ¥300.00')
  })

  it('names the stage that was entered, and no level that a referral takes back', () => {
    expect(words('stageEntered', {}, 'payment')).toBe('claim:event.stageEntered: blocks:stage.payment')
    expect(words('levelOpened', { level: 0 })).toBe('claim:event.levelOpened')
  })
})
