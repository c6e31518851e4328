import type { Evolvers } from './evolvers.ts'
import type { ClaimState, Settlement, SheetVersion } from '../state.ts'

function changeSheet(state: ClaimState, version: number, change: Partial<SheetVersion>): ClaimState {
  return {
    ...state,
    sheets: state.sheets.map((sheet) => (sheet.version === version ? { ...sheet, ...change } : sheet)),
  }
}

function changeSettlement(
  state: ClaimState,
  id: string,
  change: (now: Settlement) => Partial<Settlement>,
): ClaimState {
  return {
    ...state,
    settlements: state.settlements.map((settlement) =>
      settlement.id === id ? { ...settlement, ...change(settlement) } : settlement,
    ),
  }
}

/** The figures and who approved them. */
export const evolveAdjustment = {
  adjusterAssigned: (state, { adjusterId }) => ({ ...state, adjusterId }),
  sheetSaved: (state, { sheet }) => ({ ...state, sheets: [...state.sheets, sheet] }),
  sheetProposed: (state, { version }, at) => changeSheet(state, version, { proposedAt: at }),
  agreementAsked: (state, { version }, at) => changeSheet(state, version, { askedAt: at }),
  sheetAnswered: (state, { version, outcome, by, lines }, at) =>
    changeSheet(state, version, { agreement: { outcome, at, by, lines } }),
  advanceRaised: (state, _data, at) => ({ ...state, advanceRaisedAt: at }),
  settlementProposed: (state, { settlement }) => ({
    ...state,
    settlements: [...state.settlements, settlement],
  }),
  settlementVoided: (state, { settlementId }) =>
    changeSettlement(state, settlementId, () => ({ state: 'void' })),
  levelOpened: (state, { settlementId, level }) =>
    changeSettlement(state, settlementId, () => ({ openLevel: level })),
  settlementDecided: (state, { settlementId, approval }) =>
    changeSettlement(state, settlementId, (now) => ({ approvals: [...now.approvals, approval] })),
  settlementReferred: (state, { settlementId, approval, levels }) =>
    changeSettlement(state, settlementId, (now) => ({ approvals: [...now.approvals, approval], levels })),
  settlementApproved: (state, { settlementId }) =>
    changeSettlement(state, settlementId, () => ({ state: 'approved' })),
  settlementReturned: (state, { settlementId }) =>
    changeSettlement(state, settlementId, () => ({ state: 'returned' })),
  settlementRejected: (state, { settlementId }) =>
    changeSettlement(state, settlementId, () => ({ state: 'rejected' })),
} satisfies Partial<Evolvers>
