import type { Text } from './text.ts'

interface Refusal {
  /** HTTP status at the edge (RFC 9457 problem). */
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 503
  /** Whether the same request may succeed later without being changed. */
  readonly retry: boolean
  readonly text: Text
}

const refusal = (status: Refusal['status'], zh: string, en: string, retry = false): Refusal => ({
  status,
  retry,
  text: { zh, en },
})

/**
 * Every way in which the product says no, in order of precedence: when several
 * apply, the first one here is given. One table, so that status, retry and text
 * cannot differ between routes.
 */
export const refusals = {
  temporarilyUnavailable: refusal(
    503,
    '系统暂时繁忙，请稍后用同一请求再试。',
    'The system is busy for a moment; send the same request again.',
    true,
  ),
  tooManyRequests: refusal(
    429,
    '请求过于频繁，请稍后再试。',
    'Too many requests; please wait a moment.',
    true,
  ),
  bodyTooLarge: refusal(413, '内容过大。', 'The content is too large.'),
  mediaTypeNotAllowed: refusal(415, '不接受这种文件类型。', 'This type of file is not accepted.'),
  malformed: refusal(
    400,
    '请求内容有误，请按提示修改。',
    'Something in the request is wrong; see the fields named.',
  ),
  idempotencyKeyMissing: refusal(
    400,
    '缺少 Idempotency-Key，无法保证只办理一次。',
    'Idempotency-Key is missing, so the request could take effect twice.',
  ),
  versionMissing: refusal(
    400,
    '缺少 If-Match：请说明您修改的是哪个版本。',
    'If-Match is missing: say which version you are changing.',
  ),
  notSignedIn: refusal(401, '请先登录。', 'Please sign in.'),
  sessionExpired: refusal(
    401,
    '登录已过期，请重新登录；您填写的内容不会丢失。',
    'Your session has ended; sign in again, your input is kept.',
  ),
  signInFailed: refusal(401, '账号或密码不正确。', 'The account or password is wrong.'),
  codeWrong: refusal(401, '验证码不正确或已过期。', 'The code is wrong or has expired.'),
  signatureInvalid: refusal(401, '签名无效。', 'The signature is not valid.'),
  csrfInvalid: refusal(
    403,
    '页面已过期，请刷新后再试。',
    'The page is out of date; reload it and try again.',
  ),
  notFound: refusal(404, '没有找到，或您无权查看。', 'Not found, or not yours to see.'),
  methodNotAllowed: refusal(405, '不支持这种操作。', 'This operation is not supported here.'),
  notPermitted: refusal(403, '您的岗位没有这项权限。', 'Your role does not have this right.'),
  notAssigned: refusal(403, '此案件由其他人员负责。', 'Somebody else is responsible for this step.'),
  ownWork: refusal(403, '不能审批自己经手的内容。', 'Nobody approves their own work.'),
  alreadyApprovedByPerson: refusal(
    403,
    '同一人不能审批两次，即使使用不同账号。',
    'One person approves once, whatever account they use.',
  ),
  limitTooLow: refusal(403, '金额超出您的核赔权限。', 'The amount is above your authority limit.'),
  keyReused: refusal(
    422,
    '同一个 Idempotency-Key 已用于另一请求。',
    'This Idempotency-Key was used with another request.',
  ),
  versionStale: refusal(
    412,
    '内容已被他人修改，请查看最新版本。',
    'Somebody has changed this meanwhile; look at the newest version.',
  ),
  contentChanged: refusal(
    412,
    '所指版本与内容不符，可能已有新版本。',
    'The version or hash you named is not the newest content.',
  ),
  policyNotFound: refusal(422, '没有找到这张保单。', 'This policy was not found.'),
  lossInFuture: refusal(422, '出险时间不能晚于现在。', 'The loss cannot lie in the future.'),
  lossOutsidePolicy: refusal(422, '出险时间不在保险期间内。', 'The loss is outside the policy term.'),
  causeNotKnown: refusal(
    422,
    '出险原因不适用于该险种。',
    'This cause does not belong to the line of business.',
  ),
  fieldInvalid: refusal(422, '有字段未通过校验。', 'A field did not pass its check.'),
  duplicateReport: refusal(
    409,
    '可能已有同一事故的报案，请核对后确认。',
    'There may be a report of the same accident already; check and confirm.',
  ),
  wrongStage: refusal(
    409,
    '案件当前环节不能办理此操作。',
    'The claim is not in a stage where this can be done.',
  ),
  claimClosed: refusal(409, '案件已结案，可申请重开。', 'The claim is closed; it can be reopened.'),
  alreadyDone: refusal(409, '此事项已办理。', 'This has been done already.'),
  alreadyDecided: refusal(409, '他人已作出决定。', 'Somebody else has decided already.'),
  levelNotOpen: refusal(409, '该审批层级尚未开放。', 'This level of approval is not open yet.'),
  nothingDue: refusal(409, '现在没有到期的事项。', 'Nothing is due yet.', true),
  itemNotOnChecklist: refusal(422, '清单中没有这项材料。', 'This item is not on the checklist.'),
  itemNotReceived: refusal(409, '这项材料尚未收到。', 'This item has not been received.'),
  nothingMissing: refusal(409, '没有需要补充的材料。', 'Nothing is missing.'),
  noticeAlreadySent: refusal(
    409,
    '已发出一次性补充通知；再次通知需新的理由并经主管批准。',
    'The one-time notice was sent; a second needs a new reason and a supervisor (Insurance Law, article 22).',
  ),
  panelMissing: refusal(409, '受理审核尚未运行。', 'The panel of checks has not been run.'),
  checkFailed: refusal(
    409,
    '有审核项未通过，不能受理。',
    'A check has failed, so the claim cannot be accepted.',
  ),
  referralOpen: refusal(
    422,
    '有待人工判断的审核项，请逐项说明。',
    'Checks referred to a person need an answer each.',
  ),
  clauseMissing: refusal(
    422,
    '拒赔须写明条款和理由。',
    'A rejection names clause and reason (Insurance Law, article 24).',
  ),
  disclosureMissing: refusal(
    422,
    '没有免责条款说明的证明，不能以此拒赔。',
    'Without proof that the exclusion was explained it cannot be relied on (Insurance Law, article 17).',
  ),
  limitationNotOver: refusal(
    422,
    '诉讼时效尚未届满，不能以此拒赔。',
    'The limitation of two years cannot be over, so it is no ground for a rejection (Insurance Law, article 26).',
  ),
  offerNotYours: refusal(403, '该查勘任务不是派给您的。', 'This survey was not offered to you.'),
  offerExpired: refusal(
    409,
    '派工已超时，任务已转派。',
    'The offer has expired and went to the next surveyor.',
  ),
  noCandidate: refusal(409, '暂无可指派的人员。', 'There is nobody to assign at the moment.', true),
  reportIncomplete: refusal(422, '查勘报告不完整。', 'The survey report is not complete.'),
  sheetFaults: refusal(422, '理算数据互相矛盾。', 'The figures contradict each other.'),
  limitTaken: refusal(
    422,
    '同一保单的其他赔案已占用限额，须在理算书中扣除。',
    'Other claims of the policy have taken from this limit; the sheet has to deduct that.',
  ),
  noWording: refusal(
    422,
    '出险日没有适用的条款，须人工处理。',
    'No wording applies on the day of loss; a person must decide.',
  ),
  sheetMissing: refusal(409, '还没有理算书。', 'There is no calculation sheet yet.'),
  agreementMissing: refusal(
    409,
    '客户尚未对金额表示同意。',
    'The customer has not agreed to the amount yet.',
  ),
  nothingPayable: refusal(422, '应付金额为零。', 'There is nothing to pay.'),
  payeesDoNotAddUp: refusal(
    422,
    '收款人金额之和与应付金额不符。',
    "The payees' amounts do not add up to what is payable.",
  ),
  aboveSettlement: refusal(422, '金额超过已核定的数额。', 'The amount is above what has been determined.'),
  reserveTooLow: refusal(
    422,
    '准备金低于已承诺而未支付的金额。',
    'The reserve is below what has been promised and is not paid yet.',
  ),
  payeeIncomplete: refusal(422, '收款账户信息不完整。', 'The payee has no complete account.'),
  payeeNameDiffers: refusal(
    422,
    '户名与收款人姓名不一致。',
    "The account holder's name is not the payee's name.",
  ),
  thirdPartyFirst: refusal(
    409,
    '须先向第三者支付，再向被保险人支付。',
    'The third party is paid before the insured (Insurance Law, article 65).',
  ),
  approvalVoid: refusal(
    409,
    '审批已因内容变更而失效。',
    'The approval is void because what it approved has changed.',
  ),
  laneClosed: refusal(
    409,
    '支付通道已暂停，需两人共同开启。',
    'The pay lane is paused until two people reopen it.',
    true,
  ),
  intentOpen: refusal(409, '尚有未完结的支付。', 'A payment is still under way.'),
  intentNotSendable: refusal(409, '该笔支付当前不能发送。', 'This payment cannot be sent now.'),
  secondPersonNeeded: refusal(409, '须由另一人确认。', 'A second person has to confirm this.'),
  moneyUnderWay: refusal(409, '款项已在途，不能撤销。', 'Money is under way, so this cannot be withdrawn.'),
  notClosed: refusal(
    409,
    '案件尚未结案，无需重开。',
    'The claim is not closed, so there is nothing to reopen.',
  ),
  fastTrackNotOpen: refusal(
    409,
    '案件不在闪赔流程中，须由人员处理。',
    'The claim is not on the fast track; a person decides.',
  ),
  notSampled: refusal(
    409,
    '该案件未被抽中复核。',
    'This claim was not drawn for the audit of the fast track.',
  ),
  ruleTableInvalid: refusal(
    422,
    '规则表有误，不能发布。',
    'The rule table has faults and cannot be published.',
  ),
  intervalInvalid: refusal(422, '有效期不正确。', 'The interval is not valid.'),
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof refusals

/** What a refusal says besides its code: field reasons, from and to, the present state. No personal data. */
export type RefusalDetails = Readonly<Record<string, unknown>>

/** A refusal: nothing was changed. Translated once at each edge. */
export class DomainError extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(refusals[code].text.en)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new DomainError(code, details)
}

/** A bug if it fails: never shown to a user as a refusal. */
export function assert(condition: unknown, message: string): asserts condition {
  if (condition !== true && !condition) throw new Error(`Assertion failed: ${message}`)
}
