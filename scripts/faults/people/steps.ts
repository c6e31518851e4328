/** What a claim waits for that people do, stage by stage, up to the sheet. */
import { createHash } from 'node:crypto'
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { ClaimFile, ClaimView, Step } from './claim-file.ts'
import { adjustmentSteps, approvalSteps, paymentSteps } from './money-steps.ts'
import { paper } from './papers.ts'
import type { Operation } from './person.ts'

const withdrawnShare = 0.03
const surveyDeclinedShare = 0.15
const reassignedShare = 0.04
const photographedShare = 0.1

/** Everything that can be done now; nothing while the workflow has its turn. */
export async function stepsOf(file: ClaimFile, view: ClaimView): Promise<readonly Step[]> {
  const { claim } = view
  switch (claim.stage) {
    case 'report':
      return firstContact(file, claim)
    case 'documents':
      return documents(file, claim)
    case 'acceptance':
      return acceptance(file, claim)
    case 'survey':
      return survey(file, claim)
    case 'adjustment':
      return adjustmentSteps(file, view)
    case 'approval':
      return approvalSteps(file, claim)
    case 'payment':
      return paymentSteps(file, view)
    case 'afterCare':
    case 'archived':
      return []
  }
}

function firstContact(file: ClaimFile, { contactId }: ClaimState): readonly Step[] {
  const contact = file.office.find(contactId)
  if (contact === undefined) return []
  if (file.random.chance(withdrawnShare)) {
    return [{ by: file.customer, operation: file.on('withdrawClaim', '/withdrawal', { note: '不再索赔。' }) }]
  }
  const body = { reached: true, note: '已电话联系客户。' }
  return [{ by: contact, operation: file.on('recordFirstContact', '/first-contact', body) }]
}

async function documents(file: ClaimFile, { contactId, checklist }: ClaimState): Promise<readonly Step[]> {
  const contact = file.office.find(contactId)
  if (file.random.chance(reassignedShare)) return [reassignment(file)]
  const wanted = checklist.filter(
    ({ need, state }) => need === 'required' && (state === 'wanted' || state === 'refused'),
  )
  const reviews = checklist
    .filter(({ state }) => state === 'received')
    .map(({ item }) => file.on('reviewDocument', '/documents/reviews', { item, accepted: true }))
  const next = wanted.length === 0 ? null : file.random.pick(wanted).item
  return [
    ...(next === null ? [] : [{ by: file.customer, operation: await upload(file, next) }]),
    ...(contact === undefined ? [] : reviews.map((operation) => ({ by: contact, operation }))),
  ]
}

function reassignment(file: ClaimFile): Step {
  const toPersonId = file.random.pick(file.office.all('handler')).id
  const by = file.random.pick(file.office.all('approver'))
  return { by, operation: file.on('reassignClaim', '/reassignment', { toPersonId, note: '均衡工作量。' }) }
}

async function upload(file: ClaimFile, item: string): Promise<Operation> {
  const { bytes, mediaType, name } = await paper(item, file.random.chance(photographedShare))
  return {
    ...file.on('receiveDocument', '/documents'),
    args: { item, contentHash: createHash('sha256').update(bytes).digest('hex') },
    form: () => {
      const form = new FormData()
      form.set('item', item)
      form.set('channel', 'upload')
      form.set('file', new Blob([bytes], { type: mediaType }), name)
      return form
    },
  }
}

function acceptance(file: ClaimFile, { contactId, facts, panel, panelDue }: ClaimState): readonly Step[] {
  const contact = file.office.find(contactId)
  if (contact === undefined || panel === null || panelDue) return []
  if (facts.objectInsured === null) {
    const established = { objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: 'none' }
    return [{ by: contact, operation: file.on('establishFacts', '/coverage-facts', established) }]
  }
  const answers = panel.lines.filter(({ result }) => result === 'refer').map(({ check }) => check)
  const body = { panelRun: panel.run, answers, note: '已逐项核实。' }
  return [{ by: contact, operation: file.on('acceptClaim', '/acceptance', body) }]
}

function survey(file: ClaimFile, claim: ClaimState): readonly Step[] {
  const { offers, surveyorId, exhausted } = claim.survey
  const surveyor = file.office.find(surveyorId)
  if (surveyor !== undefined) return [{ by: surveyor, operation: surveyWork(file, claim) }]
  if (exhausted) return assignment(file)
  const asked = file.office.find(offers.find(({ answer }) => answer === null)?.surveyorId ?? null)
  if (asked === undefined) return []
  const declines = file.random.chance(surveyDeclinedShare)
  const operation = declines
    ? file.on('declineSurvey', '/survey/refusal', { note: '今日已满。' })
    : file.on('acceptSurvey', '/survey/acceptance', {})
  return [{ by: asked, operation }]
}

/** When all have said no, the supervisor sends somebody. */
function assignment(file: ClaimFile): readonly Step[] {
  const surveyorId = file.random.pick(file.office.all('surveyor')).id
  const by = file.random.pick(file.office.all('approver'))
  return [{ by, operation: file.on('assignSurveyor', '/survey/assignment', { surveyorId }) }]
}

function surveyWork(file: ClaimFile, { survey: { reportVersion } }: ClaimState): Operation {
  if (file.surveyReport !== undefined && reportVersion === null) {
    const { surveyReport } = file
    // If it is refused, somebody else has saved another one: that is looked at anew.
    file.surveyReport = undefined
    return file.on('submitSurveyReport', '/survey/report/submission', surveyReport)
  }
  const body = {
    findings: '现场痕迹与报案所述一致。',
    conclusion: '属实，建议按实际损失核定。',
    causeAgrees: true,
    statements: [{ by: 'insured', text: '事故经过如报案所述。' }],
  }
  return file.on('saveSurveyReport', '/survey/report', body, 'PUT')
}
