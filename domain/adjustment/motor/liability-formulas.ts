import { compulsoryClause, motor2014, motor2020, policyTerms } from '../clauses.ts'
import type { Formula } from '../formula.ts'

/** Formulas of what is owed to third parties and to the people in the insured vehicle. */
export const liabilityFormulas = {
  compulsoryBetweenInsurers: {
    label: { zh: '多车交强险分摊', en: 'Between the compulsory covers of several vehicles' },
    text: { zh: '损失 × 各车限额 ÷ 限额之和', en: 'loss × limit of the vehicle ÷ sum of the limits' },
    clause: { zh: '道路交通事故损害赔偿司法解释第十八条', en: 'Traffic interpretation art. 18' },
  },
  compulsoryPay: {
    label: { zh: '交强险赔付', en: 'Compulsory cover' },
    text: {
      zh: 'min(Σ 损失, 限额 − 已使用),按损失比例分配',
      en: 'min(Σ losses, limit − used), shared by loss',
    },
    clause: {
      zh: `${compulsoryClause.zh};道路交通事故损害赔偿司法解释第十九条`,
      en: `${compulsoryClause.en}; traffic interpretation art. 19`,
    },
  },
  compulsoryPropertyNotCovered: {
    label: { zh: '交强险不赔财产损失', en: 'Compulsory cover: property not covered' },
    text: { zh: '0', en: '0' },
    clause: { zh: '机动车交通事故责任强制保险条例第二十二条', en: 'Compulsory motor regulation art. 22' },
  },
  remainder: {
    label: { zh: '交强险赔付后的余额', en: 'Remainder after compulsory cover' },
    text: { zh: 'Σ max(0, 损失 − 交强险赔付)', en: 'Σ over limits of max(0, loss − compulsory cover)' },
    clause: compulsoryClause,
  },
  liabilityAmount: {
    label: { zh: '被保险人应承担的赔偿额', en: 'Amount the insured is liable for' },
    text: { zh: '余额 × 责任比例', en: 'remainder × liability' },
    clause: policyTerms,
  },
  liabilityPay2014: {
    label: { zh: '商业责任险赔款', en: 'Commercial liability cover' },
    text: {
      zh: 'min(应承担额, 限额 − 已使用) × (1 − 事故责任免赔率) × (1 − 绝对免赔率之和)',
      en: 'min(amount, limit − used) × (1 − fault deductible) × (1 − Σ absolute rates)',
    },
    clause: motor2014,
  },
  liabilityPay2020: {
    label: { zh: '商业责任险赔款', en: 'Commercial liability cover' },
    text: {
      zh: 'min(应承担额, 限额 − 已使用) × (1 − 绝对免赔率之和)',
      en: 'min(amount, limit − used) × (1 − Σ absolute rates)',
    },
    clause: motor2020,
  },
  recourse: {
    label: { zh: '追偿', en: 'Recourse' },
    text: { zh: '交强险已赔付金额', en: 'paid under compulsory cover' },
    clause: {
      zh: '机动车交通事故责任强制保险条例第二十二条;道路交通事故损害赔偿司法解释第十五条',
      en: 'Compulsory motor regulation art. 22; traffic interpretation art. 15',
    },
  },
} as const satisfies Record<string, Formula>
