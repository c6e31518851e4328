import type { LineInput } from '../../domain/adjustment/coverage-input.ts'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { Cast } from '../demo/cast.ts'
import type { Rewrite } from '../demo/http-client.ts'
import { yuan } from '../demo/sheets.ts'
import { claimBefore, decisions } from '../demo/small-claim.ts'
import type { Story } from '../demo/story.ts'
import { customerWithClaim, type ShownClaims } from './pages.ts'
import { reportClaim } from './reported-claim.ts'

/** Brings claims to where the listed pages show them; what is written on the way goes through `rewrite`. */
export async function showClaims(cast: Cast, rewrite?: Rewrite): Promise<ShownClaims> {
  const { api } = cast
  const [reported, toDecide, toRelease, toAnswer, paid, visited] = await Promise.all([
    reportClaim(api, customerWithClaim, rewrite),
    claimBefore(cast, 'approval'),
    claimBefore(cast, 'payment'),
    put(cast),
    pay(cast),
    visit(cast),
  ])
  return {
    colleague: cast.any('approver').personId,
    reported,
    toDecide: toDecide.claimId,
    toRelease: toRelease.claimId,
    toAnswer: toAnswer.claimId,
    paid: paid.claimId,
    visited: visited.claimId,
    customers: { toAnswer: toAnswer.insured.phone, paid: paid.insured.phone },
  }
}

/** A figure that is put to its customer, who has said nothing yet; with a word from either side. */
async function put(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'approval')
  await story.decide('return', '请核对发票金额。')
  const adjuster = await story.adjuster()
  const { version } = await story.newestSheet()
  const { input } = await adjuster.http.get<{ input: SheetInput }>(story.path(`/sheets/${version}`))
  const note = '按发票重新核对，医疗费少算了 100 元。'
  await adjuster.http.post(story.path('/sheets'), { input: dearer(input), reason: 'correction', note })
  await story.propose()
  await story.customer.post(story.path('/messages'), { message: '请问什么时候可以付款？' })
  const contact = await story.contact()
  await contact.http.post(story.path('/messages'), { message: '您确认金额后，一般三天内付款。' })
  return story
}

/** The first line a hundred yuan dearer than it was: the customer sees what has changed. */
function dearer(input: SheetInput): SheetInput {
  const more = (line: LineInput, index: number): LineInput =>
    index > 0
      ? line
      : {
          ...line,
          askedMinor: line.askedMinor + yuan('100'),
          assessedMinor: line.assessedMinor + yuan('100'),
        }
  const coverages = input.coverages.map((one) =>
    'lines' in one ? { ...one, lines: one.lines.map(more) } : one,
  )
  return { ...input, coverages }
}

async function pay(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'payment')
  await decisions.payment(story)
  await story.closed()
  return story
}

/** A visit that the first surveyor has taken, and not reported yet. */
async function visit(cast: Cast): Promise<Story> {
  const story = await claimBefore(cast, 'survey')
  const first = cast.any('surveyor')
  const { survey } = await story.view()
  const offered = survey.offers.find(({ answer }) => answer === null)
  if (offered?.surveyorId === first.personId) await first.http.post(story.path('/survey/acceptance'), {})
  else {
    const supervisor = cast.approver(0, new Set())
    await supervisor.http.post(story.path('/survey/assignment'), { surveyorId: first.personId })
  }
  return story
}
