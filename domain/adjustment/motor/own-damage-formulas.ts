import { insuranceLaw, motor2014, motor2020 } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Formulas of the insured vehicle itself and of what others owe for it. */
export const ownDamageFormulas = {
  depreciation: {
    label: { zh: '折旧', en: 'Depreciation' },
    text: {
      zh: 'min(新车购置价 × 整月数 × 月折旧率, 新车购置价 × 80%)',
      en: 'min(new price × full months × monthly rate, new price × 80 %)',
    },
    clause: motor2014,
  },
  depreciatedValue: {
    label: { zh: '实际价值(保险金额)', en: 'Actual value, the sum insured' },
    text: { zh: '新车购置价 − 折旧', en: 'new price − depreciation' },
    clause: motor2014,
  },
  ownDamage2014: {
    label: { zh: '车损险赔款(条款公式)', en: 'Own damage, clause form' },
    text: {
      zh: '(损失 − 残值 − 已获赔偿 − 交强险) × (1 − 事故责任免赔率) × (1 − 绝对免赔率之和) − 免赔额,以保险金额为限',
      en: '(loss − salvage − received − compulsory) × (1 − fault deductible) × (1 − Σ absolute) − deductible, at most the sum insured',
    },
    clause: motor2014,
  },
  ownDamageShare2014: {
    label: { zh: '车损险赔款(按责任比例)', en: 'Own damage, share form' },
    text: {
      zh: '(损失 − 残值 − 交强险) × 责任比例 × (1 − 事故责任免赔率) × (1 − 绝对免赔率之和) − 免赔额,以损失减已获赔偿及保险金额为限',
      en: '(loss − salvage − compulsory) × liability × (1 − fault deductible) × (1 − Σ absolute) − deductible, at most loss − received and the sum insured',
    },
    clause: motor2014,
  },
  ownDamage2020: {
    label: { zh: '车损险赔款(条款公式)', en: 'Own damage, clause form' },
    text: {
      zh: '(损失 − 残值 − 已获赔偿 − 交强险 − 免赔额) × (1 − 绝对免赔率之和),以保险金额为限',
      en: '(loss − salvage − received − compulsory − deductible) × (1 − Σ absolute), at most the sum insured',
    },
    clause: motor2020,
  },
  ownDamageShare2020: {
    label: { zh: '车损险赔款(按责任比例)', en: 'Own damage, share form' },
    text: {
      zh: '((损失 − 残值 − 交强险) × 责任比例 − 免赔额) × (1 − 绝对免赔率之和),以损失减已获赔偿及保险金额为限',
      en: '((loss − salvage − compulsory) × liability − deductible) × (1 − Σ absolute), at most loss − received and the sum insured',
    },
    clause: motor2020,
  },
  compulsoryRecovery: {
    label: { zh: '向对方交强险追回', en: 'To recover from the compulsory cover of others' },
    text: { zh: 'min(交强险应赔, 已赔付)', en: 'min(compulsory part, paid)' },
    clause: insuranceLaw(60, '六十'),
  },
  rightsLost: {
    label: { zh: '扣除已丧失的追偿权', en: 'Less the rights that were given away' },
    text: {
      zh: '已计算赔款 − (赔款 − 交强险追回) × 被放弃追偿的一方的责任比例',
      en: 'indemnity − (indemnity − compulsory recovered) × liability of the party let off',
    },
    clause: insuranceLaw(61, '六十一'),
  },
  subrogation: {
    label: { zh: '代位求偿', en: 'Subrogation' },
    text: {
      zh: '(已赔付 − 交强险追回) × 各方责任比例',
      en: '(paid − compulsory recovered) × liability of each party',
    },
    clause: insuranceLaw(60, '六十'),
  },
} as const satisfies Record<string, Formula>
