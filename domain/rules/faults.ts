import type { Text } from '../text.ts'

/** Everything that keeps a table from being published, in words for the person who edits it. */
export const ruleFaultTexts = {
  malformedDocument: { zh: '规则表格式有误。', en: 'The document is not a rule table.' },
  unknownTable: { zh: '没有这种规则表。', en: 'There is no such table.' },
  intervalInvalid: { zh: '生效期间有误。', en: 'The effective dates are wrong.' },
  hitPolicyDiffers: { zh: '命中方式与该表不符。', en: 'The hit policy is not the one of this table.' },
  unknownInput: { zh: '没有这个输入项。', en: 'The table has no such input.' },
  unknownOutput: { zh: '没有这个输出项。', en: 'The table has no such output.' },
  columnMissing: { zh: '缺少该列。', en: 'This column is missing.' },
  columnTypeDiffers: { zh: '该列类型不符。', en: 'The type of this column is another one.' },
  duplicateName: { zh: '名称重复。', en: 'The name is used twice.' },
  malformedCell: { zh: '条件单元格写法有误。', en: 'The cell is not written in the grammar.' },
  wrongCellType: { zh: '条件与该列类型不符。', en: 'The cell does not suit the type of its column.' },
  unknownWord: { zh: '没有这个取值。', en: 'This word is not in the list of its column.' },
  wrongOutput: { zh: '输出值有误。', en: 'The value does not suit its output.' },
  rowsOverlap: { zh: '两行条件重叠且优先级相同。', en: 'Two rows of the same priority overlap.' },
  priorityOutOfOrder: { zh: '优先级高的行须在前。', en: 'Rows of higher priority come first.' },
  rowNeverFires: { zh: '该行被前面的行完全覆盖。', en: 'Earlier rows leave nothing for this row.' },
  gapBeforeClosing: { zh: '有情形没有任何行处理。', en: 'No row before the closing one covers a case.' },
  closingRowMissing: { zh: '缺少末尾的兜底行。', en: 'The closing row that takes everything is missing.' },
  closingRowNotCautious: {
    zh: '兜底行须转交人工或取最谨慎的结果。',
    en: 'The closing row must refer to a person or give the most cautious answer.',
  },
  noTestCases: { zh: '没有测试用例。', en: 'The table has no test cases.' },
  testCaseMalformed: { zh: '测试用例有误。', en: 'The test case is not complete or has a wrong input.' },
  testCaseFails: { zh: '测试用例未通过。', en: 'The test case fails.' },
  engineDiffers: {
    zh: '规则引擎结果与校验不一致。',
    en: 'The rule engine answers otherwise than the check.',
  },
  versionNotNext: { zh: '版本号不连续。', en: 'The version is not the next one.' },
} as const satisfies Record<string, Text>

export type RuleFaultCode = keyof typeof ruleFaultTexts

/** One fault; `at` says where (row, column, test case), `detail` what was found. */
export interface RuleFault {
  readonly code: RuleFaultCode
  readonly at: string
  readonly detail?: string
}

export function ruleFault(code: RuleFaultCode, at: string, detail?: string): RuleFault {
  return detail === undefined ? { code, at } : { code, at, detail }
}
