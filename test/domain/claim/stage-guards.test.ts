import { describe, expect, it } from 'vitest'
import type { CommandBodies, CommandType } from '../../../domain/claim/commands.ts'
import type { Stage } from '../../../domain/claim/stages.ts'
import { surveyReport } from './support/diligent.ts'
import { given, reachable, sheetContent } from './support/steps.ts'
import type { Story } from './support/story.ts'

type Case = {
  [T in CommandType]: readonly [T, readonly Stage[], string, (story: Story) => CommandBodies[T]]
}[CommandType]

const nothing = () => ({})
const named = (story: Story) => story.sheet
const item = 'photographs' as const

/** Where each command belongs, who tries it, and with what. */
const cases: readonly Case[] = [
  ['recordFirstContact', ['report'], 'handler-1', () => ({ reached: true })],
  ['replaceContact', ['report'], 'system', nothing],
  ['sendChecklist', ['documents'], 'system', nothing],
  ['remindDocuments', ['documents'], 'system', nothing],
  [
    'reviewDocument',
    ['report', 'documents', 'acceptance'],
    'handler-1',
    () => ({ item, accepted: true, reasonCode: null }),
  ],
  ['waiveItem', ['report', 'documents'], 'handler-1', () => ({ item })],
  ['issueNotice', ['documents', 'acceptance'], 'handler-1', () => ({ items: [item], newReason: false })],
  ['runPanel', ['acceptance'], 'system', nothing],
  [
    'establishFacts',
    ['acceptance'],
    'handler-1',
    () => ({ objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: null }),
  ],
  ['acceptClaim', ['acceptance'], 'handler-1', () => ({ panelRun: 1, answers: [] })],
  [
    'rejectClaim',
    ['acceptance', 'survey', 'adjustment'],
    'handler-1',
    () => ({ check: 'peril' as const, clause: 'clause 3' }),
  ],
  ['openSurvey', ['survey'], 'system', nothing],
  ['askNextSurveyor', ['survey'], 'system', nothing],
  ['assignSurveyor', ['survey'], 'approver-1', () => ({ surveyorId: 'surveyor-1' })],
  ['saveSheet', ['adjustment', 'approval'], 'adjuster-1', nothing],
  ['proposeSheet', ['adjustment'], 'adjuster-1', named],
  ['askAgreement', ['adjustment'], 'system', nothing],
  ['agreeSheet', ['adjustment'], 'customer', named],
  ['disputeSheet', ['adjustment'], 'customer', (story) => ({ ...story.sheet, lines: ['line-1'] })],
  ['recordAgreement', ['adjustment'], 'handler-1', named],
  ['raiseAdvance', ['adjustment'], 'system', nothing],
  ['closeClaim', ['payment'], 'system', nothing],
  ['askSatisfaction', ['afterCare'], 'system', nothing],
]

const open: readonly Stage[] = reachable.filter((stage) => stage !== 'afterCare' && stage !== 'archived')

const pairs = cases.flatMap(([type, allowed, by, body]) =>
  reachable.filter((stage) => !allowed.includes(stage)).map((stage) => ({ type, stage, by, body })),
)

describe('a command belongs to its stages', () => {
  it.each(pairs)('$type is refused in $stage', ({ type, stage, by, body }) => {
    const story = given(stage)
    const code = story.refusal(type, body(story), by, { content: surveyReport })
    // Before there is an adjuster, a sheet is nobody's to propose: rights come before stages.
    const early = type === 'proposeSheet' && story.state.adjusterId === null
    expect(code).toBe(early ? 'notAssigned' : open.includes(stage) ? 'wrongStage' : 'claimClosed')
  })

  it.each(open)('a claim in %s is not reopened', (stage) => {
    expect(given(stage).refusal('reopenClaim', {}, 'handler-1')).toBe('notClosed')
  })

  it.each(['report', 'payment', 'archived'] as const)('a claim in %s is not archived', (stage) => {
    expect(given(stage).refusal('archiveClaim', {}, 'system')).toBe('wrongStage')
  })

  it.each(['afterCare', 'archived'] as const)(
    'a claim in %s takes no more papers, parties or hand-over',
    (stage) => {
      const story = given(stage)
      const document = { item, documentId: 'doc-1', contentHash: 'hash' } as const
      expect(story.refusal('receiveDocument', document, 'customer')).toBe('claimClosed')
      expect(story.refusal('addParty', {}, 'handler-1')).toBe('claimClosed')
      expect(story.refusal('reassignClaim', { toPersonId: 'handler-2' }, 'approver-1')).toBe('claimClosed')
      expect(story.refusal('withdrawClaim', {}, 'customer')).toBe('claimClosed')
    },
  )

  it('a claim that does not exist is not found, and one that exists is not registered again', () => {
    const story = given('report')
    expect(story.refusal('registerClaim', {} as never, 'customer')).toBe('alreadyDone')
  })

  it('a new figure is calculated in the stage of approval too, and leads back', () => {
    const story = given('approval')
    story.when('saveSheet', {}, 'adjuster-1', { content: sheetContent(story, { insured: 400_000 }) })
    expect(story.state.stage).toBe('adjustment')
  })
})
