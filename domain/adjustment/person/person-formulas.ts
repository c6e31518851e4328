import { policyTerms } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Formulas of accident and health. */
export const personFormulas = {
  eligibleMedical: {
    label: { zh: '合理医疗费用', en: 'Eligible medical cost' },
    text: {
      zh: 'Σ 甲类 + 乙类 × (1 − 先行自付比例),分项以限额为限;丙类不计',
      en: 'Σ class A + class B × (1 − self-pay rate), items up to their sublimit; class C nothing',
    },
    clause: policyTerms,
  },
  medicalPay: {
    label: { zh: '医疗保险金', en: 'Medical benefit' },
    text: {
      zh: 'min(限额 − 已使用, (合理费用 − 其他途径补偿 − 免赔额) × 给付比例)',
      en: 'min(limit − used, (eligible − paid by others − deductible) × rate)',
    },
    clause: policyTerms,
  },
  disabilityBenefit: {
    label: { zh: '伤残保险金', en: 'Disability benefit' },
    text: {
      zh: 'min(保险金额 × 最重等级给付比例, 保险金额 − 已使用)',
      en: 'min(sum insured × rate of the worst grade, sum insured − used)',
    },
    clause: { zh: '人身保险伤残评定标准', en: 'Disability grading standard of personal insurance' },
  },
  deathBenefit: {
    label: { zh: '身故保险金', en: 'Death benefit' },
    text: { zh: '保险金额 − 已使用', en: 'sum insured − used' },
    clause: policyTerms,
  },
  dailyAllowance: {
    label: { zh: '住院津贴', en: 'Daily allowance' },
    text: {
      zh: 'min(天数 − 免赔天数, 最高天数) × 日津贴',
      en: 'min(days − waiting, maximum) × daily amount',
    },
    clause: policyTerms,
  },
} as const satisfies Record<string, Formula>
