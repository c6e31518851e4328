import { insuranceLaw, policyTerms } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Formulas of liability cover outside motor. */
export const liabilityCoverFormulas = {
  owedToThirdParty: {
    label: { zh: '对第三者应负的赔偿额', en: 'Owed to the third party' },
    text: {
      zh: 'min(人身损失 × 责任比例, 每人限额) + 财产损失 × 责任比例',
      en: 'min(injury × liability, limit for one person) + property × liability',
    },
    clause: insuranceLaw(65, '六十五'),
  },
  liabilityCoverPay: {
    label: { zh: '责任保险赔款', en: 'Liability cover' },
    text: {
      zh: 'min(金额, 每次事故限额 − 已使用, 累计限额余额)',
      en: 'min(amount, limit for the accident − used, left of the limit for the period)',
    },
    clause: policyTerms,
  },
  legalCost: {
    label: { zh: '法律费用(另行计算)', en: 'Cost of the dispute, paid apart' },
    text: { zh: 'min(Σ 法律费用, 法律费用限额)', en: 'min(Σ cost, its limit)' },
    clause: insuranceLaw(66, '六十六'),
  },
} as const satisfies Record<string, Formula>
