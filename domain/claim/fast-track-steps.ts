import type { CommandBodies, CommandType } from './commands.ts'
import { softwareId } from './software.ts'
import { nextLevel } from './stages/approval.ts'
import { missingItems } from './stages/documents.ts'
import { isReleasable } from './stages/settled.ts'
import type { ClaimState } from './state.ts'

/** A command of the fast track: a decision of the software, or the stage's own work that comes before one. */
export type AutomaticStep = {
  readonly [T in CommandType]: {
    readonly type: T
    readonly body: CommandBodies[T]
    readonly by: 'software' | 'system'
  }
}[CommandType]

const decide = <T extends CommandType>(type: T, body: CommandBodies[T]) =>
  ({ type, body, by: 'software' }) as unknown as AutomaticStep
const prepare = <T extends CommandType>(type: T, body: CommandBodies[T]) =>
  ({ type, body, by: 'system' }) as unknown as AutomaticStep

/** What is next on the fast track, from the claim as it stands; null when software has nothing to do with it. */
export function nextAutomatic(state: ClaimState): AutomaticStep | null {
  const { fastTrack, stage } = state
  if (fastTrack?.standing === 'asked') return isComplete(state) ? decide('tryFastTrack', {}) : null
  if (fastTrack?.standing !== 'running') return null
  if (stage === 'documents') return decide('passDocuments', {})
  if (stage === 'acceptance') return accepting(state)
  if (stage === 'survey') return state.survey.need === null ? prepare('openSurvey', {}) : null
  if (stage === 'adjustment') return adjusting(state)
  if (stage === 'approval') return approving(state)
  return stage === 'payment' ? releasing(state) : null
}

/** All that the check looks at has come: it would only find something missing before. */
function isComplete(state: ClaimState): boolean {
  const early = ['report', 'documents', 'acceptance'].includes(state.stage)
  const payee = state.parties.some(({ role, payeeHash }) => role === 'insured' && payeeHash !== null)
  return early && payee && missingItems(state).length === 0
}

function accepting({ panel, panelDue }: ClaimState): AutomaticStep {
  if (panel === null || panelDue) return prepare('runPanel', {})
  return decide('acceptClaim', { panelRun: panel.run, answers: [] })
}

function adjusting({ sheets, parties }: ClaimState): AutomaticStep | null {
  const sheet = sheets.at(-1)
  if (sheet === undefined || sheet.authorId !== softwareId) return decide('saveSheet', {})
  const named = { sheetVersion: sheet.version, sheetHash: sheet.hash }
  if (sheet.proposedAt === null) return decide('proposeSheet', named)
  if (sheet.agreement === null) return decide('recordAgreement', named)
  const insured = parties.find(({ role }) => role === 'insured')
  if (insured === undefined) return null
  const payees = [{ partyId: insured.id, amountMinor: sheet.payableMinor }]
  return decide('proposeSettlement', { ...named, kind: 'final', payees, replacesIntent: null })
}

function approving({ settlements }: ClaimState): AutomaticStep | null {
  const pending = settlements.find((one) => one.state === 'pending')
  if (pending === undefined) return null
  const { id: settlementId, hash, openLevel } = pending
  const level = nextLevel(pending)
  if (openLevel < level) return prepare('openLevel', { settlementId })
  return decide('decideSettlement', { settlementId, level, decision: 'approve', hash, clause: null })
}

function releasing(state: ClaimState): AutomaticStep | null {
  const approved = state.settlements.find((one) => isReleasable(state, one))
  return approved === undefined
    ? null
    : decide('releasePayments', { settlementId: approved.id, hash: approved.hash })
}
