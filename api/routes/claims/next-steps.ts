import type { Text } from '../../../domain/text.ts'

/** What whoever reports is told at once, in the order in which it will happen. */
export const nextSteps: readonly Text[] = [
  {
    zh: '理赔专员会在约定时间前给您打电话，确认经过并回答您的问题。',
    en: 'Your contact calls you before the time named, goes through what happened and answers your questions.',
  },
  {
    zh: '请按材料清单拍照上传；缺什么我们会一次性告知。',
    en: 'Send the papers on the checklist, a photograph is enough; if something is missing we say so once, all of it.',
  },
  {
    zh: '材料齐全后我们审核保险责任、核定损失，并请您确认金额；您同意后十日内支付。',
    en: 'Then we check the cover and assess the loss, and ask whether you agree with the amount; we pay within ten days after that.',
  },
]
