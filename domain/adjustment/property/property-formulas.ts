import { insuranceLaw, policyTerms } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Formulas of property; rescue cost and salvage serve the motor lines too. */
export const propertyFormulas = {
  rescueCost: {
    label: { zh: '施救费用(另行计算)', en: 'Rescue cost, paid apart' },
    text: {
      zh: 'Σ 施救费 × 获救保险财产价值 ÷ 获救财产总值 × 赔付比例,以保险金额为限',
      en: 'Σ cost × insured property saved ÷ all property saved × proportion, at most the sum insured',
    },
    clause: insuranceLaw(57, '五十七'),
  },
  salvageRecovery: {
    label: { zh: '残值归保险人', en: 'Salvage of the insurer' },
    text: { zh: 'min(残值 × 赔付比例, 已赔付)', en: 'min(salvage × proportion, paid)' },
    clause: insuranceLaw(59, '五十九'),
  },
  lossWithSublimits: {
    label: { zh: '计入的损失', en: 'Loss that counts' },
    text: { zh: 'Σ min(各项损失, 分项限额)', en: 'Σ over items of min(loss, sublimit)' },
    clause: policyTerms,
  },
  netLoss: {
    label: { zh: '扣除残值后的损失', en: 'Loss after salvage' },
    text: { zh: '损失 − 残值', en: 'loss − salvage' },
    clause: policyTerms,
  },
  average: {
    label: { zh: '比例赔付', en: 'Average' },
    text: { zh: '金额 × 保险金额 ÷ 保险价值', en: 'amount × sum insured ÷ value' },
    clause: insuranceLaw(55, '五十五'),
  },
  doubleInsurance: {
    label: { zh: '重复保险分摊', en: 'Double insurance' },
    text: {
      zh: '金额 × 保险金额 ÷ 各保险人保险金额之和',
      en: 'amount × sum insured ÷ sum of all sums insured',
    },
    clause: insuranceLaw(56, '五十六'),
  },
  fullValue: {
    label: { zh: '足额保险', en: 'Insured in full' },
    text: { zh: 'min(金额, 保险价值)', en: 'min(amount, value)' },
    clause: insuranceLaw(55, '五十五'),
  },
  firstLoss: {
    label: { zh: '第一危险赔偿', en: 'First loss' },
    text: { zh: '金额,不按比例', en: 'amount, without average' },
    clause: policyTerms,
  },
  deductible: {
    label: { zh: '扣除免赔', en: 'Deductible' },
    text: { zh: '金额 − max(免赔额, 金额 × 免赔率)', en: 'amount − max(deductible, amount × rate)' },
    clause: policyTerms,
  },
  limitOfSum: {
    label: { zh: '保险赔款', en: 'Indemnity' },
    text: { zh: 'min(金额, 保险金额 − 已使用)', en: 'min(amount, sum insured − used)' },
    clause: policyTerms,
  },
} as const satisfies Record<string, Formula>
