import type { Text } from '../text.ts'

export const compulsoryClause = {
  zh: '机动车交通事故责任强制保险条款第八条',
  en: 'Compulsory motor clause 8',
}

export const motor2014 = {
  zh: '机动车综合商业保险示范条款(2014版)赔款计算',
  en: 'Motor commercial wording 2014, indemnity',
}

export const motor2020 = {
  zh: '机动车商业保险示范条款(2020版)赔款计算',
  en: 'Motor commercial wording 2020, indemnity',
}

export const policyTerms = { zh: '保险合同约定', en: 'Terms of the policy' }

export const injuryInterpretation = {
  zh: '人身损害赔偿司法解释',
  en: 'Interpretation on personal injury compensation',
}

export function insuranceLaw(article: number, zh: string): Text {
  return { zh: `保险法第${zh}条`, en: `Insurance Law art. ${article}` }
}
