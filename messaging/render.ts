import type { NoticeTemplate } from '../domain/claim/notices.ts'
import type { Text } from '../domain/text.ts'
import { accepted, proposal, rejection, settlementDecision } from './templates/decision.ts'
import { checklist, reminder, supplement } from './templates/documents.ts'
import { delay, reopened, satisfaction, withdrawn } from './templates/course.ts'
import type { NoticeFacts, Template } from './templates/facts.ts'
import { paid, paymentProblem } from './templates/payment.ts'
import { acknowledgement, contactChanged, message } from './templates/report.ts'
import { surveyOffered, surveyorAssigned } from './templates/survey.ts'

/** Templates whose text is rendered when they are sent; a one-time code has its text from the beginning. */
export type RenderedTemplate = Exclude<NoticeTemplate, 'oneTimeCode'>

const templates: Readonly<Record<RenderedTemplate, Template>> = {
  acknowledgement,
  contactChanged,
  checklist,
  reminder,
  supplement,
  accepted,
  rejection,
  surveyorAssigned,
  surveyOffered,
  proposal,
  settlementDecision,
  paid,
  paymentProblem,
  withdrawn,
  reopened,
  satisfaction,
  delay,
  message,
}

export function isRendered(template: string): template is RenderedTemplate {
  return Object.hasOwn(templates, template)
}

/** The words of a notice in both languages, with the sender's name that carriers ask for in front. */
export function renderNotice(template: RenderedTemplate, facts: NoticeFacts): Text {
  const { zh, en } = templates[template](facts)
  return { zh: `【Lipei 理赔】${zh}`, en: `[Lipei] ${en}` }
}

/** One message carries both languages: no preference is kept, and a notice that cannot be read has told nothing. */
export function inBothLanguages({ zh, en }: Text): string {
  return `${zh}\n${en}`
}
