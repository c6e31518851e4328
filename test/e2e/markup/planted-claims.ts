/** Claims that between them have been through every command in which somebody writes, all of it filled by the cast. */
import { randomUUID } from 'node:crypto'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import type { Cast, Colleague } from '../../../scripts/demo/cast.ts'
import { claimBefore, decisions } from '../../../scripts/demo/small-claim.ts'
import type { Story } from '../../../scripts/demo/story.ts'
import { payloads } from './payloads.ts'
import { words } from './words.ts'

/** The thread of a claim with everything that is planted, said by both sides: whoever reads it meets each of them. */
async function wholeThread(story: Story): Promise<void> {
  const messages = ['']
  for (const payload of payloads) {
    const last = messages.at(-1) ?? ''
    if (last.length + payload.length < 3900) messages[messages.length - 1] = `${last}\n${payload}`
    else messages.push(payload)
  }
  const { http } = await story.contact()
  for (const [index, message] of messages.entries()) {
    const { status } = await (index % 2 === 0 ? story.customer : http).postOnce(
      story.path('/messages'),
      { message: message.trim() },
      randomUUID(),
    )
    if (status !== 201) throw new Error(`A message was answered with ${status}.`)
  }
}

async function inDocuments(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'documents')
  const { http } = await story.contact()
  const [one, other] = (await story.view()).checklist.filter(({ need }) => need === 'required')
  await http.post(story.path('/documents/reviews'), {
    item: one?.item,
    accepted: false,
    reasonCode: 'illegible',
  })
  await http.post(story.path('/waivers'), { item: other?.item, note: words })
  await http.post(story.path('/notices'), { items: [one?.item], note: words })
  await http.post(story.path('/parties'), {
    parties: [{ role: 'victim', name: '李雷', phone: '13900000000' }],
  })
  await http.post(story.path('/sensitive-views'), { reason: words })
  await http.post(story.path('/reserve'), {
    indemnityMinor: 400_000,
    expenseMinor: 0,
    reason: 'newFacts',
    note: words,
  })
  await story.customer.post(story.path('/messages'), { message: words })
  await wholeThread(story)
  const supervisor = cast.approver(0, new Set())
  const contact = await story.contact()
  const next = cast.all('handler').find(({ personId }) => personId !== contact.personId)
  await supervisor.http.post(story.path('/reassignment'), { toPersonId: next?.personId, note: words })
  return story
}

async function inSurvey(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'survey')
  const asked = async (not?: Colleague) => {
    const { survey } = await story.until('an offer', (claim) =>
      claim.survey.offers.some(({ answer, surveyorId }) => answer === null && surveyorId !== not?.personId),
    )
    return cast.person(survey.offers.findLast(({ answer }) => answer === null)?.surveyorId ?? '')
  }
  const first = await asked()
  await first.http.post(story.path('/survey/refusal'), { note: words })
  const second = await asked(first)
  await second.http.post(story.path('/survey/acceptance'), { note: words })
  const supervisor = cast.approver(0, new Set())
  await supervisor.http.post(story.path('/survey/assignment'), { surveyorId: first.personId, note: words })
  const documents = await first.http.get<{ documents: readonly { documentId: string }[] }>(
    story.path('/documents'),
  )
  const saved = await first.http.put<{ reportVersion: number; reportHash: string }>(
    story.path('/survey/report'),
    {
      findings: words,
      conclusion: words,
      placeText: words,
      causeAgrees: true,
      photographs: documents.documents.slice(0, 1).map(({ documentId }) => ({ documentId, caption: words })),
      statements: [{ by: 'witness', name: words, text: words }],
    },
  )
  const { reportVersion, reportHash } = saved
  await first.http.post(story.path('/survey/report/submission'), { reportVersion, reportHash, note: words })
  return story
}

/** Each line from a receipt that is called something. */
function withReceipts(input: SheetInput): object {
  return {
    ...input,
    coverages: input.coverages.map((one) =>
      'lines' in one
        ? {
            ...one,
            lines: one.lines.map((line) => ({
              ...line,
              receipts: [{ receipt: words, amountMinor: line.askedMinor }],
            })),
          }
        : one,
    ),
  }
}

async function disputed(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'approval')
  await story.decide('return', words)
  const adjuster = await story.adjuster()
  const { version, hash } = await story.newestSheet()
  const { input } = await adjuster.http.get<{ input: SheetInput }>(story.path(`/sheets/${version}`))
  await adjuster.http.post(story.path('/sheets'), { input: withReceipts(input) })
  const second = await story.newestSheet()
  if (second.hash === hash && second.version === version) throw new Error('There is no second sheet.')
  await story.propose()
  const sheet = await adjuster.http.get<{ input: { coverages: { lines: { lineId: string }[] }[] } }>(
    story.path(`/sheets/${second.version}`),
  )
  await story.customer.post(story.path(`/sheets/${second.version}/dispute`), {
    sheetHash: second.hash,
    lines: [sheet.input.coverages[0]?.lines[0]?.lineId],
    note: words,
  })
  await adjuster.http.post(story.path('/sheets'), { input })
  await story.propose()
  const third = await story.newestSheet()
  const contact = await story.contact()
  await contact.http.post(story.path(`/sheets/${third.version}/recorded-agreement`), {
    sheetHash: third.hash,
    note: words,
  })
  return story
}

async function rejected(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'acceptance')
  const { http } = await story.contact()
  await http.post(story.path('/rejection'), { check: 'peril', clause: '第六条', note: words })
  return story
}

async function reopened(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'afterCare')
  await decisions.afterCare(story)
  return story
}

async function paid(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'payment')
  await story.release()
  return story
}

/** By what happened to them. */
export async function plantClaims(cast: Cast) {
  const [documents, survey, dispute, rejection, again, payment] = await Promise.all([
    inDocuments(cast),
    inSurvey(cast),
    disputed(cast),
    rejected(cast),
    reopened(cast),
    paid(cast),
  ])
  return { documents, survey, dispute, rejection, again, payment }
}
