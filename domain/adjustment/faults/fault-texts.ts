import type { Text } from '../../text.ts'
import type { AdjustmentFaultCode } from '../sheet-types.ts'

/** What the person who entered the figures reads. */
export const faultTexts: Readonly<Record<AdjustmentFaultCode, Text>> = {
  noWording: {
    zh: '出险日没有有效的条款,须转人工处理',
    en: 'No wording was in force on the day of loss: refer to a person',
  },
  dateInvalid: { zh: '日期不存在或格式不是 YYYY-MM-DD', en: 'Not a day of the calendar as YYYY-MM-DD' },
  coverageUnknown: { zh: '该条款没有此险别', en: 'The wording has no such coverage' },
  coverageTwice: { zh: '同一险别出现两次', en: 'The coverage appears twice' },
  claimantUnknown: { zh: '领款人不在名单中', en: 'The claimant is not on the list of claimants' },
  claimantTwice: { zh: '同一人出现两次', en: 'The same person or party appears twice' },
  lineTwice: { zh: '损失项目编号重复', en: 'The line appears twice' },
  itemUnknown: { zh: '该险别不包含此项目', en: 'The coverage has no such item' },
  amountInvalid: {
    zh: '金额须为非负整数(分),且小于 2 的 53 次方',
    en: 'An amount is a whole number of fen, not negative, below 2^53',
  },
  rateInvalid: {
    zh: '比例须为 0 至 1 的小数文本,最多六位小数',
    en: 'A rate is decimal text from 0 to 1 with at most six decimals',
  },
  ratesAboveOne: { zh: '比例之和超过 100%', en: 'The rates add up to more than 100 %' },
  gradeInvalid: {
    zh: '没有这个等级：伤残等级为 1 至 10 级，职业类别为 1 至 6 类',
    en: 'There is no such grade: disability grades go from 1 to 10, occupation classes from 1 to 6',
  },
  countInvalid: { zh: '数量须为非负整数', en: 'A count is a whole number and not negative' },
  classMissing: { zh: '医疗项目须注明医保目录类别', en: 'A medical line needs its catalogue class' },
  factMissing: { zh: '缺少计算所需的事实', en: 'A fact that the calculation needs is missing' },
  agreedAboveAsked: {
    zh: '协商金额高于索赔金额,请先更正索赔金额',
    en: 'More is agreed than was asked: correct what was asked first',
  },
  assessedAboveAsked: {
    zh: '核定金额高于索赔金额,请先更正索赔金额或填写协商金额',
    en: 'More is assessed than was asked: correct what was asked first, or state what was agreed',
  },
  aboveLoss: { zh: '金额超过损失', en: 'The amount is more than the loss' },
  receiptsDiffer: {
    zh: '单据合计与索赔金额不一致',
    en: 'The receipts do not add up to what was asked',
  },
  unitsMixed: {
    zh: '两个金额恰好相差一百倍，疑似把元当作分填写',
    en: 'One amount is exactly a hundred times the other: yuan seem to have been typed for fen',
  },
  derivationDiffers: {
    zh: '核定金额与法定计算结果不一致',
    en: 'The assessed amount is not what the statutory calculation gives',
  },
  contradiction: { zh: '所填事实互相矛盾', en: 'The facts contradict each other' },
}
