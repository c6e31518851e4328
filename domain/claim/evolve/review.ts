import type { Evolvers } from './evolvers.ts'
import type { ChecklistLine, ClaimState, SupplementNotice } from '../state.ts'

function changeItem(
  state: ClaimState,
  item: string,
  change: (line: ChecklistLine) => ChecklistLine,
): ClaimState {
  return { ...state, checklist: state.checklist.map((line) => (line.item === item ? change(line) : line)) }
}

function changeNotice(state: ClaimState, id: string, change: Partial<SupplementNotice>): ClaimState {
  return {
    ...state,
    notices: state.notices.map((notice) => (notice.id === id ? { ...notice, ...change } : notice)),
  }
}

/** Documents, acceptance and survey. */
export const evolveReview = {
  checklistSent: (state, { remindAt }, at) => ({ ...state, checklistSentAt: at, remindAt }),
  documentsReminded: (state, { remindAt }) => ({ ...state, remindAt }),
  documentReceived: (state, { item, documentId }) =>
    changeItem(state, item, (line) => ({
      ...line,
      state: 'received',
      refusedFor: null,
      documentIds: [...line.documentIds, documentId],
    })),
  documentReviewed: (state, data) =>
    changeItem(state, data.item, (line) => ({ ...line, state: data.state, refusedFor: data.reasonCode })),
  evidenceReceived: (state, _data, at) => ({ ...state, evidenceReceivedAt: at }),
  noticeIssued: (state, { notice }) => ({ ...state, notices: [...state.notices, notice] }),
  noticeDelivered: (state, { noticeId, deliveredAt }) => changeNotice(state, noticeId, { deliveredAt }),
  supplementReceived: (state, { noticeId }, at) => changeNotice(state, noticeId, { answeredAt: at }),

  factsEstablished: (state, facts) => ({ ...state, facts, panelDue: true }),
  panelRun: (state, panel) => ({ ...state, panel, panelDue: false }),
  claimAccepted: (state) => state,
  claimRejected: (state, { check, clause, letterId }) => ({
    ...state,
    rejection: { check, clause, letterId, letterDeliveredAt: null },
  }),
  letterDelivered: (state, { deliveredAt }) =>
    state.rejection === null
      ? state
      : { ...state, rejection: { ...state.rejection, letterDeliveredAt: deliveredAt } },

  surveyNeedAssessed: (state, need) => ({ ...state, survey: { ...state.survey, need } }),
  surveyorAsked: (state, { offer }) => ({
    ...state,
    survey: { ...state.survey, offers: [...state.survey.offers, offer], exhausted: false },
  }),
  surveyOfferAnswered: (state, { surveyorId, answer }) => ({
    ...state,
    survey: {
      ...state.survey,
      surveyorId: answer === 'accepted' ? surveyorId : state.survey.surveyorId,
      offers: state.survey.offers.map((offer) =>
        offer.surveyorId === surveyorId && offer.answer === null ? { ...offer, answer } : offer,
      ),
    },
  }),
  surveyorsExhausted: (state) => ({ ...state, survey: { ...state.survey, exhausted: true } }),
  surveyReportSaved: (state) => state,
  surveyReportSubmitted: (state, { version }) => ({
    ...state,
    survey: { ...state.survey, reportVersion: version },
  }),
} satisfies Partial<Evolvers>
