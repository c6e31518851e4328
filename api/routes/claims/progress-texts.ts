import type { Outcome, Stage } from '../../../domain/claim/stages.ts'
import type { FastTrack } from '../../../domain/claim/fast-track-state.ts'
import type { Text } from '../../../domain/text.ts'

const say = (zh: string, en: string): Text => ({ zh, en })

interface Words {
  readonly status: Text
  readonly next: Text
}

/** What a customer reads of each stage: where the claim stands, and what happens next. No terms of the trade. */
export const stageTexts: Readonly<Record<Stage, Words>> = {
  report: {
    status: say('我们已收到您的报案。', 'We have your report.'),
    next: say('理赔专员将给您打电话。', 'Your contact is going to call you.'),
  },
  documents: {
    status: say('我们正在收集材料。', 'We are collecting the papers.'),
    next: say('请上传清单中的材料。', 'Please send the papers on the list.'),
  },
  acceptance: {
    status: say('材料已齐，正在审核保险责任。', 'The papers are complete; we are checking the cover.'),
    next: say('审核后我们会告知您结果。', 'We tell you the result when the check is done.'),
  },
  survey: {
    status: say('正在安排查勘。', 'A survey is being arranged.'),
    next: say('查勘员会与您联系并查看损失。', 'The surveyor gets in touch and looks at the loss.'),
  },
  adjustment: {
    status: say('正在核定损失金额。', 'We are working out the amount.'),
    next: say(
      '我们会把金额和计算过程发给您确认。',
      'You will get the amount, and how it comes about, to agree to.',
    ),
  },
  approval: {
    status: say('金额已确认，正在审批。', 'The amount is agreed; it is being approved.'),
    next: say('审批通过后安排付款。', 'It is paid once it is approved.'),
  },
  payment: {
    status: say('已批准，正在付款。', 'Approved; the payment is under way.'),
    next: say('款项到账后我们会通知您。', 'We tell you when the bank has confirmed it.'),
  },
  afterCare: {
    status: say('案件已结案。', 'The claim is closed.'),
    next: say('如有疑问请给我们留言。', 'Write to us if anything is unclear.'),
  },
  archived: {
    status: say('案件已结案并归档。', 'The claim is closed and filed.'),
    next: say('如有新情况，可申请重开。', 'If something new comes up, it can be reopened.'),
  },
}

/** Its newest amount is with the customer, and only they can take it further. */
export const amountTold: Text = say(
  '赔付金额已算好，等您确认。',
  'The amount is worked out and waits for your answer.',
)

const agreed: Words = {
  status: say('金额已确认。', 'The amount is agreed.'),
  next: say('接下来进入审批。', 'It goes to approval next.'),
}

/** The same while the amount is worked out, once the newest one has been answered. */
export const answeredTexts: Readonly<Record<'agreed' | 'disputed' | 'recorded', Words>> = {
  agreed,
  recorded: agreed,
  disputed: {
    status: say('我们正在复核您提出的异议。', 'We are looking into what you dispute.'),
    next: say('复核后再请您确认金额。', 'You will get the amount to agree to again.'),
  },
}

export const outcomeTexts: Readonly<Record<Outcome, Text>> = {
  paid: say('赔款已支付，案件已结案。', 'Paid; the claim is closed.'),
  rejected: say(
    '本次事故不属于赔付范围，请查看决定书。',
    'We cannot pay for this loss; see the letter for the reason.',
  ),
  withdrawn: say('案件已按您的要求撤销。', 'The claim was withdrawn as you asked.'),
}

/** A computer decides: the customer is told so, by which rules, and that a person can be asked for (article 24). */
export const fastTrackTexts: Readonly<Record<FastTrack['standing'], Text>> = {
  asked: say(
    '您已申请闪赔。材料和收款账户齐全后，系统自动核对；不符合条件时由理赔专员办理，不影响您的赔付。',
    'You asked for the fast track. Once papers and account are there a computer looks at the claim; what does not fit goes to your contact, and costs you nothing.',
  ),
  running: say(
    '符合闪赔的全部条件，系统正在自动办理。',
    'Every rule of the fast track has passed; the claim is being settled automatically.',
  ),
  left: say(
    '本案由理赔专员办理，不影响您的赔付。',
    'Your contact handles this claim; that takes nothing away from you.',
  ),
  released: say(
    '本案由系统自动核定并付款，每项条件都已通过。您可以留言要求人工复核。',
    'The claim was settled automatically, and every rule has passed. If you want a person to look at it, write to us.',
  ),
}

export const answerWanted: Text = say(
  '请同意这个金额，或提出异议。',
  'Please agree to the amount, or dispute it.',
)
export const accountWanted: Text = say('请填写收款账户。', 'Please say to which account we should pay.')
