import type { Text } from '../../text.ts'

/** A fact as it was stated: where, what it is called, and what it says. */
export interface StatedFact {
  /** As in `motor.liability.rate`; of several together, of the list that holds them. */
  readonly path: string
  readonly name: Text
  readonly value: string
}

/** By the last name of their path. What is not here is called by that name. */
const names: Readonly<Record<string, Text>> = {
  lossDate: { zh: '出险日期', en: 'date of loss' },
  wordingId: { zh: '条款', en: 'wording' },
  degree: { zh: '事故责任', en: 'degree of fault' },
  rate: { zh: '责任比例', en: 'liability rate' },
  basis: { zh: '比例依据', en: 'basis of the rate' },
  liability: { zh: '责任比例', en: 'liability rate' },
  others: { zh: '其他各方责任比例之和', en: 'liability of the others together' },
  liableParties: { zh: '责任方比例之和', en: 'liability of all parties together' },
  absoluteRates: { zh: '绝对免赔率之和', en: 'absolute deductible rates together' },
  reason: { zh: '原因', en: 'reason' },
  coverage: { zh: '险别', en: 'coverage' },
  subject: { zh: '标的', en: 'subject' },
  item: { zh: '损失项目', en: 'item' },
  role: { zh: '领款人身份', en: "claimant's role" },
  claimantId: { zh: '领款人', en: 'claimant' },
  partyId: { zh: '所属方', en: 'party' },
  kind: { zh: '类别', en: 'kind' },
  askedMinor: { zh: '索赔金额', en: 'asked' },
  assessedMinor: { zh: '核定金额', en: 'assessed' },
  agreedMinor: { zh: '协商金额', en: 'agreed' },
  amountMinor: { zh: '单据金额', en: 'amount of the receipt' },
  receipts: { zh: '单据合计', en: 'sum of the receipts' },
  derivation: { zh: '法定计算结果', en: 'result of the statutory calculation' },
  formula: { zh: '计算公式', en: 'formula' },
  lines: { zh: '各项损失合计', en: 'loss of the lines together' },
  receivedMinor: { zh: '已从第三方获得的赔偿', en: 'received from the third party' },
  valueMinor: { zh: '价值', en: 'value' },
  sumInsuredMinor: { zh: '保险金额', en: 'sum insured' },
  depreciation: { zh: '折旧', en: 'depreciation' },
  monthlyRate: { zh: '月折旧率', en: 'monthly rate' },
  vehicleKind: { zh: '车辆种类', en: 'kind of vehicle' },
  method: { zh: '赔付方式', en: 'method' },
  othersCompulsory: { zh: '对方交强险', en: 'compulsory cover of the others' },
  paidByOthersMinor: { zh: '其他途径已补偿', en: 'paid by others' },
  catalogueClass: { zh: '医保目录类别', en: 'catalogue class' },
  selfPayRate: { zh: '先行自付比例', en: 'self-pay rate' },
  insuredMinor: { zh: '获救的保险财产价值', en: 'insured property saved' },
  totalMinor: { zh: '获救的全部财产价值', en: 'all property saved' },
  deductibleMinor: { zh: '免赔额', en: 'deductible' },
  deductibleRate: { zh: '免赔率', en: 'deductible rate' },
  deductibleChoice: { zh: '免赔方式', en: 'choice of deductible' },
  dueOn: { zh: '应付日', en: 'due on' },
  paidOn: { zh: '实付日', en: 'paid on' },
  grades: { zh: '伤残等级', en: 'disability grade' },
}

const nothing: Text = { zh: '未填写', en: 'not stated' }

/** The fact at a place of the input, or `value` where it is worked out of several. */
export function statedFact(input: unknown, path: string, value?: string): StatedFact {
  const found = value ?? written(valueAt(input, path))
  return { path, name: nameOf(path), value: found }
}

/** `责任比例 0.3（motor.liability.rate）`, and the same in English. */
export function inWords(facts: readonly StatedFact[]): Text {
  const said = (language: keyof Text) =>
    facts.map(({ path, name, value }) => {
      const stated = value === '' ? nothing[language] : value
      return language === 'zh' ? `${name.zh} ${stated}（${path}）` : `${name.en} ${stated} (${path})`
    })
  return { zh: said('zh').join(' 与 '), en: said('en').join(' against ') }
}

function nameOf(path: string): Text {
  const last =
    path
      .replaceAll(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? path
  return names[last] ?? { zh: last, en: last }
}

function valueAt(input: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
      input,
    )
}

/** What people have typed; of a list or an object only that it is there. */
function written(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') return '…'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
