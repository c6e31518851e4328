import type { Text } from '../text.ts'

/** Why a policy is not taken over: one text for each reason, without the value, which may be personal. */
export const policyFaultTexts = {
  required: say('必填。', 'This is required.'),
  additionalProperties: say('没有这个字段。', 'There is no such field.'),
  malformed: say('格式或取值不正确。', 'This does not have the right form or range.'),
  moment: say('应为存在的日期和时间，含时区。', 'This is a date and time that exists, with its zone.'),
  date: say('应为存在的日期。', 'This is a day that exists.'),
  intervalEmpty: say('止期应晚于起期。', 'The end lies after the beginning.'),
  twice: say('重复出现。', 'This is listed twice.'),
  productUnknown: say('没有这个产品。', 'There is no such product.'),
  branchUnknown: say('没有这个机构。', 'There is no such branch.'),
  wordingUnknown: say('系统没有该条款。', 'The product does not know this wording.'),
  wordingNotSold: say(
    '起保日该产品未使用此条款。',
    'The product was not sold with this wording on the day of inception.',
  ),
  wordingNotInForce: say(
    '保险期间内有日期无适用条款。',
    'On some day of the policy term the wording does not apply.',
  ),
  coverageNotOfLine: say('该险类没有此项责任。', 'This line of business has no such coverage.'),
  coverageMissing: say('至少须有一项责任。', 'A policy has at least one coverage.'),
  coverageNotInsured: say('保单没有此项责任。', 'The policy has no such coverage.'),
  sumInsuredNotPositive: say('保险金额应大于零。', 'The sum insured is above zero.'),
  deductibleTooHigh: say('免赔额应低于保险金额。', 'The deductible is below the sum insured.'),
  rateOutside: say('比例应大于0且不超过1。', 'A rate lies above 0 and is at most 1.'),
  termNotOfCoverage: say('此项责任没有该约定。', 'This coverage has no such term.'),
  perilNotOfLine: say('该险类不承保此原因。', 'This cause does not belong to the line of business.'),
  exclusionUnknown: say('没有这项免责事由。', 'There is no such exclusion.'),
  waitingPeriodNotOfLine: say('该险类没有等待期。', 'This line of business has no waiting period.'),
  riderNotOfLine: say('该险类没有此附加险。', 'This line of business has no such rider.'),
  roleMissing: say('须有投保人和被保险人。', 'A policy has a holder and an insured.'),
  objectMissing: say('缺少保险标的。', 'The insured object is missing.'),
  objectNotOfLine: say('该险类没有此类标的。', 'This line of business insures no such object.'),
  numberNotNext: say('批单号应连续。', 'Endorsements are numbered without a gap.'),
  outsideTerm: say('不在保险期间内。', 'This lies outside the policy term.'),
  afterCancellation: say('保单已退保。', 'The policy has been cancelled by then.'),
  expiryBeforeEffect: say('新止期不能早于批改生效。', 'The new expiry does not lie before the endorsement.'),
  inFuture: say('不能晚于现在。', 'This cannot lie in the future.'),
  policyDiffers: say(
    '与已导入的保单不一致；保单只能以批单变更。',
    'This differs from the policy on file; a policy is changed by endorsements only.',
  ),
  endorsementDiffers: say('与已导入的批单不一致。', 'This differs from the endorsement on file.'),
  premiumEventDiffers: say(
    '同一时刻已有不同的缴费状态。',
    'Another premium status is on file for the same instant.',
  ),
  productDiffers: say('与已有产品不一致。', 'This differs from the product on file.'),
  branchDiffers: say('与已有机构不一致。', 'This differs from the branch on file.'),
  personDiffers: say(
    '与该证件号的已有资料不一致。',
    'This differs from what is on file for the person with this identity number.',
  ),
} as const satisfies Record<string, Text>

export type PolicyFaultCode = keyof typeof policyFaultTexts

/** A fault of content, at a JSON pointer (RFC 6901) within what was checked. */
export interface PolicyFault {
  readonly path: string
  readonly reason: PolicyFaultCode
}

export function policyFault(path: string, reason: PolicyFaultCode): PolicyFault {
  return { path, reason }
}

/** The faults of a part, as faults of the whole. */
export function under(prefix: string, faults: readonly PolicyFault[]): readonly PolicyFault[] {
  return faults.map(({ path, reason }) => ({ path: `${prefix}${path}`, reason }))
}

function say(zh: string, en: string): Text {
  return { zh, en }
}
